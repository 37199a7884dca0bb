"""Boxes on a page that scrolls: the wheel turns them only once they have the keyboard, else it moves the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class _Unturned(QObject):
    """Lives as long as its box."""

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(box, QWidget) or box.hasFocus():
            return False
        event.ignore()
        return True


def leave_wheel_to_page(*boxes: QWidget) -> None:
    """What is scrolled past keeps its value."""
    for box in boxes:
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel doesn't bring the keyboard
        box.installEventFilter(_Unturned(box))
