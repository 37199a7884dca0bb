"""Whether the pointer is over a part, after a menu that opened from it: Qt tells the part nothing when that goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget


class _Settling(QObject):
    """Lives until the menu has gone."""

    def __init__(self, part: QWidget, popup: QWidget) -> None:
        super().__init__(part)
        self._part = part
        popup.installEventFilter(self)

    def eventFilter(self, popup: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            settle(self._part)
            popup.removeEventFilter(self)
            self.deleteLater()
        return False


def settle_after_popup(part: QWidget) -> None:
    """To be called when a click on this part was dealt with: it may have opened a menu or a box."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        _Settling(part, popup)


def settle(part: QWidget) -> None:
    """The part looks as if the pointer were over it only where it is."""
    there = part.rect().contains(part.mapFromGlobal(QCursor.pos()))
    part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, there and part.isVisible())
    part.update()
