"""A strong line and a muted one below it, as delegates paint them in lists."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.fonts import SECONDARY, STRONG, font, px
from ui.palette import current
from ui.widgets.drawing import start_side


def paint_two_lines(painter: QPainter, rect: QRect, title: str, detail: str, *, mirrored: bool = False) -> None:
    """Both, centred in `rect` and cut with "…"; without a detail the title alone."""
    strong, small = font(weight=STRONG), font(SECONDARY)
    title_height, detail_height = QFontMetrics(strong).height(), QFontMetrics(small).height()
    height = title_height + (px(2) + detail_height if detail else 0)
    top = rect.center().y() - height // 2 + 1
    side = start_side(mirrored)
    painter.setFont(strong)
    painter.setPen(current().text)
    painter.drawText(QRect(rect.left(), top, rect.width(), title_height), side, _cut(title, strong, rect.width()))
    if detail:
        place = QRect(rect.left(), top + title_height + px(2), rect.width(), detail_height)
        painter.setFont(small)
        painter.setPen(current().muted)
        painter.drawText(place, side, _cut(detail, small, rect.width()))


def _cut(text: str, face: QFont, width: int) -> str:
    return QFontMetrics(face).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)
