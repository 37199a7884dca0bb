"""Today: a greeting that says how many wait, then who, then what is planned; beside it, the days that come round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import groupby

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain import today_words as words
from relapp.domain.answers import AnswerDue
from relapp.domain.changes import Area
from relapp.domain.directory import PeopleFilter, Sort
from relapp.domain.entries import kind_of
from relapp.domain.markup import to_plain
from relapp.domain.today import Occasion, Planned, Today, Waiting
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.shell import Shell
from ui.today.follow_ups_card import FollowUpsCard
from ui.today.ribbon_card import RibbonCard
from ui.today.rows import AnswerRow, Chips, LineRow, PersonRow
from ui.watching import Watcher
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.page import ScrollColumn
from ui.widgets.row import Row
from ui.widgets.section_header import SectionHeader
from ui.widgets.text import Label, Look, line

_AREAS = (Area.PEOPLE, Area.ENTRIES, Area.ORGANISATIONS, Area.SETTINGS, Area.FOLLOW_UPS, Area.HOURS, Area.DELIVERIES)
_SIDE, _SIDE_LEAST = 393, 236
_ANSWERS = 8
_PAUSE_MS = 120
"""How long the page rests after a change before it looks for what takes longer."""


class TodayPage(QWidget):
    """A plain list, made anew when something changed; the row with the keyboard keeps it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._moments = Moments(shell.core)
        self._hour = -1
        self._behind = False
        self.rows: list[Row] = []
        self.greeting = Label("", Look.TITLE, wrap=True)
        self.day = Label("", Look.MUTED, wrap=True)
        self.ribbon = RibbonCard(shell)
        self.follow_ups = FollowUpsCard(shell)
        self.answers = Card(tr("Answers due"), "envelope-simple", " ")
        self.waiting = Card(tr("Get in touch"), "chats-circle")
        self.planned = Card(tr("Planned"), "calendar-blank", tr("7 days"))
        self.coming = Card(tr("Coming up"), "cake", tr("14 days"))
        self._build_layout()
        self._watcher = Watcher(self, shell.bus, _AREAS, self.reload)
        shell.bus.minute_passed.connect(self._on_minute_passed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._read_more)
        self.reload()

    def _build_layout(self) -> None:
        scroll = ScrollColumn(margin=24, gap=14)
        main = QVBoxLayout()
        main.setSpacing(px(14))
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(self.greeting)
        head.addWidget(self.day)
        main.addLayout(head)
        main.addWidget(self.ribbon)
        main.addWidget(self.follow_ups)
        main.addWidget(self.waiting)
        main.addWidget(self.planned)
        main.addStretch()
        side = QVBoxLayout()
        side.setSpacing(px(14))
        side.addWidget(self.answers)
        side.addWidget(self.coming)
        side.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        columns.addLayout(main, 2)
        columns.addLayout(side, 1)
        for card in (self.answers, self.coming):
            card.setMinimumWidth(px(_SIDE_LEAST))
            card.setMaximumWidth(px(_SIDE))
        scroll.column.addLayout(columns)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    # --- what is shown

    def reload(self) -> None:
        """Reads everything and shows it."""
        today = self._shell.core.today.read()
        held = self._focused()
        self.rows = []
        for card in (self.follow_ups, self.waiting, self.planned, self.answers, self.coming):
            _clear(card.body)
        self._show_head(today)
        self.ribbon.show_day(today.day)
        self.follow_ups.show_follow_ups(today.follow_ups)
        for one in self.follow_ups.rows:
            one.stepped.connect(self._on_row_stepped)
        self.rows += self.follow_ups.rows
        self._show_waiting(today)
        self._show_planned(today.planned)
        self._show_answers(today.answers)
        self._show_coming(today.occasions)
        if held is not None and self.rows:
            row = self.rows[min(held, len(self.rows) - 1)]
            row.show()  # what is not shown yet can't take the keyboard
            row.setFocus(Qt.FocusReason.TabFocusReason)
        self._shell.after_paint(self._later.start)

    def _read_more(self) -> None:
        """What takes longer to find than a page may take to appear."""
        self._behind = not self.isVisible()
        if self._behind:
            return
        found = self._shell.core.today.reminders()
        self.ribbon.show_reminders(found.reminders)
        self.follow_ups.show_held(found)

    def _show_head(self, today: Today) -> None:
        desk = self._shell.core.desk
        now = desk.now().astimezone(desk.zone())
        self._hour = now.hour
        zone = desk.zone()
        self.greeting.setText(words.greeting(now.hour, today.people_count, today.day, done=today.done, zone=zone))
        self.day.setText(words.day_line(today.day, self._moments.time, self._moments.soon, str(zone)))

    def _show_waiting(self, today: Today) -> None:
        self.waiting.set_trailing(words.people_words(today.waiting_count) if today.waiting_count else "")
        for title, people, count in (
            (tr("Overdue"), today.overdue, today.overdue_count),
            (tr("Due today"), today.due, today.due_count),
            (tr("Never contacted yet"), today.never, today.never_count),
        ):
            if people:
                self.waiting.body.addWidget(SectionHeader(title, ruled=True))
                self._add_ruled(self.waiting, [self._waiting_row(one) for one in people])
            if count > len(people):
                self.waiting.body.addWidget(self._more(count - len(people)), 0, Qt.AlignmentFlag.AlignLeft)
        if not today.waiting_count:
            text = tr("Everybody has heard from you in time. Whoever comes due next will stand here.")
            self.waiting.body.addWidget(Label(text, Look.MUTED, wrap=True))

    def _waiting_row(self, one: Waiting) -> PersonRow:
        day = self._shell.core.desk.today()
        late = one.due_on < day.isoformat()
        chips: Chips = [
            (words.lateness(one, day), Tone.RED if late else Tone.AMBER, ""),
            (words.rhythm(one), Tone.GREY, ""),
            *([(words.tried(one.attempts), Tone.GREY, "")] if one.attempts else []),
        ]
        photo = self._photo(one.person) if one.has_photo else None
        return self._person_row(
            PersonRow(one.person, one.shown, one.subtitle, chips, photo=photo), f"call {one.shown}: "
        )

    def _more(self, count: int) -> Button:
        more = Button(tr("and {n} more").format(n=count), "", Weight.FLAT, small=True)
        more.clicked.connect(lambda: self._shell.show_people(PeopleFilter(sort=Sort.OVERDUE)))
        return more

    def _show_planned(self, planned: tuple[Planned, ...]) -> None:
        self.planned.setVisible(bool(planned))
        today = self._shell.core.desk.today()
        for day, entries in groupby(planned, lambda one: self._moments.day_of(_instant(one.at))):
            self.planned.body.addWidget(SectionHeader(words.day_heading(day, today), ruled=True))
            self._add_ruled(self.planned, [self._planned_row(one) for one in entries])

    def _planned_row(self, one: Planned) -> PersonRow:
        kind = kind_of(one.kind)
        chips: Chips = [
            (kind.label(), Tone.GREEN, kind.icon),
            *([(one.place, Tone.GREY, "map-pin")] if one.place else []),
        ]
        row = PersonRow(one.person, one.people, to_plain(one.text), chips, self._moments.time(_instant(one.at)))
        return self._person_row(row, f"{kind.words[0]} {one.people}: ")

    def _person_row(self, row: PersonRow, log: str) -> PersonRow:
        row.clicked.connect(lambda: self._shell.open_person(row.person))
        row.log_wanted.connect(lambda: self._shell.log_contact(log))
        return row

    def _show_answers(self, found: tuple[AnswerDue, ...]) -> None:
        self.answers.setVisible(bool(found))
        self.answers.set_trailing(str(len(found)) if found else "")
        self._add_ruled(self.answers, [self._answer_row(one) for one in found[:_ANSWERS]])
        if len(found) > _ANSWERS:
            self.answers.body.addWidget(Label(tr("and {n} more").format(n=len(found) - _ANSWERS), Look.SECONDARY))

    def _answer_row(self, one: AnswerDue) -> AnswerRow:
        came = tr("came {when}").format(when=self._moments.day_and_time(one.at))
        if one.outside_hours:
            came = tr("{came}, outside hours").format(came=came)
        late = one.due_at <= self._shell.core.desk.now()
        same = self._moments.day_of(one.due_at) == self._shell.core.desk.today()
        by = self._moments.time(one.due_at) if same else self._moments.day_and_time(one.due_at)
        row = AnswerRow(one.shown, came, tr("by {when}").format(when=by), Tone.RED if late else Tone.AMBER)
        row.clicked.connect(lambda: self._shell.open_entry(one.person, one.entry))
        return row

    def _show_coming(self, occasions: tuple[Occasion, ...]) -> None:
        today = self._shell.core.desk.today()
        self._add_ruled(self.coming, [self._occasion_row(one, today) for one in occasions])
        if not occasions:
            text = tr("No birthdays or anniversaries in the next 14 days.")
            self.coming.body.addWidget(Label(text, Look.MUTED, wrap=True))

    def _occasion_row(self, one: Occasion, today: date) -> LineRow:
        row = LineRow(words.occasion_words(one), words.occasion_day(one.day, today))
        row.clicked.connect(lambda: self._shell.open_person(one.person))
        return row

    def _add_ruled(self, card: Card, rows: Sequence[Row]) -> None:
        """Rows with fine lines between them."""
        card.body.setSpacing(px(2))
        for number, row in enumerate(rows):
            if number:
                card.body.addWidget(line())
            card.body.addWidget(row)
            row.stepped.connect(self._on_row_stepped)
            self.rows.append(row)

    def _photo(self, person: int) -> QPixmap | None:
        photo = self._shell.core.people.photo(person)
        pixmap = QPixmap()
        return pixmap if photo is not None and pixmap.loadFromData(photo.data) else None

    # --- what happened

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._later.start()

    def _focused(self) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)

    def _on_row_stepped(self, step: int) -> None:
        here = self._focused()
        if here is not None and 0 <= here + step < len(self.rows):
            self.rows[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_minute_passed(self) -> None:
        """Another hour greets otherwise, and a plan whose time has come is no longer one; clocks go on elsewhere."""
        self.ribbon.show_now()
        desk = self._shell.core.desk
        if desk.now().astimezone(desk.zone()).hour != self._hour or (
            self.isVisible() and not self.follow_ups.show_time()
        ):
            self._watcher.mark_stale()


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _clear(body: QVBoxLayout) -> None:
    while (item := body.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
