"""A key as it stands on the keyboard, small, beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from ui.fonts import SMALL, font, px
from ui.palette import current
from ui.widgets.drawing import box
from ui.widgets.text import Label

HEIGHT = 19


class KeyCap(Label):
    """The cap as a label."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent=parent)
        self.setProperty("look", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


def key_cap_width(keys: str) -> int:
    """How wide `paint_key_cap` makes it."""
    return QFontMetrics(font(SMALL)).horizontalAdvance(keys) + 2 * px(6)


def paint_key_cap(painter: QPainter, rect: QRect, keys: str) -> None:
    """Draw a cap that fills `rect`."""
    palette = current()
    box(painter, rect, 5, palette.card, palette.line)
    painter.save()
    painter.setFont(font(SMALL))
    painter.setPen(palette.muted)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()
