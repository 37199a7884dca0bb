"""A line of the personal file that comes from elsewhere: a number, a birthday, a relation. A click does one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.fonts import px
from ui.palette import current
from ui.people.fact_row import LABEL_WIDTH
from ui.widgets.drawing import box, focus_ring
from ui.widgets.text import Label, Look


@dataclass(frozen=True)
class PlainLine:
    """`act` is done on a click or Enter, `tip` says what."""

    label: str
    text: str
    act: Callable[[], object] | None = None
    tip: str = ""


class PlainRow(QWidget):
    """Shows a `PlainLine`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = PlainLine("", "")
        self.label = Label("", Look.SECONDARY, self, wrap=True)
        self.text = Label("", Look.BODY, self, wrap=True)
        self.label.setFixedWidth(px(LABEL_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(3), 0, px(3))
        row.setSpacing(px(8))
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)

    def show_line(self, line: PlainLine) -> None:
        """Shows another one."""
        self._line = line
        self.label.setText(line.label)
        self.text.setText(line.text)
        self.setAccessibleName(f"{line.label}: {line.text}")
        self.setToolTip(line.tip)
        active = line.act is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if active else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() and self._line.act is not None:
            box(painter, self.rect(), px(6), current().soft)
        if self.hasFocus():
            focus_ring(painter, self.rect(), px(6))
