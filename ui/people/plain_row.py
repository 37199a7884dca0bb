"""A line of the personal file that comes from elsewhere: a number, a birthday, a relation. A click does one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.people.line_row import LineRow


@dataclass(frozen=True)
class PlainLine:
    """`act` is done on a click or Enter, `tip` says what; `more` is for the menu of the line."""

    label: str
    text: str
    act: Callable[[], object] | None = None
    tip: str = ""
    more: tuple[tuple[str, Callable[[], object]], ...] = ()


class PlainRow(LineRow):
    """Shows a `PlainLine`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = PlainLine("", "")

    def show_line(self, line: PlainLine) -> None:
        """Shows another one."""
        active = line.act is not None
        self.show_words(line.label, line.text, live=active)
        if active is not (self._line.act is not None):
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if active else Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)
        if line.tip != self._line.tip:
            self.setToolTip(line.tip)
            self.setAccessibleDescription(line.tip)
        self._line = line

    def _do(self) -> None:
        if self._line.act is not None:
            self._line.act()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._line.act is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._do()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._line.more:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, act in self._line.more:
            menu.addAction(text, act)
        menu.popup(event.globalPos())
