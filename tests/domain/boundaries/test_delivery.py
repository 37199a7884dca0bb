"""When one reminder comes, by each rule; the worked cases of all the rules stand in `test_worked_cases`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from relapp.domain.boundaries.delivery import delivery
from relapp.domain.boundaries.hours import Closure, Hours, Opening, UrgentRule, Window
from relapp.domain.people import Channel
from relapp.domain.reminders import Delivery, Reminder
from relapp.domain.tiers import Tier
from tests.domain.boundaries.reminding import RULE, at, due, hours, wall

NEW_YORK = hours("mon-fri 09:00-17:00", "America/New_York")
AUCKLAND = hours("mon-fri 09:00-17:00", "Pacific/Auckland")
EASTER = (
    Closure(date(2026, 4, 3), date(2026, 4, 3), "Good Friday", holiday=True),
    Closure(date(2026, 4, 6), date(2026, 4, 6), "Easter Monday", holiday=True),
)


def of(reminder: Reminder, mine: Hours | None = None) -> Delivery:
    return delivery(reminder, mine or hours(), RULE)


@pytest.mark.parametrize(
    ("reminder", "mine", "expected", "late"),
    [
        pytest.param(due("2026-03-12 13:00"), hours(), "Thu 2026-03-12 13:30", True, id="lunch"),
        pytest.param(due("2026-03-12 12:30"), hours(), "Thu 2026-03-12 13:30", True, id="exactly at closing"),
        pytest.param(due("2026-03-14 11:00"), hours(), "Mon 2026-03-16 09:00", True, id="weekend"),
        pytest.param(
            due("2026-03-15", fixed=True), hours(), "Fri 2026-03-13 09:00", False, id="birthday on a closed day"
        ),
        pytest.param(
            due("2026-03-12 22:00", fixed=True), hours(), "Thu 2026-03-12 13:30", False, id="deadline at night"
        ),
        pytest.param(
            due("2026-03-12 13:00", fixed=True, set_at=at("2026-03-12 10:00")),
            hours(),
            "Thu 2026-03-12 12:00",
            False,
            id="deadline at lunch, set late",
        ),
        pytest.param(
            due("2026-04-03 10:00"), hours(closures=EASTER), "Tue 2026-04-07 09:00", True, id="holiday bridge"
        ),
        pytest.param(
            due("2026-03-12 10:00", channel=Channel.CALL, theirs=NEW_YORK),
            hours(),
            "Thu 2026-03-12 14:00",
            True,
            id="two sides",
        ),
    ],
)
def test_when_it_comes_and_whether_that_is_late(reminder: Reminder, mine: Hours, expected: str, late: bool) -> None:
    found = of(reminder, mine)
    assert (wall(found.at), found.late) == (expected, late)


def test_who_never_meet_are_written_to() -> None:
    reminder = due("2026-01-14 10:00", channel=Channel.CALL, theirs=AUCKLAND)
    found = of(reminder, hours("mon-fri 09:00-17:00"))
    assert wall(found.at) == "Wed 2026-01-14 10:00"
    assert found.reason == "your hours never meet: write instead"


def test_letters_need_nobody_to_be_awake() -> None:
    assert wall(of(due("2026-03-12 10:00", channel=Channel.LETTER, theirs=NEW_YORK)).at) == "Thu 2026-03-12 10:00"


@pytest.mark.parametrize("fixed", [False, True])
def test_inside_hours_it_comes_when_it_is_due(fixed: bool) -> None:
    found = of(due("2026-03-12 10:00", fixed=fixed))
    assert (wall(found.at), found.late, found.held) == ("Thu 2026-03-12 10:00", False, False)


def test_what_is_held_back_says_so() -> None:
    found = of(due("2026-03-14 11:00"))
    assert found.reason == "Sat 11:00 is quiet: Mon 16 March 09:00"
    assert found.held


@pytest.mark.parametrize(
    ("set_at", "expected", "late"),
    [
        ("2026-03-12 09:00", "Thu 2026-03-12 13:30", False),  # its opening is still to come
        ("2026-03-12 14:00", "Thu 2026-03-12 17:00", False),
        ("2026-03-12 17:20", "Thu 2026-03-12 17:20", False),  # never before it was set
        ("2026-03-12 18:00", "Fri 2026-03-13 09:00", True),  # nothing open is ahead of it
    ],
)
def test_a_deadline_set_late_comes_before_the_last_closing(set_at: str, expected: str, late: bool) -> None:
    found = of(due("2026-03-12 22:00", fixed=True, set_at=at(set_at)))
    assert (wall(found.at), found.late) == (expected, late)


def test_the_half_hour_before_closing_stays_within_a_short_opening() -> None:
    mine = hours("thu 09:00-10:00, 16:00-16:10")
    found = of(due("2026-03-12 18:00", fixed=True, set_at=at("2026-03-12 16:05")), mine)
    assert wall(found.at) == "Thu 2026-03-12 16:05"


def test_an_all_day_one_comes_with_the_first_opening_of_its_day() -> None:
    for fixed in (False, True):
        found = of(due("2026-03-12", fixed=fixed))
        assert (wall(found.at), found.late, found.held) == ("Thu 2026-03-12 09:00", False, False)


def test_a_flexible_day_that_is_closed_waits_for_the_next() -> None:
    found = of(due("2026-03-14"))
    assert (wall(found.at), found.late, found.held) == ("Mon 2026-03-16 09:00", True, True)


def test_a_fixed_day_set_on_the_day_before_it_comes_before_closing() -> None:
    found = of(due("2026-03-15", fixed=True, set_at=at("2026-03-13 15:00")))
    assert wall(found.at) == "Fri 2026-03-13 17:00"


URGENT: dict[str, Any] = {"urgent": True, "tier": Tier.A, "channel": Channel.CALL}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "Sat 2026-03-14 11:00"),
        ({"tier": Tier.B}, "Mon 2026-03-16 09:00"),
        ({"channel": Channel.EMAIL}, "Mon 2026-03-16 09:00"),
        ({"channel": None}, "Mon 2026-03-16 09:00"),
        ({"fixed": True}, "Sat 2026-03-14 11:00"),
    ],
)
def test_urgent_passes_by_the_rule_alone(more: dict[str, Any], expected: str) -> None:
    found = of(due("2026-03-14 11:00", **{**URGENT, **more}))
    assert wall(found.at) == expected
    assert not found.held


@pytest.mark.parametrize(("clock", "passes"), [("07:59", False), ("08:00", True), ("19:59", True), ("20:00", False)])
def test_urgent_passes_within_its_hours(clock: str, passes: bool) -> None:
    found = of(due(f"2026-03-14 {clock}", **URGENT))
    assert (wall(found.at) == f"Sat 2026-03-14 {clock}") is passes


def test_urgent_hours_may_run_past_midnight() -> None:
    rule = UrgentRule(window=Window(20 * 60, 2 * 60))
    found = delivery(due("2026-03-15 01:30", **URGENT), hours(), rule)
    assert wall(found.at) == "Sun 2026-03-15 01:30"


def test_deliver_anyway_comes_when_it_is_due() -> None:
    assert wall(of(due("2026-03-14 03:00", anyway=True)).at) == "Sat 2026-03-14 03:00"


def test_an_opening_for_a_channel_is_open_for_it_alone() -> None:
    saturday = Opening(date(2026, 3, 14), Window(600, 630), Channel.EMAIL)
    mine = hours(openings=(saturday,))
    assert wall(of(due("2026-03-14 09:30", channel=Channel.EMAIL), mine).at) == "Sat 2026-03-14 10:00"
    assert wall(of(due("2026-03-14 09:30", channel=Channel.CALL), mine).at) == "Mon 2026-03-16 09:00"


def test_no_contact_before_moves_flexible_ones_with_a_channel() -> None:
    hold: dict[str, Any] = {"hold_until": date(2026, 3, 20), "channel": Channel.EMAIL}
    found = of(due("2026-03-12 10:00", **hold))
    assert wall(found.at) == "Fri 2026-03-20 09:00"
    assert found.reason == "you noted: no contact before 20 March"
    assert wall(of(due("2026-03-12 10:00", hold_until=date(2026, 3, 20))).at) == "Thu 2026-03-12 10:00"


@pytest.mark.parametrize("more", [{"fixed": True}, URGENT])
def test_no_contact_before_is_only_told_with_fixed_and_urgent_ones(more: dict[str, Any]) -> None:
    hold: dict[str, Any] = {"hold_until": date(2026, 3, 20), "channel": Channel.CALL}
    found = of(due("2026-03-12 10:00", **{**more, **hold}))
    assert wall(found.at) == "Thu 2026-03-12 10:00"
    assert found.reason == "you noted: no contact before 20 March"


def test_a_snooze_is_flexible_and_keeps_the_lateness_of_its_due_day() -> None:
    snoozed = due("2026-03-10", fixed=True, snoozed_to=at("2026-03-14 11:00"))
    found = of(snoozed)
    assert (wall(found.at), found.late, found.held) == ("Mon 2026-03-16 09:00", True, True)
    early = due("2026-03-12 16:00", snoozed_to=at("2026-03-12 15:00"))
    assert not of(early).late


def test_a_snoozed_one_says_so_and_not_that_it_is_on_time() -> None:
    found = of(due("2026-03-12 10:00", snoozed_to=at("2026-03-12 13:30")))
    assert (wall(found.at), found.late, found.reason) == ("Thu 2026-03-12 13:30", True, "snoozed until Thu 13:30")


def test_a_snooze_to_quiet_time_may_be_asked_for() -> None:
    snoozed = due("2026-03-10 10:00", snoozed_to=at("2026-03-14 11:00"), snoozed_anyway=True)
    assert wall(of(snoozed).at) == "Sat 2026-03-14 11:00"


def test_who_never_opens_is_reminded_when_it_is_due() -> None:
    found = of(due("2026-03-14 11:00"), hours(""))
    assert (wall(found.at), found.reason) == ("Sat 2026-03-14 11:00", "your hours never open")


def test_an_occasion_without_contact_wished_comes_and_says_so() -> None:
    birthday = due("2026-03-12", fixed=True, occasion=True, hold_until=date(2026, 4, 1))
    found = of(birthday)
    assert (wall(found.at), found.reason) == ("Thu 2026-03-12 09:00", "you noted: no contact before 1 April")


def test_a_deadline_in_a_long_leave_comes_before_the_leave() -> None:
    leave = Closure(date(2026, 3, 9), date(2026, 3, 27), "Leave")
    found = of(due("2026-03-20 10:00", fixed=True), hours(closures=(leave,)))
    assert wall(found.at) == "Fri 2026-03-06 13:30"
    assert isinstance(found.at, datetime)


def test_an_all_day_one_that_was_asked_for_does_not_come_at_midnight() -> None:
    assert wall(of(due("2026-03-12", anyway=True)).at) == "Thu 2026-03-12 09:00"
    saturday = of(due("2026-03-14", anyway=True))
    assert (wall(saturday.at), saturday.reason) == ("Sat 2026-03-14 09:00", "you asked for it in quiet time")


def test_an_urgent_day_has_no_hour_that_could_pass() -> None:
    always = UrgentRule(window=Window(0, 24 * 60))
    assert wall(delivery(due("2026-03-12", **URGENT), hours(), always).at) == "Thu 2026-03-12 09:00"
    assert wall(delivery(due("2026-03-14", **URGENT), hours(), always).at) == "Mon 2026-03-16 09:00"


@pytest.mark.parametrize("more", [{"fixed": True}, {"urgent": True}, {"anyway": True}, {}])
def test_no_contact_before_moves_whatever_was_snoozed(more: dict[str, Any]) -> None:
    hold: dict[str, Any] = {"hold_until": date(2026, 3, 20), "channel": Channel.CALL}
    found = of(due("2026-03-10 10:00", snoozed_to=at("2026-03-12 10:00"), **more, **hold))
    assert (wall(found.at), found.held) == ("Fri 2026-03-20 09:00", True)


def test_the_last_open_day_is_the_last_also_when_nights_are_open() -> None:
    assert wall(of(due("2026-03-15", fixed=True), hours("mon-fri 00:00-24:00")).at) == "Fri 2026-03-13 00:00"


def test_two_who_met_before_a_deadline_need_not_write() -> None:
    away = hours(closures=(Closure(date(2026, 3, 14), date(2026, 6, 1), "Leave"),))
    found = of(due("2026-03-14 11:00", fixed=True, channel=Channel.CALL, theirs=away))
    assert (wall(found.at), found.reason) == ("Fri 2026-03-13 13:30", "brought forward: Saturday 11:00 is quiet")


def test_where_they_meet_is_asked_from_the_day_contact_is_wished() -> None:
    away = hours(closures=(Closure(date(2026, 3, 20), date(2026, 6, 1), "Leave"),))
    found = of(due("2026-03-12 10:00", channel=Channel.CALL, theirs=away, hold_until=date(2026, 3, 23)))
    assert (wall(found.at), found.reason) == ("Mon 2026-03-23 09:00", "your hours never meet: write instead")
