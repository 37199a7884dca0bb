"""A ring that fills as days pass: "12 of 30 days"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import BOLD, REGULAR, font, px
from ui.palette import Tone, current

SIZE = 60
_STROKE = 5.0


class Ring(QWidget):
    """Part of a whole, with a number in the middle and a few words below it; the words also go to screen readers."""

    def __init__(self, parent: QWidget | None = None, size: int = SIZE) -> None:
        super().__init__(parent)
        self._size = size
        self._part = 0.0
        self._big = ""
        self._small = ""
        self._tone = Tone.GREEN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, done: float, whole: float, big: str, small: str, tone: Tone = Tone.GREEN) -> None:
        """Fill `done` of `whole` (never more than the full ring; nothing when `whole` is 0)."""
        self._part = min(1.0, max(0.0, done / whole)) if whole > 0 else 0.0
        self._big, self._small, self._tone = big, small, tone
        self.setAccessibleName(f"{big} {small}".strip())
        self.setToolTip(self.accessibleName())
        self.update()

    @property
    def part(self) -> float:
        """How much of the ring is filled, 0 to 1."""
        return self._part

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current()
        inset = _STROKE / 2 + 1
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(palette.line, _STROKE))
        painter.drawEllipse(area)
        if self._part:
            pen = QPen(palette.ink(self._tone), _STROKE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(area, 90 * 16, -round(self._part * 360 * 16))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        palette = current()
        middle = QRectF(self.rect())
        painter.setPen(palette.text)
        big = round(self._size * 0.26)
        painter.setFont(_fitting(self._big, self.width() * 0.72, range(big, big // 2, -1), BOLD))
        lift = self.height() * 0.085 if self._small else 0.0
        painter.drawText(middle.translated(0, -lift), Qt.AlignmentFlag.AlignCenter, self._big)
        painter.setPen(palette.muted)
        painter.setFont(_fitting(self._small, self.width() * 0.7, (10, 9, 8)))
        painter.drawText(middle.translated(0, self.height() * 0.16), Qt.AlignmentFlag.AlignCenter, self._small)


def _fitting(text: str, width: float, sizes: Sequence[int], weight: QFont.Weight = REGULAR) -> QFont:
    """The first of the sizes in which the text keeps clear of the ring, or the last."""
    for size in sizes:
        face = font(size, weight)
        if QFontMetrics(face).horizontalAdvance(text) <= width:
            break
    return face
