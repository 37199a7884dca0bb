"""Icons as Qt's own QIcon, for actions and menus: each painting asks the theme for its colour anew."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from ui.icons import paint_glyph
from ui.palette import Tone, current


def glyph_icon(glyph: str, tone: Tone) -> QIcon:
    """A QIcon of one character of the icon font."""
    return QIcon(GlyphEngine(glyph, tone))


class GlyphEngine(QIconEngine):
    """Paints one glyph at whatever size and density it is asked for."""

    def __init__(self, glyph: str, tone: Tone) -> None:
        super().__init__()
        self._glyph = glyph
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = current()
        color = palette.muted if mode == QIcon.Mode.Disabled else palette.ink(self._tone)
        paint_glyph(painter, self._glyph, QRectF(rect), color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return GlyphEngine(self._glyph, self._tone)
