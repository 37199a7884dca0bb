"""Many reminders: leave, cap, digest, pause, sleep, and that the plan says the same when it is asked later."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from relapp.domain.boundaries.hours import Closure, Pause
from relapp.domain.boundaries.plan import plan
from relapp.domain.people import Channel
from relapp.domain.reminders import Planned, Reminder
from relapp.domain.tiers import Tier
from tests.domain.boundaries.reminding import BERLIN, RULE, at, due, hours, wall

LEAVE = Closure(date(2026, 4, 3), date(2026, 4, 10), "Leave")


def planned(*reminders: Reminder, now: str = "2026-03-01 10:00", **more: object) -> tuple[Planned, ...]:
    return plan(reminders, hours(closures=(LEAVE,)), at(now), rule=RULE, **more)  # type: ignore[arg-type]


def in_leave() -> list[Reminder]:
    return [due(f"2026-04-{3 + number % 8:02d} {9 + number % 7:02d}:15", f"f:{number:02d}") for number in range(30)]


def days_of(found: tuple[Planned, ...]) -> dict[str, int]:
    return dict(Counter(wall(one.at) for one in found))


def test_a_leave_comes_back_spread_out() -> None:
    assert days_of(planned(*in_leave())) == {
        "Mon 2026-04-13 09:00": 12,
        "Tue 2026-04-14 09:00": 12,
        "Wed 2026-04-15 09:00": 6,
    }


def test_the_plan_says_the_same_when_it_is_asked_later() -> None:
    before = planned(*in_leave())
    come, rest = before[:12], before[12:]
    assert {wall(one.at) for one in come} == {"Mon 2026-04-13 09:00"}
    spent = {date(2026, 4, 13): 12}
    for now in ("2026-04-13 09:01", "2026-04-13 12:45", "2026-04-13 18:00"):
        later = planned(*(one.reminder for one in rest), now=now, spent=spent)
        assert [(one.reminder.key, one.at) for one in later] == [(one.reminder.key, one.at) for one in rest]


def test_carried_over_ones_go_before_those_of_the_day() -> None:
    own = [due(f"2026-04-14 07:{minute:02d}", f"f:own{minute}", tier=Tier.A) for minute in range(5)]
    found = planned(*in_leave(), *own)
    tuesday = [one for one in found if wall(one.at).startswith("Tue")]
    assert len(tuesday) == 12
    assert not [one for one in tuesday if "own" in one.reminder.key]


def test_over_the_cap_closer_clients_come_first_then_the_oldest() -> None:
    tiers = [None, Tier.C, Tier.B, Tier.A]
    reminders = [due(f"2026-03-14 1{n}:00", f"f:{n}", tier=tier) for n, tier in enumerate(tiers)]
    found = planned(*reminders, due("2026-03-14 09:00", "f:9", tier=Tier.B), cap=2)
    assert {one.reminder.key for one in found if wall(one.at).startswith("Mon")} == {"f:3", "f:9"}
    assert {one.reminder.key for one in found if wall(one.at).startswith("Tue")} == {"f:2", "f:1"}
    assert all(one.pushed for one in found if not wall(one.at).startswith("Mon"))


def test_fixed_urgent_and_what_is_due_in_open_time_is_never_moved_nor_counted() -> None:
    due_now = [due("2026-03-12 10:00", f"f:{number}") for number in range(20)]
    fixed = [due("2026-03-12", f"f:x{number}", fixed=True) for number in range(20)]
    anyway = [due("2026-03-12 13:00", f"f:y{number}", anyway=True) for number in range(20)]
    held = due("2026-03-12 13:00", "f:h")
    found = planned(*due_now, *fixed, *anyway, held, cap=1)
    assert not [one for one in found if one.pushed]
    assert wall(found[-1].at) == "Thu 2026-03-12 13:30"


def test_two_that_come_with_an_opening_come_as_one_digest_oldest_first() -> None:
    found = planned(due("2026-03-14 12:00", "f:1"), due("2026-03-14 11:00", "f:2"), due("2026-03-16", "f:3"))
    assert [one.reminder.key for one in found] == ["f:2", "f:1", "f:3"]
    assert all(one.digest for one in found)


def test_a_single_one_comes_as_itself() -> None:
    found = planned(due("2026-03-14 12:00", "f:1"), due("2026-03-16 10:00", "f:2"))
    assert [one.digest for one in found] == [False, False]


def test_the_digest_can_be_switched_off() -> None:
    found = planned(due("2026-03-14 12:00", "f:1"), due("2026-03-14 11:00", "f:2"), digest=False)
    assert [one.digest for one in found] == [False, False]


def test_what_was_slept_through_comes_at_once_after_waking() -> None:
    (found,) = planned(due("2026-03-12 10:00"), now="2026-03-12 11:00")
    assert (wall(found.at), found.late) == ("Thu 2026-03-12 11:00", True)


@pytest.mark.parametrize("fixed", [False, True])
def test_waking_in_quiet_time_waits_for_the_opening(fixed: bool) -> None:
    (found,) = planned(due("2026-03-12 10:00", fixed=fixed), now="2026-03-12 12:45")
    assert wall(found.at) == "Thu 2026-03-12 13:30"


def test_the_beat_may_be_a_little_late_without_holding_anything_back() -> None:
    now = at("2026-03-12 10:00") + timedelta(milliseconds=300)
    found = plan(
        [due("2026-03-12 10:00", f"f:{number}") for number in range(20)], hours(), now, rule=RULE, cap=12
    )  # fmt: skip
    assert [one.at for one in found] == [now] * 20
    assert not [one for one in found if one.held or one.pushed]


PAUSE = Pause(at("2026-03-12 09:30"), at("2026-03-12 15:00"))


def test_a_pause_holds_everything_to_its_end() -> None:
    urgent = due("2026-03-12 11:00", "f:3", urgent=True, tier=Tier.A, channel=Channel.CALL)
    found = planned(
        due("2026-03-12 10:00", "f:1"), due("2026-03-12 11:00", "f:2", fixed=True), urgent, pause=PAUSE
    )  # fmt: skip
    assert {wall(one.at) for one in found} == {"Thu 2026-03-12 15:00"}
    assert all(one.late for one in found)


def test_a_pause_that_ends_in_quiet_time_is_followed_by_it() -> None:
    pause = Pause(PAUSE.start, at("2026-03-12 20:00"))
    (found,) = planned(due("2026-03-12 10:00", fixed=True), pause=pause)
    assert wall(found.at) == "Fri 2026-03-13 09:00"


def test_nothing_comes_before_now_and_nothing_is_lost() -> None:
    reminders = [*in_leave(), due("2026-03-12", "f:a"), due("2026-03-12 10:00", "f:b", fixed=True)]
    now = at("2026-04-08 03:00")
    found = plan(reminders, hours(closures=(LEAVE,)), now, rule=RULE)
    assert Counter(one.reminder.key for one in found) == Counter(one.key for one in reminders)
    assert all(one.at >= now for one in found)
    assert all(one.at.astimezone(BERLIN).hour >= 9 for one in found)


def test_who_never_opens_is_not_kept_waiting() -> None:
    found = plan(
        [due(f"2026-03-14 11:{n:02d}", f"f:{n}") for n in range(20)], hours(""), at("2026-03-01 10:00"), rule=RULE
    )
    assert days_of(found) == {f"Sat 2026-03-14 11:{n:02d}": 1 for n in range(20)}


@pytest.mark.parametrize("behind", [timedelta(0), timedelta(milliseconds=20), timedelta(seconds=59)])
def test_the_beat_finds_the_digest_that_was_foretold(behind: timedelta) -> None:
    reminders = [
        due("2026-03-12", "f:day"),
        due("2026-03-12", "f:fixed day", fixed=True),
        due("2026-03-12 12:45", "f:forward", fixed=True),
        due("2026-03-12 09:00", "f:sharp"),
        due("2026-03-11 22:00", "f:held"),
    ]
    found = plan(reminders, hours(), at("2026-03-12 09:00") + behind, rule=RULE)
    assert {one.reminder.key for one in found if one.digest} == {one.key for one in reminders}


def test_two_due_at_the_same_moment_within_hours_are_no_digest() -> None:
    reminders = [due("2026-03-12 10:00", "f:1"), due("2026-03-12 10:00", "f:2")]
    for behind in (timedelta(0), timedelta(seconds=1)):
        found = plan(reminders, hours(), at("2026-03-12 10:00") + behind, rule=RULE)
        assert [one.digest for one in found] == [False, False]


def test_who_met_once_and_meets_no_more_is_not_waited_for() -> None:
    away = hours(closures=(Closure(date(2026, 3, 14), date(2026, 12, 1), "Leave"),))
    reminder = due("2026-03-12 10:00", channel=Channel.CALL, theirs=away)
    (found,) = plan([reminder], hours(), at("2026-03-21 10:00"), rule=RULE)
    assert wall(found.at) == "Mon 2026-03-23 09:00"


def test_the_cap_holds_also_for_those_who_meet_no_more() -> None:
    away = hours(closures=(Closure(date(2026, 3, 14), date(2026, 12, 1), "Leave"),))
    reminders = [due("2026-03-12 12:45", f"f:{n}", channel=Channel.CALL, theirs=away) for n in range(3)]
    found = plan(reminders, hours(), at("2026-03-21 10:00"), rule=RULE, cap=2)
    assert [wall(one.at) for one in found] == ["Mon 2026-03-23 09:00"] * 2 + ["Tue 2026-03-24 09:00"]


def test_a_backlog_is_spread_only_as_far_as_one_looks() -> None:
    until = at("2026-04-14 18:00")
    whole, near = planned(*in_leave()), planned(*in_leave(), until=until)
    assert [one for one in near if one.at < until] == [one for one in whole if one.at < until]
    assert len(near) == len(whole)
