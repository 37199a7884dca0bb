"""Paints a line of the search box's list: face, words with the matching ones bold, and what stands at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from relapp.domain.names import initials
from ui import icons
from ui.fonts import BOLD, MEDIUM, REGULAR, SECONDARY, font, px
from ui.palette import current
from ui.search.marked import Marked, from_first_match, marked, plain
from ui.search.model import FoundModel
from ui.search.rows import Face, Row
from ui.widgets.avatar import avatar_tone, paint_avatar
from ui.widgets.drawing import box, disc, flip, is_mirrored, start_side
from ui.widgets.key_cap import HEIGHT as CAP_HEIGHT
from ui.widgets.key_cap import key_cap_width, paint_key_cap
from ui.widgets.section_header import paint_section_header

Index = QModelIndex | QPersistentModelIndex
_HEADING, _ONE_LINE, _TWO_LINES = 26, 38, 48
_SIDE = 10
_FACE = 30


class FoundDelegate(QStyledItemDelegate):
    """`photo` gives a person's picture, or None."""

    def __init__(self, view: QListView, model: FoundModel, photo: Callable[[int], QPixmap | None]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._photo = photo

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index.row())
        height = _HEADING if row.act is None else _TWO_LINES if row.detail else _ONE_LINE
        return QSize(px(200), px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, mirrored = self._model.row(index.row()), QRect(option.rect), is_mirrored(self._view)
        inner = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        if row.act is None:
            paint_section_header(painter, inner.adjusted(0, px(4), 0, 0), row.title, mirrored=mirrored)
            return
        if self._view.selectionModel().isSelected(index):
            box(painter, rect.adjusted(0, px(1), 0, -px(1)), px(8), current().evergreen_ground)
        face = QRect(inner.left(), rect.center().y() - px(_FACE) // 2, px(_FACE), px(_FACE))
        self._paint_face(painter, flip(face, rect, mirrored), row)
        words = inner.adjusted(px(_FACE) + px(10), 0, 0, 0)
        words.setRight(words.right() - self._paint_end(painter, inner, rect, row, mirrored))
        upper, lower = QRect(words), QRect(words)
        if row.detail:
            upper.setBottom(rect.center().y())
            lower.setTop(rect.center().y())
            upper.translate(0, px(2))
            lower.translate(0, -px(2))
            _write(painter, flip(lower, rect, mirrored), row.detail, SECONDARY, REGULAR, current().muted, mirrored)
        _write(painter, flip(upper, rect, mirrored), row.title, 13, MEDIUM, current().text, mirrored)

    def _paint_face(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if row.face is Face.AVATAR:
            picture = self._photo(row.person)
            paint_avatar(painter, rect, initials(plain(row.title)), avatar_tone(row.person), picture)
        elif row.face is Face.DISC:
            disc(painter, rect, row.icon, row.tone)
        elif row.face is Face.ICON:
            inset = px(7)
            icons.paint(painter, row.icon, rect.adjusted(inset, inset, -inset, -inset), current().muted)

    def _paint_end(self, painter: QPainter, inner: QRect, rect: QRect, row: Row, mirrored: bool) -> int:
        """The date, the number or the keys at the end of the line; returns the room it takes."""
        if row.keys:
            width = key_cap_width(row.keys)
            cap = QRect(inner.right() - width, rect.center().y() - px(CAP_HEIGHT) // 2, width, px(CAP_HEIGHT))
            paint_key_cap(painter, flip(cap, rect, mirrored), row.keys)
            return width + px(10)
        if not row.trailing:
            return 0
        width = QFontMetrics(font(SECONDARY)).horizontalAdvance(row.trailing)
        place = flip(QRect(inner.right() - width, rect.top(), width + 1, rect.height()), rect, mirrored)
        painter.setFont(font(SECONDARY))
        painter.setPen(current().muted)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, row.trailing)
        return width + px(10)


def _write(
    painter: QPainter, rect: QRect, text: str, size: int, weight: QFont.Weight, ink: QColor, mirrored: bool
) -> None:
    """One line in the middle of `rect`, with what matched bold and in full ink; cut where room lacks."""
    face = font(size, weight)
    metrics = QFontMetrics(face)
    room = max(1, rect.width())
    found = from_first_match(marked(text), room // max(1, metrics.averageCharWidth()))
    bold = font(size, BOLD)
    if found.parts:
        bold_more = sum(QFontMetrics(bold).horizontalAdvance(found.text[a:b]) for a, b in found.parts)
        room -= max(0, bold_more - sum(metrics.horizontalAdvance(found.text[a:b]) for a, b in found.parts))
    cut = metrics.elidedText(found.text, Qt.TextElideMode.ElideRight, room)
    layout = _laid_out(Marked(cut, found.parts), face, bold, ink, rect.width(), mirrored)
    painter.setPen(ink)
    layout.draw(painter, QPointF(rect.left(), rect.center().y() - layout.boundingRect().height() / 2 + 1))


def _laid_out(found: Marked, face: QFont, bold: QFont, ink: QColor, width: int, mirrored: bool) -> QTextLayout:
    layout = QTextLayout(found.text, face)
    option = QTextOption(start_side(mirrored))
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    strong = QTextCharFormat()
    strong.setFont(bold)
    strong.setForeground(current().text)
    formats = []
    for begin, end in found.parts:
        part = QTextLayout.FormatRange()
        part.start, part.length = begin, min(end, len(found.text)) - begin
        part.format = strong
        if part.length > 0:
            formats.append(part)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout
