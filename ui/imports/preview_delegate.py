"""Paints the lines of the preview, and says where on a line its tick and its two choices lie."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from relapp.domain.merging import field_label
from relapp.domain.words import tr
from ui import icons
from ui.fonts import REGULAR, SECONDARY, SMALL, STRONG, font, px
from ui.imports.preview_model import Line, PreviewModel
from ui.palette import Tone, current
from ui.widgets.chip import HEIGHT, chip_width, paint_chip
from ui.widgets.drawing import box, flip, focus_ring, is_mirrored, start_side

ROW_HEIGHT = 46
Index = QModelIndex | QPersistentModelIndex
_TICK = 16
_SIDE = 10
_INDENT = 36
_LABEL = 108


class Part(StrEnum):
    """What of a line was hit."""

    TICK = "tick"
    KEEP = "keep"
    TAKE = "take"
    LINE = "line"


class PreviewDelegate(QStyledItemDelegate):
    """For a view whose model is a `PreviewModel`."""

    def __init__(self, view: QTableView, model: PreviewModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(240), px(ROW_HEIGHT))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Never: the view hears clicks itself; Qt would look for the tick elsewhere and turn it once more."""
        return False

    def hit(self, line: Line, rect: QRect, at: QPoint) -> Part:
        """What of the line, which fills `rect`, lies at a point."""
        mirrored = is_mirrored(self._view)
        if line.field >= 0:
            keep, take = (flip(place, rect, mirrored) for place in _pills(rect))
            return Part.KEEP if keep.contains(at) else Part.TAKE if take.contains(at) else Part.LINE
        around = flip(_tick(rect), rect, mirrored).adjusted(-px(8), -px(12), px(8), px(12))
        return Part.TICK if around.contains(at) else Part.LINE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect = self._model.line(index.row()), QRect(option.rect)
        mirrored = is_mirrored(self._view)
        if self._view.currentIndex() == index and self._view.hasFocus():
            focus_ring(painter, rect.adjusted(px(1), px(1), -px(1), -px(1)), px(8))
        if line.row < 0:
            self._paint_head(painter, rect, self._model.title(line), mirrored)
        elif line.field >= 0:
            self._paint_choice(painter, rect, line, mirrored)
        else:
            self._paint_record(painter, rect, line, mirrored)

    def _paint_head(self, painter: QPainter, rect: QRect, title: str, mirrored: bool) -> None:
        words = flip(rect.adjusted(px(_SIDE), px(12), -px(_SIDE), 0), rect, mirrored)
        _write(painter, words, title, SMALL, STRONG, current().muted, mirrored)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), current().line)

    def _paint_record(self, painter: QPainter, rect: QRect, line: Line, mirrored: bool) -> None:
        palette, row, on = current(), self._model.row_of(line), self._model.is_in(line)
        _paint_tick(painter, flip(_tick(rect), rect, mirrored), on)
        right = rect.right() - px(_SIDE)
        caret = QRect(right - px(14), rect.center().y() - px(7), px(14), px(14))
        if row.differing:
            name = "caret-down" if self._model.is_open(line) else "caret-left" if mirrored else "caret-right"
            icons.paint(painter, name, flip(caret, rect, mirrored), palette.muted)
        word = row.state.word()
        width = chip_width(word)
        chip = QRect(caret.left() - px(8) - width, rect.center().y() - px(HEIGHT) // 2, width, px(HEIGHT))
        paint_chip(painter, flip(chip, rect, mirrored), word, row.state.tone if on else Tone.GREY, mirrored=mirrored)
        words = QRect(rect.left() + px(_INDENT), rect.top(), chip.left() - px(10) - rect.left() - px(_INDENT), 0)
        upper, lower = words.adjusted(0, px(5), 0, px(23)), words.adjusted(0, px(24), 0, px(42))
        if not row.detail:
            upper = words.adjusted(0, 0, 0, rect.height())
        ink = palette.text if on else palette.muted
        _write(painter, flip(upper, rect, mirrored), row.name, 13, STRONG, ink, mirrored)
        _write(painter, flip(lower, rect, mirrored), row.detail, SECONDARY, REGULAR, palette.muted, mirrored)

    def _paint_choice(self, painter: QPainter, rect: QRect, line: Line, mirrored: bool) -> None:
        found, live = self._model.difference(line), self._model.is_in(line)
        label = QRect(rect.left() + px(_INDENT), rect.top(), px(_LABEL), rect.height())
        words = field_label(found.field)
        _write(painter, flip(label, rect, mirrored), words, SECONDARY, REGULAR, current().muted, mirrored)
        keep, take = (flip(place, rect, mirrored) for place in _pills(rect))
        taken = self._model.is_taken(line)
        texts = (tr("Keep {value}").format(value=found.kept), tr("Take {value}").format(value=found.found))
        _paint_pill(painter, keep, texts[0], not taken, live, mirrored)
        _paint_pill(painter, take, texts[1], taken, live, mirrored)


def _tick(rect: QRect) -> QRect:
    return QRect(rect.left() + px(_SIDE), rect.center().y() - px(_TICK) // 2, px(_TICK), px(_TICK))


def _pills(rect: QRect) -> tuple[QRect, QRect]:
    """Both choices, side by side in equal halves of the room."""
    start, gap = rect.left() + px(_INDENT) + px(_LABEL), px(8)
    width = max(px(40), (rect.right() - px(_SIDE) - start - gap) // 2)
    top, height = rect.center().y() - px(14), px(28)
    return QRect(start, top, width, height), QRect(start + width + gap, top, width, height)


def _paint_tick(painter: QPainter, rect: QRect, on: bool) -> None:
    palette = current()
    box(painter, rect, 5, palette.evergreen if on else palette.card, None if on else palette.muted)
    if on:
        icons.paint(painter, "check", rect.adjusted(px(2), px(2), -px(2), -px(2)), palette.on_primary)


def _paint_pill(painter: QPainter, rect: QRect, text: str, on: bool, live: bool, mirrored: bool) -> None:
    palette = current()
    tone = Tone.GREEN if live else Tone.GREY
    ink = palette.ink(tone) if on else palette.text if live else palette.muted
    box(painter, rect, px(8), palette.ground(tone) if on else palette.card, ink if on else palette.line)
    inner = rect.adjusted(px(10), 0, -px(10), 0)
    mark = QRect(inner.left(), rect.center().y() - px(6), px(12), px(12))
    if on:
        icons.paint(painter, "check", flip(mark, inner, mirrored), ink)
    words = flip(inner.adjusted(px(18), 0, 0, 0), inner, mirrored)
    _write(painter, words, text, SECONDARY, STRONG if on else REGULAR, ink, mirrored)


def _write(
    painter: QPainter, rect: QRect, text: str, size: int, weight: QFont.Weight, ink: QColor, mirrored: bool
) -> None:
    face = font(size, weight)
    painter.setFont(face)
    painter.setPen(ink)
    cut = QFontMetrics(face).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, start_side(mirrored) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
