"""A row that opens something, for cards that list: pressed by pointer, Space or Enter, walked by Up and Down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.palette import current
from ui.widgets.drawing import box, focus_ring
from ui.widgets.focus import ring_after


class Row(QAbstractButton):
    """`clicked` opens it; Up and Down ask for the next: `stepped`. A `chosen` one lies on a ground of its own."""

    stepped = Signal(int)

    def __init__(self, said: str, *, chosen: bool = False) -> None:
        super().__init__()
        self._ring = False
        self.chosen = chosen
        self.about = 0
        """The id of what the row is about, 0 for nothing."""
        self.setAccessibleName(said)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.chosen or self.underMouse():
            box(painter, self.rect(), 8, current().soft if self.chosen else current().paper)
        if self.hasFocus() and self._ring:
            focus_ring(painter, self.rect(), 8)


def passive(part: QWidget) -> QWidget:
    """A part that leaves the pointer to its row."""
    part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return part
