"""Going quiet: whose silence is long against their own rhythm, or who leaves attempts without an answer."""

from __future__ import annotations

from datetime import date

from relapp.domain.quiet import Quiet, sentence
from relapp.domain.rhythm import LOOKS_BACK, pulse
from relapp.services.desk import Desk
from relapp.store import quiet
from relapp.store.local_days import local_days

SHOWN = 12


class GoingQuiet:
    """Reads only. People on hold, archived and deceased ones are never among them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def going_quiet(self, limit: int | None = SHOWN) -> list[Quiet]:
        """At most `limit` (None: all), by tier, then whose silence is longest against their own rhythm."""
        today = self._desk.today()
        rows = quiet.first(self._desk.db, today.isoformat(), -1 if limit is None else limit)
        return [self._quiet(row, today) for row in rows]

    def everybody(self) -> list[int]:
        """All of them by id, who went quiet the longest ago first; quick however many there are."""
        return quiet.everybody(self._desk.db, self._desk.today().isoformat())

    def count(self) -> int:
        """How many have gone quiet."""
        return quiet.count(self._desk.db, self._desk.today().isoformat())

    def active(self) -> int:
        """Of how many people: all that are in the list."""
        return quiet.active(self._desk.db)

    def pulse(self, person: int) -> tuple[int, ...]:
        """The points of a person's sparkline, quiet or not: days of contact a quarter, over a year, the latest last."""
        return self._pulse(person, self._desk.today())

    def _quiet(self, row: quiet.QuietRow, today: date) -> Quiet:
        silence = row.silence
        return Quiet(
            person=row.person,
            shown=row.shown,
            subtitle=row.subtitle,
            tier=silence.tier,
            silent=None if silence.last_day is None else (today - silence.last_day).days,
            sentence=sentence(silence, today),
            spark=self._pulse(row.person, today),
            quiet_on=row.quiet_on,
            has_photo=row.has_photo,
        )

    def _pulse(self, person: int, today: date) -> tuple[int, ...]:
        zone, end = local_days(self._desk.zone()), today.toordinal()
        moments = quiet.contacts(self._desk.db, person, zone.beginning(end - LOOKS_BACK), self._desk.seconds())
        return pulse(sorted({zone.of(at) for at in moments}), end)
