"""Days told relative to a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.sample.moments import WEEKDAYS, Moments, is_working, scattered, working_day

BERLIN = ZoneInfo("Europe/Berlin")
THURSDAY = Moments(datetime(2026, 3, 12, 10, 12, tzinfo=BERLIN), BERLIN)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("today", date(2026, 3, 12)),
        ("today-12", date(2026, 2, 28)),
        ("today+3-40y", date(1986, 3, 15)),
        ("monday", date(2026, 3, 9)),
        ("monday-1", date(2026, 3, 2)),
        ("sunday+5", date(2026, 4, 12)),
        ("thursday", date(2026, 3, 5)),
    ],
)
def test_a_day_is_told_relative_to_today(told: str, day: date) -> None:
    assert THURSDAY.day(told) == day


def test_a_leap_day_some_years_back_is_the_28th() -> None:
    leap = Moments(datetime(2028, 2, 29, 12, tzinfo=BERLIN), BERLIN)
    assert leap.day("today-40y") == date(1988, 2, 29)
    assert leap.day("today-41y") == date(1987, 2, 28)


def test_a_moment_is_wall_time_told_in_utc() -> None:
    assert THURSDAY.moment("sunday-1 21:40") == datetime(2026, 3, 1, 20, 40, tzinfo=UTC)
    assert THURSDAY.moment("today+20 09:00") == datetime(2026, 4, 1, 7, 0, tzinfo=UTC)


def test_blanks_take_the_names_of_their_days() -> None:
    assert THURSDAY.fill("in {month:sunday+5}, on {weekday:today+1}, {day:today}") == "in April, on Friday, 12 March"


@pytest.mark.parametrize("told", ["", "soon", "today 09:00", "12 March", "someday"])
def test_what_is_no_day_is_refused(told: str) -> None:
    with pytest.raises(ValueError):
        THURSDAY.some_day(told)


def test_the_present_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        Moments(datetime(2026, 3, 12), BERLIN)  # noqa: DTZ001


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001
def test_the_last_of_a_weekday_lies_within_the_week_before_today(now: datetime) -> None:
    moments = Moments(now, BERLIN)
    for number, name in enumerate(WEEKDAYS):
        day = moments.day(name.lower())
        assert day is not None
        assert day.weekday() == number
        assert timedelta(days=1) <= moments.today - day <= timedelta(days=7)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.floats(0, 0.999))
def test_a_free_day_gives_way_to_a_working_day(day: date, chance: float) -> None:
    assert is_working(working_day(day)) and working_day(day) <= day
    assert is_working(working_day(day, 1)) and working_day(day, 1) >= day
    assert is_working(scattered(day, chance)) and scattered(day, chance) <= day
    assert not is_working(day) or working_day(day) == day
