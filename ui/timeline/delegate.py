"""Paints an entry: round glyph, title, moment, two lines of the text, chips. All rows have one height.

The row that is opened in place is covered by a widget of the view; the delegate paints the others.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relapp.domain.entries import kind_of
from relapp.domain.entries.kind import Outcome
from relapp.domain.markup import to_plain
from relapp.domain.pages import EntryLine
from relapp.domain.relative import minutes_words
from relapp.domain.words import tr
from ui.fonts import BODY, SECONDARY, STRONG, font, px
from ui.moments import Moments
from ui.palette import Tone, current
from ui.timeline.model import TimelineModel, title_of
from ui.widgets.chip import GAP, HEIGHT, chip_width, paint_chip
from ui.widgets.drawing import box, disc, flip, focus_ring, start_side
from ui.widgets.section_header import paint_section_header

ROW_HEIGHT = 90
MONTH = 20
GLYPH = 30
PITCH = 19
_SEEN = 1000  # signs of a text that two lines can show at most; the rest may be megabytes
TONES = {
    "call": Tone.BLUE,
    "video": Tone.BLUE,
    "email": Tone.GREEN,
    "message": Tone.GREEN,
    "letter": Tone.GREEN,
    "meeting": Tone.BLUE,
    "lunch": Tone.PLUM,
    "visit": Tone.PLUM,
    "gift": Tone.AMBER,
    "social": Tone.AMBER,
    "note": Tone.GREY,
}
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """`now` tells what is still planned; `opened` the row that a widget covers, or -1; `outside` what is marked so."""

    def __init__(
        self,
        moments: Moments,
        now: Callable[[], datetime],
        opened: Callable[[], int],
        outside: Callable[[EntryLine], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._moments = moments
        self._now = now
        self._opened = opened
        self._outside = outside

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(300), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TimelineModel) or index.row() == self._opened():
            return
        line = model.line(index.row())
        if line is None:
            return
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        rect: QRect = option.rect
        row = rect.adjusted(0, px(2), 0, -px(2))
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, row, px(10), current().card, current().line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, row, px(10))
        inner = row.adjusted(px(6), px(5), -px(8), -px(3))
        month = self._month_begun(model, index.row(), line)
        if month:
            place = QRect(inner.left(), inner.top() - px(4), inner.width(), px(MONTH))
            paint_section_header(painter, place, month, mirrored=mirrored)
            inner.adjust(0, px(MONTH) - px(2), 0, 0)
        glyph = QRect(inner.left(), inner.top(), px(GLYPH), px(GLYPH))
        disc(painter, flip(glyph, inner, mirrored), kind_of(line.kind).icon, TONES.get(line.kind, Tone.GREY))
        words = inner.adjusted(px(GLYPH) + px(12), 0, 0, 0)
        self._paint_head(painter, words, inner, line, mirrored)
        most = 1 if month else 2
        text = QRect(words.left(), words.top() + px(PITCH), words.width(), most * px(PITCH))
        used = paint_lines(painter, flip(text, inner, mirrored), to_plain(line.text[:_SEEN]), most)
        chips = QRect(words.left(), words.top() + px(PITCH) * (1 + used) + px(3), words.width(), px(HEIGHT))
        self._paint_chips(painter, chips, inner, line, mirrored)

    def _month_begun(self, model: TimelineModel, row: int, line: EntryLine) -> str:
        """The month whose newest entry this is; empty within a month and at the top, where the view says it."""
        later = model.line(row - 1) if row else None
        if later is None:
            return ""
        day = self._moments.day_of(datetime.fromtimestamp(line.at, UTC))
        later_day = self._moments.day_of(datetime.fromtimestamp(later.at, UTC))
        return "" if (day.year, day.month) == (later_day.year, later_day.month) else self._moments.month(day)

    def _paint_head(self, painter: QPainter, words: QRect, inner: QRect, line: EntryLine, mirrored: bool) -> None:
        small, strong = font(SECONDARY), font(weight=STRONG)
        when = self._when_that_fits(
            line, words.width() - min(px(190), QFontMetrics(strong).horizontalAdvance(title_of(line)))
        )
        width = QFontMetrics(small).horizontalAdvance(when) + 2
        head = QRect(words.left(), words.top(), words.width(), px(PITCH))
        side = start_side(mirrored) | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(current().muted)
        place = QRect(head.right() - width, head.top(), width, head.height())
        painter.drawText(flip(place, inner, mirrored), side, when)
        room = head.adjusted(0, 0, -width - px(10), 0)
        title = QFontMetrics(strong).elidedText(title_of(line), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(strong)
        painter.setPen(current().text)
        painter.drawText(flip(room, inner, mirrored), side, title)

    def _when_that_fits(self, line: EntryLine, room: int) -> str:
        """The month is said above: "Mon 2 · 16:00 · 22 min", or as much of it as the title leaves room for."""
        instant = datetime.fromtimestamp(line.at, UTC)
        parts = [self._moments.day_in_month(self._moments.day_of(instant)), *self._clock_parts(line, instant)]
        metrics = QFontMetrics(font(SECONDARY))
        while len(parts) > 1 and metrics.horizontalAdvance(" · ".join(parts)) + px(12) > room:
            parts.pop()
        return " · ".join(parts)

    def when_words(self, line: EntryLine) -> str:
        """ "Mon 2 March · 16:00 · 22 min"."""
        instant = datetime.fromtimestamp(line.at, UTC)
        return " · ".join([self._moments.day(self._moments.day_of(instant)), *self._clock_parts(line, instant)])

    def _clock_parts(self, line: EntryLine, instant: datetime) -> list[str]:
        length = [minutes_words(line.minutes)] if line.minutes else []
        return [self._moments.time(instant), *length]

    def chips(self, line: EntryLine) -> list[tuple[str, Tone, str]]:
        """Text, tone and icon of the chips below the text."""
        found: list[tuple[str, Tone, str]] = []
        if line.at > self._now().timestamp():
            found.append((tr("planned"), Tone.AMBER, "calendar-blank"))
            return [*found, *_place(line)]
        if line.outcome == Outcome.NO_ANSWER:
            found.append((tr("no answer"), Tone.RED, ""))
        elif line.outcome == Outcome.LEFT_MESSAGE:
            found.append((tr("left a message"), Tone.AMBER, ""))
        if self._outside(line):
            found.append((tr("outside hours"), Tone.PLUM, "moon"))
        return [*found, *_place(line)]

    def _paint_chips(self, painter: QPainter, rect: QRect, inner: QRect, line: EntryLine, mirrored: bool) -> None:
        left = rect.left()
        for text, tone, icon in self.chips(line):
            width = min(chip_width(text, icon), rect.right() - left)
            if width < px(30):
                return
            place = QRect(left, rect.top(), width, rect.height())
            paint_chip(painter, flip(place, inner, mirrored), text, tone, icon, mirrored=mirrored)
            left += width + px(GAP)


def _place(line: EntryLine) -> list[tuple[str, Tone, str]]:
    return [(line.place, Tone.GREY, "map-pin")] if line.place else []


def paint_lines(painter: QPainter, rect: QRect, text: str, most: int) -> int:
    """The text in at most so many lines, the last cut with "…". Returns how many it took."""
    face = font(BODY)
    metrics = QFontMetrics(face)
    layout = QTextLayout(text[:600], face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    painter.setFont(face)
    painter.setPen(current().text)
    layout.beginLayout()
    used = 0
    while used < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        top = rect.top() + used * px(PITCH)
        used += 1
        if used == most and line.textStart() + line.textLength() < len(text):
            rest = metrics.elidedText(text[line.textStart() :][:400], Qt.TextElideMode.ElideRight, rect.width())
            place = QRect(rect.left(), top, rect.width(), px(PITCH))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, rest)
        else:
            line.setPosition(QPointF(0, 0))
            line.draw(painter, QPointF(rect.left(), top + (px(PITCH) - line.height()) / 2))
    layout.endLayout()
    return used
