"""A small line of figures, the latest last: how something went, not how much it is. Screen readers pass it by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import px
from ui.palette import Tone, current
from ui.widgets.drawing import is_mirrored

_WIDTH, _HEIGHT = 92, 24


class Sparkline(QWidget):
    """From left to right, or the other way where the language runs so; the highest figure is the top."""

    def __init__(self, figures: Sequence[float], tone: Tone = Tone.AMBER, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = tuple(figures)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Sequence[float], tone: Tone) -> None:
        """Shows others."""
        self._figures, self._tone = tuple(figures), tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), px(_HEIGHT))

    def points(self) -> list[QPointF]:
        """Where the figures lie; a single one makes no line."""
        if len(self._figures) < 2:
            return []
        edge = px(3)
        width, height = self.width() - 2 * edge, self.height() - 2 * edge
        top = max(*self._figures, 1)
        found = [
            QPointF(edge + width * nth / (len(self._figures) - 1), edge + height * (1 - figure / top))
            for nth, figure in enumerate(self._figures)
        ]
        return [QPointF(self.width() - one.x(), one.y()) for one in found] if is_mirrored(self) else found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(current().ink(self._tone), max(1.5, px(2) * 0.85))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(self.points()))
