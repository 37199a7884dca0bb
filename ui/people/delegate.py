"""Paints one person of the list: avatar, name, where they work, and how the silence stands against the cadence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from relapp.domain.cadence import Standing, State, standing
from relapp.domain.directory import PersonLine
from relapp.domain.names import initials
from relapp.domain.relative import silence_words
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.people.model import PeopleModel
from ui.widgets.avatar import ROW, avatar_tone, paint_avatar
from ui.widgets.chip import HEIGHT, chip_width, paint_chip
from ui.widgets.drawing import flip
from ui.widgets.row_table import paint_row_ground
from ui.widgets.two_lines import paint_two_lines

ROW_HEIGHT = 54
_TONES = {State.CALM: Tone.GREEN, State.SOON: Tone.AMBER, State.LATE: Tone.RED, State.NEW: Tone.BLUE}
Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """`today` and `zone` are asked for each paint, so that midnight needs no reload; `photo` gives pictures.

    `hovered` is the row under the pointer. What is selected is asked of the view, too: the flags of the option are
    QStyle's, and that takes 10 ms to be made at the start.
    """

    hovered = -1

    def __init__(
        self,
        today: Callable[[], date],
        zone: Callable[[], tzinfo],
        photo: Callable[[int], QPixmap | None],
        view: QAbstractItemView,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._today = today
        self._zone = zone
        self._photo = photo

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, PeopleModel) else None
        if line is None:
            return
        rect: QRect = option.rect
        mirrored: bool = option.direction == Qt.LayoutDirection.RightToLeft
        row = rect.adjusted(0, px(1), 0, -px(1))
        paint_row_ground(painter, row, self._view, index, self.hovered)
        inner = row.adjusted(px(9), 0, -px(9), 0)
        face = flip(QRect(inner.left(), row.center().y() - px(ROW) // 2, px(ROW), px(ROW)), inner, mirrored)
        picture = self._photo(line.id) if line.has_photo else None
        paint_avatar(painter, face, initials(line.shown), avatar_tone(line.id), picture)
        words = inner.adjusted(px(ROW) + px(10), 0, 0, 0)
        text, tone = self._chip(line)
        if text:
            width = min(chip_width(text), words.width() * 3 // 5)
            chip = QRect(words.right() - width, row.center().y() - px(HEIGHT) // 2, width, px(HEIGHT))
            paint_chip(painter, flip(chip, inner, mirrored), text, tone, mirrored=mirrored)
            words.setRight(words.right() - width - px(8))
        paint_two_lines(painter, flip(words, inner, mirrored), line.shown, line.subtitle, mirrored=mirrored)

    def _chip(self, line: PersonLine) -> tuple[str, Tone]:
        if line.past:
            return tr("former"), Tone.GREY
        found = self._standing(line)
        if found.days is None and found.of is None:
            return "", Tone.GREY
        return silence_words(found), Tone.RED if found.late else _TONES.get(found.state, Tone.GREY)

    def _standing(self, line: PersonLine) -> Standing:
        last = None
        if line.last_contact is not None:
            last = datetime.fromtimestamp(line.last_contact, UTC).astimezone(self._zone()).date()
        due = None if line.due_on is None else date.fromisoformat(line.due_on)
        return standing(last, due, line.cadence_days, self._today())
