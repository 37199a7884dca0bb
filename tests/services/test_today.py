"""Today: who waits, what is planned and what comes round, each as of now in my zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.entries.kind import Direction
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Tier
from relapp.domain.timeline import NewEntry
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def core(tmp_path: Path, clock: StandingClock) -> Iterator[Core]:
    made = on_blank(tmp_path / "x.db", clock)
    yield made
    made.close()


def met(core: Core, name: str, days_ago: int, tier: Tier = Tier.A) -> int:
    """Somebody of that tier whom I met so many days ago."""
    person = core.people.add(name)
    core.people.set_tier([person], tier)
    core.entries.log(NewEntry("meeting", NOW - timedelta(days=days_ago), (person,)))
    return person


def test_the_longest_overdue_comes_first(core: Core) -> None:
    late, later = met(core, "Late", 31), met(core, "Later", 40)
    today = core.today.read()
    assert [one.person for one in today.overdue] == [later, late]
    assert (today.overdue_count, today.waiting_count) == (2, 2)


def test_the_due_day_itself_is_due_and_not_late(core: Core) -> None:
    person = met(core, "Tom Keller", 30)
    today = core.today.read()
    assert [one.person for one in today.due] == [person]
    assert today.overdue == ()


def test_who_is_not_due_yet_does_not_wait(core: Core) -> None:
    met(core, "Tom Keller", 29)
    core.people.add("Without a tier")
    assert core.today.read().waiting_count == 0


def test_who_was_never_contacted_comes_due_too(core: Core, clock: StandingClock) -> None:
    person = core.people.add("Tom Keller")
    core.people.set_tier([person], Tier.A)
    clock.advance(days=30)
    assert [one.person for one in core.today.read().never] == [person]


def test_the_archived_the_deleted_and_the_held_do_not_wait(core: Core) -> None:
    for act in (core.people.archive, core.people.trash):
        act([met(core, "Somebody", 40)])
    core.people.hold(met(core, "Held", 40), date(2026, 3, 13))
    again = met(core, "Held until today", 40)
    core.people.hold(again, date(2026, 3, 12))
    today = core.today.read()
    assert [one.person for one in today.overdue] == [again]
    assert today.waiting_count == core.today.waiting_count() == 1


def test_only_some_are_listed_and_all_are_counted(core: Core) -> None:
    for number in range(15):
        met(core, f"Person {number:02d}", 40)
    today = core.today.read(shown=12)
    assert (len(today.overdue), today.overdue_count) == (12, 15)


def test_plans_of_a_week_stand_there_once_each_in_their_order(core: Core) -> None:
    tom, ida = core.people.add("Tom Keller"), core.people.add("Ida Keller")
    later = core.entries.log(NewEntry("lunch", NOW + timedelta(days=2), (tom, ida), "Lorry", place="Oslo"))
    soon = core.entries.log(NewEntry("call", NOW + timedelta(hours=1), (ida,)))
    core.entries.log(NewEntry("call", NOW - timedelta(minutes=1), (ida,)))
    planned = core.today.read().planned
    assert [one.entry for one in planned] == [soon, later]
    assert sorted(planned[1].people.split(", ")) == ["Ida Keller", "Tom Keller"]
    assert (planned[1].place, planned[1].text) == ("Oslo", "Lorry")


def test_the_week_ends_with_its_last_day_in_my_zone(core: Core) -> None:
    tom = core.people.add("Tom Keller")
    last = core.entries.log(NewEntry("call", datetime(2026, 3, 19, 22, 59, tzinfo=UTC), (tom,)))
    core.entries.log(NewEntry("call", datetime(2026, 3, 19, 23, 0, tzinfo=UTC), (tom,)))
    assert [one.entry for one in core.today.read().planned] == [last]


def test_birthdays_of_those_one_works_with_come_round(core: Core) -> None:
    people = [core.people.add(name) for name in ("Elif Brandt", "Archived")]
    for person in people:
        draft = PersonDraft.of(core.people.file(person))
        core.people.save(person, replace(draft, birthday=PartialDate(1986, 3, 15)))
    core.people.archive(people[1:])
    assert [(one.person, one.day, one.years) for one in core.today.read().occasions] == [
        (people[0], date(2026, 3, 15), 40)
    ]


def test_follow_ups_stand_as_overdue_todays_and_next(core: Core, tom: int, clock: StandingClock) -> None:
    today = core.desk.today()
    for days in (-2, 0, 1, 7, 8):
        core.follow_ups.add(NewFollowUp(tom, f"{days}", today + timedelta(days=days)))
    weekly = NewFollowUp(tom, "weekly", date(2026, 2, 16), repeat="FREQ=WEEKLY;BYDAY=MO")
    core.follow_ups.add(weekly)
    found = core.today.read().follow_ups
    assert [(line.what, line.due) for line in found.overdue] == [
        ("weekly", date(2026, 3, 9)),
        ("-2", date(2026, 3, 10)),
    ]
    assert [line.what for line in found.today] == ["0"]
    assert [line.what for line in found.next] == ["1", "7"]
    assert (found.overdue_count, found.today_count, found.next_count) == (2, 1, 2)


def test_what_is_snoozed_until_later_today_stays_on_the_page(core: Core, tom: int, clock: StandingClock) -> None:
    soon, later = (core.follow_ups.add(NewFollowUp(tom, what, NOW)) for what in ("soon", "later"))
    core.follow_ups.snooze(soon, NOW + timedelta(minutes=15))
    core.follow_ups.snooze(later, NOW + timedelta(days=1))
    found = core.today.read().follow_ups
    assert [line.what for line in found.today] == ["soon"]
    assert found.today_count == 1


def test_next_ones_stand_in_the_order_in_which_they_come(core: Core, tom: int) -> None:
    """A birthday on Sunday is brought forward to Friday, before a call on Saturday."""
    core.follow_ups.add(NewFollowUp(tom, "call", datetime(2026, 3, 14, 11, tzinfo=UTC)))
    core.follow_ups.add(NewFollowUp(tom, "birthday", date(2026, 3, 15), fixed=True))
    assert [line.what for line in core.today.read().follow_ups.next] == ["birthday", "call"]


def test_everybody_who_waits_counts_once(core: Core, tom: int, ana: int) -> None:
    core.people.set_tier([tom], Tier.A)
    core.entries.log(NewEntry("email", NOW - timedelta(days=20), (tom,), direction=Direction.IN))
    core.people.set_cadence([tom], 10)
    core.follow_ups.add(NewFollowUp(tom, "call", NOW))
    assert core.today.waiting_count() == core.today.read().people_count == 1
    core.follow_ups.add(NewFollowUp(ana, "write", core.desk.today()))
    assert core.today.waiting_count() == 2
    core.follow_ups.move(2, core.desk.today() + timedelta(days=1))
    assert core.today.waiting_count() == 1
