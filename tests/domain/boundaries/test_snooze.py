"""Until when one can snooze: computed from hours, each instant once, quiet ones with what comes instead."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.boundaries.hours import Closure, Hours
from relapp.domain.boundaries.snooze import choices, chosen
from relapp.domain.people import Channel
from tests.domain.boundaries.reminding import at, due, hours, wall


def offered(now: str, mine: Hours | None = None) -> dict[str, str]:
    return {one.key: wall(one.at) for one in choices(mine or hours(), at(now))}


def test_in_the_morning_every_choice_is_there() -> None:
    assert offered("2026-03-12 09:30") == {
        "15_minutes": "Thu 2026-03-12 09:45",
        "1_hour": "Thu 2026-03-12 10:30",
        "after_break": "Thu 2026-03-12 13:30",
        "tomorrow": "Fri 2026-03-13 09:00",
        "next_week": "Mon 2026-03-16 09:00",
    }


def test_each_instant_is_offered_once() -> None:
    found = choices(hours(), at("2026-03-13 15:00"))
    assert len({one.at for one in found}) == len(found)
    assert "after_break" not in {one.key for one in found}


@pytest.mark.parametrize(
    ("now", "key", "opening"),
    [
        ("2026-03-12 09:00", "after_break", "13:30"),
        ("2026-03-12 12:45", "after_break", "13:30"),
        ("2026-03-12 08:59", "next_opening", "09:00"),  # before the day's first opening there is no break
    ],
)
def test_the_next_opening_begins_after_now(now: str, key: str, opening: str) -> None:
    assert offered(now)[key] == f"Thu 2026-03-12 {opening}"


def test_tomorrow_is_named_by_its_real_day() -> None:
    (found,) = [one for one in choices(hours(), at("2026-03-13 10:00")) if wall(one.at) == "Mon 2026-03-16 09:00"]
    assert (found.key, found.label, found.day) == ("tomorrow", "Monday", True)


def test_a_choice_in_quiet_time_says_what_comes_instead() -> None:
    found = {one.key: one for one in choices(hours(), at("2026-03-12 12:20"))}
    assert wall(found["15_minutes"].at) == "Thu 2026-03-12 12:35"
    instead = found["15_minutes"].instead
    assert instead is not None and wall(instead) == "Thu 2026-03-12 13:30"
    assert found["after_break"].instead is None


def test_after_leave_is_offered_within_a_week_of_it() -> None:
    leave = Closure(date(2026, 4, 3), date(2026, 4, 10), "Leave")
    mine = hours(closures=(leave,))
    assert "after_leave" not in offered("2026-03-26 10:00", mine)
    assert offered("2026-03-27 10:00", mine)["after_leave"] == "Mon 2026-04-13 09:00"
    assert offered("2026-04-05 10:00", mine)["next_opening"] == "Mon 2026-04-13 09:00"


def test_a_date_of_ones_own_may_be_quiet() -> None:
    found = chosen(hours(), at("2026-03-14 11:00"), "Saturday")
    assert found.instead == at("2026-03-16 09:00")
    assert chosen(hours(), at("2026-03-12 10:00"), "Thursday").instead is None


def test_who_never_opens_can_wait_a_little() -> None:
    assert set(offered("2026-03-12 10:00", hours(""))) == {"15_minutes", "1_hour"}
    assert not [one for one in choices(hours(""), at("2026-03-12 10:00")) if one.instead]


def test_a_call_is_put_off_until_both_are_open() -> None:
    new_york = hours("mon-fri 09:00-17:00", "America/New_York")
    call = due("2026-03-12 09:00", fixed=True, urgent=True, channel=Channel.CALL, theirs=new_york)
    found = {one.key: one.instead for one in choices(hours(), at("2026-03-12 09:30"), call)}
    assert found["15_minutes"] == found["after_break"] == at("2026-03-12 14:00")
    assert found["tomorrow"] == at("2026-03-13 14:00")
    later = {one.key: one.instead for one in choices(hours(), at("2026-03-12 15:00"), call)}
    assert later["1_hour"] is None


def test_who_is_not_to_be_contacted_yet_is_put_off_until_then() -> None:
    mail = due("2026-03-12 09:00", channel=Channel.EMAIL, hold_until=date(2026, 3, 18))
    found = {one.key: one.instead for one in choices(hours(), at("2026-03-12 09:30"), mail)}
    assert found["tomorrow"] == found["next_week"] == at("2026-03-18 09:00")
