"""The rhythm that is kept for each person: against counting by hand, and against the rule in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relapp.core import Core
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.timeline import NewEntry
from relapp.store import bulk, derived
from tests.bench.gone_quiet import in_one_statement
from tests.bench.portfolio import ENTRY, LINK
from tests.clocks import NOW, StandingClock

DAY = timedelta(days=1)
TODAY = NOW.date()


class Said(NamedTuple):
    """An entry, so many hours ago."""

    hours: int
    kind: str
    effect: str


class Expected(NamedTuple):
    """What a row says."""

    gaps: int
    median: float | None
    p90: int | None
    last_day: date | None
    quiet_on: date | None
    by_attempts: bool
    last_met: date | None
    last_social: date | None


near = st.integers(-2, 30).map(lambda weeks: 24 * 7 * weeks) | st.integers(-48, 24 * 400)
edge = st.integers(24 * 1094, 24 * 1099)
met = st.builds(Said, near | near | edge, st.sampled_from(("call", "lunch", "visit")), st.just("contact"))
said = st.builds(
    Said,
    near | edge | st.integers(0, 24 * 1200),
    st.sampled_from(("call", "email", "lunch", "visit", "social")),
    st.sampled_from(("contact", "attempt", "attempt", "none")),
)
timeline = st.builds(list.__add__, st.lists(met, min_size=5, max_size=12) | st.just([]), st.lists(said, max_size=8))
timelines = st.lists(timeline, min_size=2, max_size=4)
leaves = st.lists(
    st.tuples(st.integers(-200, 400), st.integers(0, 20), st.booleans(), st.booleans()), max_size=4
)  # days ago, length, holiday, off


def write(core: Core, people: Sequence[int], told: list[list[Said]], leave: list[tuple[int, int, bool, bool]]) -> None:
    """Nothing but this."""
    db, now = core.desk.db, int(NOW.timestamp())
    with db.transaction():
        for table in ("entry_person", "entry", "closure"):
            db.execute(f"DELETE FROM {table}")
        for person, entries in zip(people, told, strict=False):
            rows = [
                (f"{person}-{i}", one.kind, now - 3600 * one.hours, "out", None, one.effect, "")
                for i, one in enumerate(entries)
            ]
            ids = bulk.insert(db, "entry", ENTRY, rows)
            links = [(person, id_, row[2], row[5], row[3]) for id_, row in zip(ids, rows, strict=True)]
            bulk.insert(db, "entry_person", LINK, links)
        for ago, length, holiday, off in leave:
            first = TODAY - ago * DAY
            values = (str(first), str(first + length * DAY), holiday, off)
            db.execute("INSERT INTO closure (first, last, holiday, off) VALUES (?, ?, ?, ?)", values)
        bulk.mark_stale(db, people)
        derived.refresh(db, core.desk.basis())


def by_hand(core: Core, entries: list[Said], leave: list[tuple[int, int, bool, bool]]) -> Expected:
    moments = sorted((NOW - timedelta(hours=one.hours), one) for one in entries if one.hours >= 0)
    zone = core.desk.zone()
    dated = [(at, at.astimezone(zone).date(), one) for at, one in moments]
    contacts = [(at, day) for at, day, one in dated if one.effect == "contact"]
    days = sorted({day for _, day in contacts if (TODAY - day).days <= 1096})
    gaps = sorted((after - before).days for before, after in pairwise(days))
    since = max((at for at, _ in contacts), default=datetime(1, 1, 1, tzinfo=UTC))
    tried = [day for at, day, one in dated if one.effect == "attempt" and at > since]
    third, long = (tried[2] if len(tried) > 2 else date.max), date.max
    usual: tuple[float | None, int | None] = (None, None)
    if len(gaps) >= 4:
        p90 = next(gap for place, gap in enumerate(gaps, 1) if 10 * place >= 9 * len(gaps))
        usual = (median(gaps), p90)
        limit = max(Fraction(p90), Fraction(3, 2) * Fraction(median(gaps)))
        long = days_on(contacts[-1][1], limit, leave)
    quiet = min(third, long)
    return Expected(
        len(gaps),
        *usual,
        max((day for _, day in contacts), default=None),
        None if quiet == date.max else quiet,
        third < long,
        max((day for _, day, one in dated if one.kind in ("lunch", "visit")), default=None),
        max((day for _, day, one in dated if one.kind == "social"), default=None),
    )


def days_on(start: date, limit: Fraction, leave: list[tuple[int, int, bool, bool]]) -> date:
    """The first day on which at least `limit` days that are not closed have passed."""
    passed, day = 0, start
    while passed < limit:
        day += DAY
        passed += not any(
            -ago <= (day - TODAY).days <= length - ago for ago, length, holiday, off in leave if not holiday and not off
        )
    return day


def kept(core: Core, person: int) -> Expected:
    gaps, middle, p90, by_attempts, *days = core.desk.db.one(
        "SELECT gaps, median, p90, by_attempts, last_day, quiet_on, last_met, last_social FROM rhythm "
        "WHERE person_id = ?",
        (person,),
    )
    last, quiet, met, social = (None if day is None else date.fromisoformat(day) for day in days)
    return Expected(gaps, middle, p90, last, quiet, bool(by_attempts), met, social)


def test_each_row_is_what_counting_by_hand_says_and_so_is_the_rule_in_one_statement(core: Core) -> None:
    people = [core.people.add(name) for name in ("Tom", "Ana", "Ida", "Bo")]

    @settings(max_examples=40, deadline=None)
    @given(timelines, leaves)
    def check(told: list[list[Said]], leave: list[tuple[int, int, bool, bool]]) -> None:
        write(core, people, told, leave)
        expected = [by_hand(core, entries, leave) for entries in told]
        assert [kept(core, person) for person in people[: len(told)]] == expected
        quiet = [
            (str(one.quiet_on), person)
            for person, one in zip(people, expected, strict=False)
            if one.quiet_on is not None and one.quiet_on <= TODAY
        ]
        assert core.quiet.everybody() == [person for _, person in sorted(quiet)]
        assert in_one_statement(core) == [(person, day) for day, person in sorted(quiet)]
        assert core.quiet.count() == len(quiet) == len(core.quiet.going_quiet())

    check()


leave_alone = st.lists(st.tuples(st.integers(-60, 120), st.integers(0, 9), st.just(False), st.just(False)), max_size=3)


def test_leave_that_changes_moves_the_quiet_day_as_if_it_had_always_been_so(core: Core) -> None:
    people = [core.people.add(name) for name in ("Tom", "Ana", "Ida", "Bo")]

    @settings(max_examples=30, deadline=None)
    @given(timelines, leave_alone, leave_alone)
    def check(
        told: list[list[Said]], before: list[tuple[int, int, bool, bool]], after: list[tuple[int, int, bool, bool]]
    ) -> None:
        write(core, people, told, before)
        db = core.desk.db
        with db.transaction():
            db.execute("DELETE FROM closure")
            for ago, length, _, _ in after:
                first = TODAY - ago * DAY
                db.execute("INSERT INTO closure (first, last) VALUES (?, ?)", (str(first), str(first + length * DAY)))
            derived.refresh(db, core.desk.basis())
        assert [kept(core, person) for person in people[: len(told)]] == [by_hand(core, one, after) for one in told]

    check()


@pytest.fixture
def regular(core: Core, tom: int) -> int:
    """Tom, met every ten days, last today."""
    for days in range(0, 60, 10):
        core.entries.log(NewEntry("meeting", NOW - days * DAY, (tom,)))
    return tom


def test_what_is_older_than_three_years_ripens_out(core: Core, clock: StandingClock, regular: int) -> None:
    assert [one.sentence for one in core.quiet.going_quiet()] == []
    clock.advance(days=64)
    assert [(one.sentence, one.silent) for one in core.quiet.going_quiet()] == [
        ("usually every 10 days; silent for 64", 64)
    ]
    clock.advance(days=1096 - 64 - 20)
    core.files.ripen()
    assert core.quiet.count() == 0
    assert kept(core, regular).gaps == 2


def test_three_attempts_without_answer_are_a_silence_until_one_comes(
    core: Core, clock: StandingClock, tom: int
) -> None:
    for kind, outcome in (("email", None), ("letter", None), ("call", Outcome.NO_ANSWER), ("gift", None)):
        clock.advance(days=1)
        core.entries.log(NewEntry(kind, clock.at, (tom,), direction=Direction.OUT, outcome=outcome))
    assert core.quiet.count() == 0
    clock.advance(days=1)
    core.entries.log(NewEntry("message", clock.at, (tom,), direction=Direction.OUT))
    assert [(one.sentence, one.quiet_on, one.silent) for one in core.quiet.going_quiet()] == [
        ("your last 3 messages had no answer", clock.at.date(), None)
    ]
    core.people.hold(tom, clock.at.date() + DAY)
    assert core.quiet.going_quiet() == []
    assert core.quiet.everybody() == []
    core.history.undo()
    core.entries.log(NewEntry("email", clock.at + timedelta(minutes=5), (tom,), direction=Direction.IN))
    clock.advance(hours=1)
    core.files.ripen()
    assert core.quiet.count() == 0
