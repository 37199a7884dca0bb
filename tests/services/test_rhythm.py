"""Last contact, inbound, outbound, attempts and due day against a plain model, whatever is done to the entries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from relapp.core import Core
from relapp.domain.changes import Change
from relapp.domain.entries.kind import Direction, Effect, Outcome
from relapp.domain.errors import KnownError, Refused
from relapp.domain.people import Tier
from relapp.domain.settings import CADENCES, ME_ZONE
from relapp.domain.timeline import NewEntry
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock

DAY = timedelta(days=1)
moments = st.builds(lambda hours: NOW + timedelta(hours=hours), st.integers(-4000, 400))
kinds = st.sampled_from(["call", "email", "meeting", "note", "letter"])


class Standing(NamedTuple):
    """What the model expects of one person."""

    last_contact: datetime | None
    last_inbound: datetime | None
    last_outbound: datetime | None
    attempts: int


def standing(core: Core, person: int, now: datetime) -> Standing:
    """Worked out from all entries, the slow way."""
    entries = [core.entries.get(id_) for (id_,) in core.desk.db.rows("SELECT id FROM entry")]
    past = [one for one in entries if person in one.people and one.at <= now]
    contact = max((one.at for one in past if one.effect is Effect.CONTACT), default=None)
    inbound = max((one.at for one in past if one.direction is Direction.IN), default=None)
    outbound = max((one.at for one in past if one.direction is Direction.OUT), default=None)
    tried = [one for one in past if one.effect is Effect.ATTEMPT and (contact is None or one.at > contact)]
    return Standing(contact, inbound, outbound, len(tried))


class Rhythms(RuleBasedStateMachine):
    """Random work on the timelines of three people, the clock going on and back."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.clock = StandingClock()
        self.core = on_blank(Path(self._folder.name) / "mine.db", self.clock)

    @initialize()
    def people(self) -> None:
        self.persons = [self.core.people.add(name) for name in ("Tom Keller", "Ana Castell", "Ida Berg")]
        self.core.people.set_tier(self.persons[:2], Tier.A)
        self.core.people.set_cadence(self.persons[2:], 14)

    def teardown(self) -> None:
        self.core.close()
        self._folder.cleanup()

    def entries(self) -> list[int]:
        return [id_ for (id_,) in self.core.desk.db.rows("SELECT id FROM entry ORDER BY id")]

    @rule(
        kind=kinds, at=moments, direction=st.sampled_from(Direction), outcome=st.none() | st.sampled_from(Outcome),
        counts=st.none() | st.booleans(), who=st.sets(st.integers(0, 2), min_size=1),
        edit=st.none() | st.integers(0, 9),
    )  # fmt: skip
    def say(
        self, kind: str, at: datetime, direction: Direction, outcome: Outcome | None, counts: bool | None,
        who: set[int], edit: int | None,
    ) -> None:  # fmt: skip
        """Logs an entry, or makes another one this."""
        people = tuple(self.persons[one] for one in who)
        entry = NewEntry(kind, at, people, "", direction, outcome if kind == "call" else None, None, counts)
        there = self.entries()
        if edit is None or not there:
            self.core.entries.log(entry)
        else:
            self.core.entries.edit(there[edit % len(there)], entry)

    @precondition(lambda self: self.entries())
    @rule(which=st.integers(0, 9), at=moments)
    def move(self, which: int, at: datetime) -> None:
        there = self.entries()
        self.core.entries.move(there[which % len(there)], at)

    @precondition(lambda self: self.entries())
    @rule(which=st.integers(0, 9))
    def delete(self, which: int) -> None:
        there = self.entries()
        self.core.entries.delete([there[which % len(there)]])

    @precondition(lambda self: self.core.history.next_undo().title not in ("", "Ida Berg: contact every 14 days"))
    @rule()
    def undo(self) -> None:
        self.core.history.undo()

    @precondition(lambda self: self.core.history.next_redo() is not None)
    @rule()
    def redo(self) -> None:
        self.core.history.redo()

    @rule(at=moments)
    def clock_moves(self, at: datetime) -> None:
        self.clock.at = at
        self.core.files.ripen()

    @rule(zone=st.sampled_from(["Pacific/Auckland", "America/Los_Angeles", ""]), days=st.integers(1, 60))
    def settings_change(self, zone: str, days: int) -> None:
        self.core.settings.set(ME_ZONE, zone)
        self.core.settings.set(CADENCES[Tier.A], days)

    @invariant()
    def the_list_says_what_the_model_says(self) -> None:
        for person, own in zip(getattr(self, "persons", []), (None, None, 14), strict=False):
            file, expected = self.core.people.file(person), standing(self.core, person, self.clock.at)
            rhythm = file.rhythm
            told = Standing(rhythm.last_contact, rhythm.last_inbound, rhythm.last_outbound, rhythm.attempts)
            assert told == expected
            days = own or self.core.settings.get(CADENCES[Tier.A])
            assert file.due_on == due_on(expected.last_contact, file.person.cadence_since, days, self.core)
        assert self.core.files.check() == []


def due_on(contact: datetime | None, since: date | None, days: int, core: Core) -> str | None:
    start = since if contact is None else contact.astimezone(core.desk.zone()).date()
    return None if start is None else (start + days * DAY).isoformat()


Rhythms.TestCase.settings = settings(max_examples=20, stateful_step_count=12, deadline=None)
TestRhythms = Rhythms.TestCase


def met(core: Core, person: int, at: datetime) -> int:
    return core.entries.log(NewEntry("meeting", at, (person,)))


def last_contact(core: Core, person: int) -> datetime | None:
    return core.people.file(person).rhythm.last_contact


def test_a_back_dated_entry_never_moves_the_last_contact_backwards(core: Core, tom: int) -> None:
    met(core, tom, NOW - DAY)
    met(core, tom, NOW - 300 * DAY)
    assert last_contact(core, tom) == NOW - DAY


def test_deleting_the_last_contact_brings_back_the_one_before(core: Core, tom: int) -> None:
    met(core, tom, NOW - 9 * DAY)
    core.entries.delete([met(core, tom, NOW - DAY)])
    assert last_contact(core, tom) == NOW - 9 * DAY
    core.history.undo()
    assert last_contact(core, tom) == NOW - DAY


def test_an_entry_with_several_people_counts_for_each_and_stops_when_one_is_taken_out(
    core: Core, tom: int, ana: int
) -> None:
    entry = core.entries.log(NewEntry("lunch", NOW - DAY, (tom, ana)))
    assert last_contact(core, tom) == last_contact(core, ana) == NOW - DAY
    core.entries.edit(entry, NewEntry("lunch", NOW - DAY, (ana,)))
    assert last_contact(core, tom) is None
    assert last_contact(core, ana) == NOW - DAY


def test_attempts_are_counted_since_the_last_contact(core: Core, tom: int) -> None:
    for days in (20, 8, 6):
        core.entries.log(NewEntry("call", NOW - days * DAY, (tom,), outcome=Outcome.NO_ANSWER))
    assert core.people.file(tom).rhythm.attempts == 3
    met(core, tom, NOW - 10 * DAY)
    assert core.people.file(tom).rhythm.attempts == 2
    core.entries.log(NewEntry("email", NOW - DAY, (tom,), direction=Direction.IN))
    assert core.people.file(tom).rhythm.attempts == 0


def test_a_planned_entry_counts_once_its_time_has_come(core: Core, clock: StandingClock, tom: int) -> None:
    planned = NOW + 2 * DAY
    met(core, tom, planned)
    assert last_contact(core, tom) is None
    clock.at = planned - timedelta(seconds=1)
    core.files.ripen()
    assert last_contact(core, tom) is None
    clock.at = planned
    core.files.ripen()
    assert last_contact(core, tom) == planned


def test_a_clock_set_back_takes_the_contact_back(core: Core, clock: StandingClock, tom: int) -> None:
    met(core, tom, NOW - 9 * DAY)
    met(core, tom, NOW)
    clock.at = NOW - DAY
    core.files.ripen()
    assert last_contact(core, tom) == NOW - 9 * DAY


def test_ripening_with_nothing_ripe_writes_and_tells_nothing(core: Core, told: list[object], tom: int) -> None:
    core.files.ripen()
    met(core, tom, NOW)
    version, before = core.desk.db.value("SELECT total_changes()"), list(told)
    core.files.ripen()
    assert core.desk.db.value("SELECT total_changes()") == version
    assert told == before


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_refused(core: Core, tom: int, year: int) -> None:
    """There, a day in one zone is no day in another."""
    with pytest.raises(Refused, match=f"can't be of the year {year}"):
        met(core, tom, datetime(year, 1, 1, tzinfo=UTC))
    entry = met(core, tom, NOW)
    with pytest.raises(Refused, match=f"can't be of the year {year}"):
        core.entries.move(entry, datetime(year, 1, 1, tzinfo=UTC))


def test_in_another_zone_the_days_are_worked_out_again(
    core: Core, clock: StandingClock, tom: int, told: list[Change]
) -> None:
    core.files.ripen()
    core.people.set_tier([tom], Tier.A)
    met(core, tom, datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    clock.travel(ZoneInfo("America/New_York"))
    core.files.ripen()
    assert core.people.file(tom).due_on == "2026-03-31"
    assert told[-1].ids == {tom}


def test_a_setting_that_was_not_kept_does_not_count(core: Core, tom: int) -> None:
    """A full disk, or as here one that fails."""
    core.desk.db.execute("CREATE TRIGGER full AFTER INSERT ON setting BEGIN SELECT raise(ABORT, 'disk I/O error'); END")
    with pytest.raises(KnownError):
        core.settings.set(ME_ZONE, "Asia/Tokyo")
    assert core.settings.get(ME_ZONE) == ""


def test_a_day_is_a_day_of_my_zone(core: Core, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    met(core, tom, datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert core.people.file(tom).due_on == "2026-04-01"  # it was the 2nd in Berlin
    core.settings.set(ME_ZONE, "America/New_York")
    assert core.people.file(tom).due_on == "2026-03-31"
    core.history.undo()
    assert core.people.file(tom).due_on == "2026-04-01"
    assert core.desk.zone() == ZoneInfo("Europe/Berlin")
