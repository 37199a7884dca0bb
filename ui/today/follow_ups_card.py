"""The card with the follow-ups of Today: what is overdue, what is today's, what comes next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relapp.domain.boundaries.hours import BOTH_SIDED
from relapp.domain.follow_ups import FollowUpLine, Spread
from relapp.domain.relative import counted, day_words
from relapp.domain.today import DayReminders, FollowUpsToday
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.reaching import reach, reachable
from ui.shell import Shell
from ui.standings import Chip, Standings
from ui.today.follow_up_rows import FollowUpRow
from ui.widgets.avatar import ROW
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.section_header import SectionHeader
from ui.widgets.text import Label, Look, line

_CHIPS = 2
_LONG = 24
"""Letters of a chip beside which there is no room for another."""


class FollowUpsCard(Card):
    """`rows` are those on show, in order; whoever holds the card lets the keyboard walk through them."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Follow-ups"), "bell", " ")
        self._shell = shell
        self._moments = Moments(shell.core)
        self._standings = Standings(shell.core)
        self.rows: list[FollowUpRow] = []
        self.spread: Button | None = None
        self.add = Button("", "plus", Weight.FLAT, self, name=tr("New follow-up"), small=True)
        self.add.clicked.connect(lambda: shell.plan_follow_up())
        self.add_to_head(self.add)
        self.body.setSpacing(px(2))

    def show_follow_ups(self, found: FollowUpsToday) -> None:
        """Shows these; the body must be empty."""
        self.rows = []
        self.spread = None
        for title, lines, count in (
            (tr("Overdue"), found.overdue, found.overdue_count),
            (tr("Today"), found.today, found.today_count),
            (tr("Next"), found.next, found.next_count),
        ):
            if lines:
                self.body.addWidget(SectionHeader(title, ruled=True))
            for number, one in enumerate(lines):
                if number:
                    self.body.addWidget(line())
                self.body.addWidget(self._row(one))
            if count > len(lines):
                spread = found.to_spread if lines is found.overdue else 0
                self.body.addWidget(self._more(count - len(lines), spread))
        if not self.rows:
            text = tr("None is due. Write “follow up next fri 10:00” at the end of a note, or press Ctrl+Shift+F.")
            self.body.addWidget(Label(text, Look.MUTED, wrap=True))

    def show_held(self, found: DayReminders) -> None:
        """How many waited for today's opening."""
        night = tr("1 held back from last night"), tr("{n} held back from last night")
        longer = tr("1 held back while you were closed"), tr("{n} held back while you were closed")
        self.set_trailing(counted(found.held, *(night if found.since_yesterday else longer)) if found.held else "")

    def _row(self, one: FollowUpLine) -> FollowUpRow:
        row = FollowUpRow(one, self._chips(one), self._standings.when(one.due), self._photo(one))
        row.clicked.connect(lambda: self._shell.open_person(one.person))
        row.asked.connect(lambda wanted: self.act(row, wanted))
        self.rows.append(row)
        return row

    def _chips(self, one: FollowUpLine) -> list[Chip]:
        chips = self._standings.chips(one)
        by_day = self._moments.day_of(one.due) if isinstance(one.due, datetime) else one.due
        both = one.channel in BOTH_SIDED and by_day <= self._shell.core.desk.today()  # later ones: then, not now
        here = reachable(self._shell.core, one.person, self._moments) if both else None
        if here is not None:
            chips.insert(1 if chips and chips[0][1] in (Tone.RED, Tone.AMBER) else 0, here)
        if one.tier is not None and not chips:
            chips.append((tr("{tier} client").format(tier=one.tier), Tone.GREY, ""))
        return chips[: 1 if chips and len(chips[0][0]) > _LONG else _CHIPS]

    def show_time(self) -> bool:
        """Another minute: says what changed. Returns whether that was all; else the card is to be made anew."""
        return all([row.show_chips(self._chips(row.line)) for row in self.rows])

    def _photo(self, one: FollowUpLine) -> QPixmap | None:
        from ui.pictures import face_of

        photo = self._shell.core.people.photo(one.person) if one.has_photo else None
        return None if photo is None else face_of(photo.data, px(ROW))

    def _more(self, count: int, to_spread: int) -> QWidget:
        """The rest as a line that leads to all of them; what is overdue can be put on other days from here."""
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(8))
        more = Button(tr("and {n} more").format(n=count), "", Weight.FLAT, made, small=True)
        more.clicked.connect(lambda: self._shell.open_page("follow_ups"))
        row.addWidget(more)
        if to_spread:
            self.spread = Button(tr("Spread the rest"), "calendar-blank", parent=made, small=True)
            self.spread.setAccessibleDescription(
                counted(to_spread, tr("Moves 1 to another day"), tr("Moves {n} to the next open days"))
            )
            self.spread.clicked.connect(self._spread)
            row.addWidget(self.spread)
        row.addStretch()
        return made

    def _spread(self) -> None:
        """Thousands take a while: that is done beside the window."""
        assert self.spread is not None
        self.spread.setEnabled(False)
        self._shell.tasks.run(
            tr("Spreading what is overdue"), lambda core, _: core.follow_ups.spread(), self._say_spread, self._shell.say
        )

    def _say_spread(self, one: Spread) -> None:
        said = tr("{follow_ups} spread over the next {n} days.") if one.days > 1 else tr("{follow_ups} moved to {day}.")
        follow_ups = counted(one.moved, tr("1 follow-up"), tr("{n} follow-ups"))
        day = day_words(one.last, self._shell.core.desk.today())
        self._shell.say(said.format(follow_ups=follow_ups, n=one.days, day=day), undo=True)

    def act(self, row: FollowUpRow, wanted: str) -> None:
        """Does what a row asks for."""
        from ui import follow_up_acts as acts

        one = row.line
        match wanted:
            case "done":
                acts.done(self._shell, one.id)
            case "snooze":
                button = row.snooze
                acts.snooze_menu(self._shell, [one.id], button).popup(button.mapToGlobal(QPoint(0, button.height())))
            case "reach":
                reach(self._shell, one.person, one.channel, one.what)
            case "edit":
                self._shell.edit_follow_up(one.id)
            case "delete":
                acts.delete(self._shell, [one.id])
