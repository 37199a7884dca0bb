"""The health of a relationship: cadence, rhythm, standing and reciprocity of one person."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from relapp.domain.answers import waits
from relapp.domain.boundaries.spans import open_time_between
from relapp.domain.cadence import standing
from relapp.domain.errors import NoSuchPerson
from relapp.domain.health import CadencePart, Health, ReciprocityPart, RhythmPart, StandingPart, next_rating
from relapp.domain.instants import instant
from relapp.domain.rhythm import Usual
from relapp.domain.tiers import Tier
from relapp.services.desk import Desk
from relapp.store import answers, my_hours, person_health, standing_marks
from relapp.store.instants import day

YEAR = timedelta(days=365)


class Healths:
    """Reads only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, person: int) -> Health:
        """The four parts as of now. Raises NoSuchPerson."""
        found = person_health.row(self._desk.db, person)
        if found is None:
            raise NoSuchPerson(person)
        today = self._desk.today()
        last = self._last(found.last_contact)
        silent = None if last is None else (today - last).days
        marks = standing_marks.newest(self._desk.db, person)
        mark = marks[0] if marks else None
        tier = None if found.tier is None else Tier(found.tier)
        due, quiet_on = day(found.due_on), day(found.quiet_on)
        usual = None if found.median is None or found.p90 is None else Usual(found.median, found.p90)
        is_quiet = quiet_on is not None and quiet_on <= today
        return Health(
            CadencePart(standing(last, due, found.cadence_days, today), due),
            RhythmPart(usual, silent, is_quiet, found.attempts),
            StandingPart(mark, next_rating(mark, tier, today)),
            self._reciprocity(person, today),
        )

    def _last(self, at: int | None) -> date | None:
        return None if at is None else datetime.fromtimestamp(at, UTC).astimezone(self._desk.zone()).date()

    def _reciprocity(self, person: int, today: date) -> ReciprocityPart:
        db, zone, now = self._desk.db, self._desk.zone(), self._desk.seconds()
        since = int(instant(today - YEAR, datetime.min.time(), zone).timestamp())
        hours = my_hours.read(db, zone).hours
        waited = tuple(
            int(open_time_between(hours, *(datetime.fromtimestamp(at, UTC) for at in pair)).total_seconds()) // 60
            for pair in waits(answers.latest(db, person, since, now))
        )
        return ReciprocityPart(*person_health.directions(db, person, since, now), waited)
