"""Never a wall of red: what is overdue beyond the daily cap stands as a number and can be put on the next open days."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from relapp.core import Core
from relapp.domain.errors import Refused
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Tier
from relapp.domain.settings import DAILY_CAP
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW

LATE = date(2026, 3, 2)


def dues(core: Core, ids: list[int]) -> list[date | datetime]:
    return [core.follow_ups.get(id_).due for id_ in ids]


def late_ones(core: Core, person: int, count: int) -> list[int]:
    return [core.follow_ups.add(NewFollowUp(person, f"Number {one}", LATE)) for one in range(count)]


def test_the_rest_comes_on_the_next_open_days_and_one_undo_takes_it_back(core: Core, tom: int) -> None:
    ids = late_ones(core, tom, 42)
    found = core.today.read().follow_ups
    assert (len(found.overdue), found.overdue_count, found.to_spread) == (12, 42, 30)
    spread = core.follow_ups.spread()
    assert spread == (30, 3, date(2026, 3, 17))
    assert Counter(dues(core, ids)) == {
        LATE: 12,
        date(2026, 3, 13): 12,
        date(2026, 3, 16): 12,
        date(2026, 3, 17): 6,
    }
    after = core.today.read().follow_ups
    assert (len(after.overdue), after.overdue_count, after.to_spread) == (12, 12, 0)
    core.history.undo()
    assert set(dues(core, ids)) == {LATE}


def test_what_must_be_done_by_its_day_stays_and_takes_its_room(core: Core, tom: int) -> None:
    core.settings.set(DAILY_CAP, 2)
    fixed = core.follow_ups.add(NewFollowUp(tom, "Deadline", date(2026, 3, 11), fixed=True))
    urgent = core.follow_ups.add(NewFollowUp(tom, "Call back", LATE, urgent=True))
    anyway = core.follow_ups.add(NewFollowUp(tom, "Ring at night", LATE, anyway=True))
    loose = late_ones(core, tom, 3)
    read = core.today.read().follow_ups
    assert [line.id for line in read.overdue] == [urgent, anyway]
    assert read.to_spread == 3
    core.follow_ups.spread()
    assert dues(core, [fixed, urgent, anyway]) == [date(2026, 3, 11), LATE, LATE]
    assert dues(core, loose) == [date(2026, 3, 13)] * 2 + [date(2026, 3, 16)]
    with pytest.raises(Refused):
        core.follow_ups.spread()


def test_the_closest_come_first_then_the_oldest_and_hours_are_kept(core: Core, tom: int, ana: int) -> None:
    core.settings.set(DAILY_CAP, 1)
    core.people.set_tier([ana], Tier.A)
    of_tom = core.follow_ups.add(NewFollowUp(tom, "Old", datetime(2026, 3, 2, 14, 30, tzinfo=UTC)))
    of_ana = core.follow_ups.add(NewFollowUp(ana, "Young", date(2026, 3, 11)))
    second = core.follow_ups.add(NewFollowUp(ana, "Younger", datetime(2026, 3, 11, 9, tzinfo=UTC)))
    assert [line.id for line in core.today.read().follow_ups.overdue] == [of_ana]
    core.follow_ups.spread()
    assert dues(core, [of_ana, second, of_tom]) == [
        date(2026, 3, 11),
        datetime(2026, 3, 13, 9, tzinfo=UTC),
        datetime(2026, 3, 16, 14, 30, tzinfo=UTC),
    ]


def test_follow_ups_and_people_together_stay_below_the_cap(core: Core, tom: int) -> None:
    late_ones(core, tom, 9)
    for number in range(8):
        person = core.people.add(f"Person {number}")
        core.people.set_tier([person], Tier.A)
        core.entries.log(NewEntry("meeting", NOW - timedelta(days=40), (person,)))
    today = core.today.read()
    assert (len(today.follow_ups.overdue), len(today.overdue), today.overdue_count) == (9, 3, 8)


def test_what_comes_next_is_told_when_nobody_waits(core: Core, tom: int, ana: int) -> None:
    assert core.today.read().next_up is None
    core.people.set_tier([ana], Tier.A)
    core.entries.log(NewEntry("meeting", NOW, (ana,)))
    today = core.today.read()
    assert today.done
    assert today.next_up == (ana, "Ana Castéll", "", date(2026, 4, 11))
    core.follow_ups.add(NewFollowUp(tom, "Ask for the plan", date(2026, 4, 10)))
    assert core.today.read().next_up == (tom, "Tom Keller", "Ask for the plan", date(2026, 4, 10))
    core.follow_ups.add(NewFollowUp(tom, "Call", core.desk.today()))
    assert core.today.read().next_up is None
