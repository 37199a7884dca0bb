"""Days that come round: leap days, unknown years, and the turn of the year."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.dates import PartialDate
from relapp.domain.today import Dated, Round, coming_round, month_days

DAYS = 14


def found(stored: str, first: date) -> list[tuple[date, int | None]]:
    return [(one.day, one.years) for one in coming_round([Dated(1, "Tom", "birthday", stored)], first, DAYS)]


def test_a_birthday_tells_the_age_it_brings() -> None:
    assert found("1986-03-15", date(2026, 3, 12)) == [(date(2026, 3, 15), 40)]


def test_without_a_year_there_is_no_age() -> None:
    assert found("--03-15", date(2026, 3, 12)) == [(date(2026, 3, 15), None)]


def test_today_counts_and_the_fifteenth_day_does_not() -> None:
    first = date(2026, 3, 12)
    assert found("1986-03-12", first) == [(first, 40)]
    assert found("1986-03-25", first) == [(date(2026, 3, 25), 40)]
    assert found("1986-03-26", first) == []


def test_the_turn_of_the_year_is_no_border() -> None:
    assert found("1986-01-02", date(2025, 12, 28)) == [(date(2026, 1, 2), 40)]


def test_a_leap_day_falls_on_the_28th_in_common_years() -> None:
    assert found("2000-02-29", date(2026, 2, 20)) == [(date(2026, 2, 28), 26)]
    assert found("2000-02-29", date(2028, 2, 20)) == [(date(2028, 2, 29), 28)]


def test_a_date_without_a_day_never_comes_round() -> None:
    assert found("1986-03", date(2026, 3, 12)) == found("1986", date(2026, 3, 12)) == []


def test_the_day_of_birth_itself_is_no_birthday() -> None:
    assert found("2026-03-15", date(2026, 3, 12)) == []


def test_a_renewal_has_its_first_day() -> None:
    [one] = coming_round([Dated(1, "Tom", "renewal", "2026-03-15", "Contract")], date(2026, 3, 12), DAYS)
    assert (one.what, one.title, one.years) == (Round.RENEWAL, "Contract", 0)


def test_the_soonest_comes_first() -> None:
    rows = [
        Dated(1, "B", "birthday", "--03-20"),
        Dated(2, "A", "anniversary", "--03-13"),
        Dated(3, "A", "birthday", "--03-20"),
    ]
    assert [(one.person, one.what) for one in coming_round(rows, date(2026, 3, 12), DAYS)] == [
        (2, Round.ANNIVERSARY),
        (3, Round.BIRTHDAY),
        (1, Round.BIRTHDAY),
    ]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_what_comes_round_is_always_among_the_days_that_are_asked_for(born: date, first: date) -> None:
    """The store asks by month and day; the domain decides. The first may never lose what the second would keep."""
    day = PartialDate.of(born).next_from(first)
    if day is not None and day < first + timedelta(days=DAYS):
        assert f"{born:%m-%d}" in month_days(first, DAYS)
