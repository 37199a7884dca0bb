"""Paints one follow-up of the list: the face, who and what, chips that say how it stands, and when it is due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from relapp.domain.names import initials
from ui import icons
from ui.follow_ups.model import FollowUpsModel
from ui.fonts import SECONDARY, STRONG, font, px
from ui.palette import current
from ui.reaching import channel_icon
from ui.standings import Chip
from ui.widgets.avatar import ROW, avatar_tone, paint_avatar
from ui.widgets.chip import GAP, HEIGHT, chip_width, paint_chip
from ui.widgets.drawing import flip, start_side
from ui.widgets.row_table import paint_row_ground

ROW_HEIGHT = 58
Index = QModelIndex | QPersistentModelIndex


class FollowUpDelegate(QStyledItemDelegate):
    """`photo` gives pictures; what is selected is asked of the view."""

    hovered = -1

    def __init__(self, photo: Callable[[int], QPixmap | None], view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._photo = photo

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, FollowUpsModel):
            return
        line = model.line(index.row())
        rect: QRect = option.rect
        mirrored: bool = option.direction == Qt.LayoutDirection.RightToLeft
        row = rect.adjusted(0, px(1), 0, -px(1))
        paint_row_ground(painter, row, self._view, index, self.hovered)
        inner = row.adjusted(px(9), 0, -px(12), 0)
        face = QRect(inner.left(), row.center().y() - px(ROW) // 2, px(ROW), px(ROW))
        picture = self._photo(line.person) if line.has_photo else None
        paint_avatar(painter, flip(face, inner, mirrored), initials(line.shown), avatar_tone(line.person), picture)
        when = model.when(index.row())
        small = font(SECONDARY)
        width = QFontMetrics(small).horizontalAdvance(when) + 2
        place = QRect(inner.right() - width, inner.top(), width, inner.height())
        painter.setFont(small)
        painter.setPen(current().muted)
        painter.drawText(flip(place, inner, mirrored), Qt.AlignmentFlag.AlignVCenter | start_side(mirrored), when)
        glyph = QRect(place.left() - px(28), inner.center().y() - px(8), px(16), px(16))
        if line.channel is not None:
            icons.paint(painter, channel_icon(line.channel), flip(glyph, inner, mirrored), current().muted)
        chips = model.chips(index.row())
        words = inner.adjusted(px(ROW) + px(12), px(8 if chips else 19), -(width + px(44)), 0)
        self._paint_words(painter, words, inner, line.shown, line.what, mirrored)
        self._paint_chips(painter, words, inner, chips, mirrored)

    def _paint_words(self, painter: QPainter, room: QRect, inner: QRect, name: str, what: str, mirrored: bool) -> None:
        strong, plain = font(weight=STRONG), font()
        metrics = QFontMetrics(strong)
        shown = metrics.elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, room.width() * 3 // 5)
        wide = metrics.horizontalAdvance(shown) + 2
        height = metrics.height()
        first = QRect(room.left(), room.top(), wide, height)
        rest = QRect(room.left() + wide + px(4), room.top(), room.width() - wide - px(4), height)
        side = start_side(mirrored) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(strong)
        painter.setPen(current().text)
        painter.drawText(flip(first, inner, mirrored), side, shown)
        painter.setFont(plain)
        painter.setPen(current().muted)
        words = QFontMetrics(plain).elidedText(f"· {what}", Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(flip(rest, inner, mirrored), side, words)

    def _paint_chips(self, painter: QPainter, room: QRect, inner: QRect, chips: list[Chip], mirrored: bool) -> None:
        left = room.left()
        for text, tone, icon in chips:
            width = min(chip_width(text, icon), room.right() - left)
            if width < px(40):
                break
            chip = QRect(left, room.top() + px(21), width, px(HEIGHT))
            paint_chip(painter, flip(chip, inner, mirrored), text, tone, icon, mirrored=mirrored)
            left += width + px(GAP)
