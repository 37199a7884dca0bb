"""Paints an organisation of the list: initials, name, how many people, days since somebody there was met."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relapp.domain.names import initials
from ui.fonts import px
from ui.organisations.model import OrganisationsModel
from ui.palette import Tone, current
from ui.widgets.avatar import ROW, avatar_tone, paint_avatar
from ui.widgets.chip import HEIGHT, chip_width, paint_chip
from ui.widgets.drawing import box, flip, focus_ring
from ui.widgets.two_lines import paint_two_lines

ROW_HEIGHT = 54


class OrganisationDelegate(QStyledItemDelegate):
    """Rows like those of people."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, OrganisationsModel):
            return
        line = model.line(index.row())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        rect: QRect = option.rect
        row = rect.adjusted(0, px(1), 0, -px(1))
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, row, px(10), current().card, current().line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, row, px(10))
        inner = row.adjusted(px(9), 0, -px(9), 0)
        face = QRect(inner.left(), row.center().y() - px(ROW) // 2, px(ROW), px(ROW))
        paint_avatar(painter, flip(face, inner, mirrored), initials(line.name), avatar_tone(line.name))
        words = inner.adjusted(px(ROW) + px(10), 0, 0, 0)
        silence = model.silence(line)
        if silence:
            width = chip_width(silence)
            chip = QRect(words.right() - width, row.center().y() - px(HEIGHT) // 2, width, px(HEIGHT))
            paint_chip(painter, flip(chip, inner, mirrored), silence, Tone.GREY, mirrored=mirrored)
            words.setRight(words.right() - width - px(8))
        paint_two_lines(painter, flip(words, inner, mirrored), line.name, model.people_words(line), mirrored=mirrored)
