"""Paints a change: its title, when it was made, and whether it is undone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relapp.domain.words import tr
from ui.fonts import SECONDARY, STRONG, font, px
from ui.history.model import HistoryModel
from ui.palette import Tone, current
from ui.widgets.chip import HEIGHT, chip_width, paint_chip
from ui.widgets.drawing import box, flip, focus_ring, start_side

ROW_HEIGHT = 44


class ChangeDelegate(QStyledItemDelegate):
    """One line: title, chip, time."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, HistoryModel):
            return
        change = model.change(index.row())
        rect: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        palette = current()
        row = rect.adjusted(0, px(1), 0, -px(1))
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, row, px(8), palette.soft)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, row, px(8))
        inner = row.adjusted(px(12), 0, -px(12), 0)
        when = model.when(change)
        small = font(SECONDARY)
        width = QFontMetrics(small).horizontalAdvance(when) + 2
        place = QRect(inner.right() - width, inner.top(), width, inner.height())
        painter.setFont(small)
        painter.setPen(palette.muted)
        painter.drawText(flip(place, inner, mirrored), Qt.AlignmentFlag.AlignVCenter | start_side(mirrored), when)
        room = inner.adjusted(0, 0, -width - px(12), 0)
        if not change.standing:
            text = tr("undone")
            wide = chip_width(text, "arrow-u-up-left")
            chip = QRect(room.right() - wide, row.center().y() - px(HEIGHT) // 2, wide, px(HEIGHT))
            paint_chip(painter, flip(chip, inner, mirrored), text, Tone.GREY, "arrow-u-up-left", mirrored=mirrored)
            room.adjust(0, 0, -wide - px(8), 0)
        title = font(weight=STRONG)
        painter.setFont(title)
        painter.setPen(palette.text if change.standing else palette.muted)
        words = QFontMetrics(title).elidedText(
            " ".join(change.title.split()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(flip(room, inner, mirrored), Qt.AlignmentFlag.AlignVCenter | start_side(mirrored), words)
