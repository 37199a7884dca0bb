"""Hands for the tests of the edit dialog: opens it, types anew, saves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.people.edit_dialog import EditDialog

Open = Callable[[int], EditDialog]


def retype(field: QLineEdit, text: str) -> None:
    """Types in the place of what was there."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def save(dialog: EditDialog) -> None:
    """Clicks on Save."""
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
