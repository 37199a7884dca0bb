"""What an open follow-up brings next: each planned moment anew, what was delivered never again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from relapp.domain import repeats, series
from relapp.domain.reminders import Planned, Reminder
from relapp.domain.series import Series

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 3, 16, 9, tzinfo=UTC)
"""A Monday, 10:00 in Berlin."""
WEEK = timedelta(days=7)


def weekly(due: datetime | date = START, snoozed_to: datetime | None = None) -> Series:
    reminder = Reminder("f:1", 1, "Ask", due, START - WEEK, snoozed_to=snoozed_to)
    return Series(reminder, repeats.read("FREQ=WEEKLY"), due)


def once(due: datetime = START) -> Series:
    return Series(Reminder("f:1", 1, "Ask", due, START - WEEK), None, due)


def next_of(one: Series, now: datetime, *delivered: datetime) -> tuple[datetime | date | None, int, bool]:
    """Due moment and missed ones of what comes next, and whether the present one was delivered."""
    first, shown = series.coming(one, {moment.isoformat() for moment in delivered}, now, BERLIN)
    return (None, 0, shown) if first is None else (first.snoozed_to or first.due, first.missed, shown)


def test_without_a_repeat_it_comes_once() -> None:
    assert next_of(once(), START) == (START, 0, False)
    assert next_of(once(), START, START) == (None, 0, True)


def test_the_first_moment_comes_before_it_is_there() -> None:
    assert next_of(weekly(), START - WEEK) == (START, 0, False)


def test_of_planned_moments_that_went_by_only_the_latest_comes() -> None:
    assert next_of(weekly(), START + WEEK + timedelta(days=1)) == (START + WEEK, 1, False)


def test_after_it_was_delivered_the_next_planned_moment_comes() -> None:
    summer = START + 2 * WEEK - timedelta(hours=1)  # 10:00 stays 10:00 on 30 March
    assert next_of(weekly(), START + WEEK, START + WEEK) == (summer, 2, True)


def test_what_was_delivered_ahead_is_not_brought_again() -> None:
    assert next_of(weekly(), START, START, START + WEEK) == (START + 2 * WEEK - timedelta(hours=1), 2, True)


def test_a_snooze_covers_the_planned_moments_before_it() -> None:
    late = START + WEEK + timedelta(days=3)
    assert next_of(weekly(snoozed_to=late), START + WEEK) == (late, 1, False)
    assert next_of(weekly(snoozed_to=late), late, late) == (START + 2 * WEEK - timedelta(hours=1), 2, True)


def test_a_planned_moment_after_the_snooze_takes_its_place() -> None:
    soon = START + timedelta(hours=1)
    assert next_of(weekly(snoozed_to=soon), START + WEEK) == (START + WEEK, 1, False)


def test_all_day_repeats_have_days() -> None:
    assert next_of(weekly(date(2026, 3, 16)), START + WEEK) == (date(2026, 3, 23), 1, False)


def test_an_ended_rule_has_nothing_more() -> None:
    one = Series(once().reminder, repeats.read("FREQ=DAILY;COUNT=2"), START)
    last = START + timedelta(days=1)
    assert next_of(one, last, START, last) == (None, 0, True)


def test_expanded_it_stands_at_each_planned_moment_of_the_window() -> None:
    found = series.expand(weekly(), (), START - WEEK, START + 3 * WEEK, BERLIN)
    summer = timedelta(hours=1)
    assert [one.due for one in found] == [START, START + WEEK, START + 2 * WEEK - summer, START + 3 * WEEK - summer]


def test_a_moment_is_overtaken_when_the_next_has_come_before_it_would() -> None:
    first, second, *_ = series.expand(weekly(), (), START, START + 2 * WEEK, BERLIN)
    held = Planned(first, START + WEEK, "", late=True)
    assert series.overtaken(held, second, BERLIN)
    assert not series.overtaken(Planned(first, START + WEEK - timedelta(seconds=1), "", late=True), second, BERLIN)


@given(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY"]),
    st.lists(st.integers(0, 60 * 24 * 400), min_size=1, max_size=12),
)
def test_delivered_as_it_comes_no_moment_comes_twice_and_none_too_early(rule: str, waits: list[int]) -> None:
    one = Series(once().reminder, repeats.read(rule), START)
    now, delivered = START - WEEK, set[str]()
    for minutes in waits:
        now += timedelta(minutes=minutes)
        first, shown = series.coming(one, delivered, now, BERLIN)
        assert first is not None
        assert first.moment not in delivered
        assert isinstance(first.due, datetime)
        if first.due > now:
            assert shown or first.due == START
            continue
        later = series.expand(one, delivered, now, now, BERLIN)
        assert [each.moment for each in later] == [first.moment]
        delivered.add(first.moment)
