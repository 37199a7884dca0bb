"""The edit dialog, open on somebody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.doubles import ShellDouble
from tests.ui.people.hands import Open
from ui.people.edit_dialog import EditDialog


@pytest.fixture
def open_dialog(qtbot: QtBot, shell: ShellDouble) -> Iterator[Open]:
    """Opens the dialog of a person and closes it in the end."""
    shell.window.show()
    made: list[EditDialog] = []

    def opened(person: int) -> EditDialog:
        dialog = EditDialog(shell, person)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        made.append(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield opened
    for dialog in made:
        dialog.done(0)


@pytest.fixture
def dialog(open_dialog: Open, tom: int) -> EditDialog:
    return open_dialog(tom)
