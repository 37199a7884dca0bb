"""The card with what is planned on the timeline for the coming week, day by day."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby

from relapp.domain import today_words as words
from relapp.domain.entries import kind_of
from relapp.domain.markup import to_plain
from relapp.domain.today import Planned
from relapp.domain.words import tr
from ui.moments import Moments
from ui.palette import Tone
from ui.shell import Shell
from ui.today.rows import Chips, PersonRow, add_ruled
from ui.widgets.card import Card
from ui.widgets.section_header import SectionHeader


class PlannedCard(Card):
    """Gone when nothing is planned."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Planned"), "calendar-blank", tr("7 days"))
        self._shell = shell
        self._moments = Moments(shell.core)
        self.rows: list[PersonRow] = []

    def show_planned(self, planned: tuple[Planned, ...]) -> None:
        """Shows these; the body must be empty."""
        self.setVisible(bool(planned))
        self.rows = []
        today = self._shell.core.desk.today()
        for day, entries in groupby(planned, lambda one: self._moments.day_of(_instant(one.at))):
            self.body.addWidget(SectionHeader(words.day_heading(day, today), ruled=True))
            made = [self._row(one) for one in entries]
            self.rows += made
            add_ruled(self, made)

    def _row(self, one: Planned) -> PersonRow:
        kind = kind_of(one.kind)
        chips: Chips = [
            (kind.label(), Tone.GREEN, kind.icon),
            *([(one.place, Tone.GREY, "map-pin")] if one.place else []),
        ]
        row = PersonRow(one.person, one.people, to_plain(one.text), chips, self._moments.time(_instant(one.at)))
        row.clicked.connect(lambda: self._shell.open_person(one.person))
        row.log_wanted.connect(lambda: self._shell.log_contact(f"{kind.words[0]} {one.people}: "))
        return row


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
