"""Dates and spans in words, as the screens show them. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain import relative
from relapp.domain.cadence import Standing, State
from relapp.domain.dates import PartialDate

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartialDate(1978, 6, 4), "4 June 1978"),
        (PartialDate(None, 6, 4), "4 June"),
        (PartialDate(1978, 6), "June 1978"),
        (PartialDate(None, 6), "June"),
        (PartialDate(1978), "1978"),
        (date(2026, 3, 2), "2 March 2026"),
    ],
)
def test_a_date_in_words(day: PartialDate | date, words: str) -> None:
    assert relative.date_words(day) == words


@pytest.mark.parametrize(
    ("offset", "words"),
    [(0, "today"), (-1, "yesterday"), (1, "tomorrow"), (-3, "Monday"), (6, "Wednesday"), (-6, "Friday"),
     (-10, "2 March"), (7, "19 March"), (-100, "2 December 2025")],
)  # fmt: skip
def test_a_day_seen_from_today(offset: int, words: str) -> None:
    assert relative.day_words(TODAY + timedelta(days=offset), TODAY) == words


@given(st.dates(), st.dates())
def test_any_two_days_have_words(day: date, today: date) -> None:
    assert relative.day_words(day, today)
    assert relative.anniversary_words(PartialDate.of(day), today).startswith(relative.date_words(day))
    assert relative.birthday_words(PartialDate.of(day), today).startswith(relative.date_words(day))


def test_headings_of_the_timeline() -> None:
    assert relative.day_in_month(date(2026, 3, 2)) == "Mon 2"
    assert [relative.weekday_name(day)[:3] for day in range(7)] == [relative.weekday_short(day) for day in range(7)]


@pytest.mark.parametrize(("days", "words"), [(1, "1 day late"), (2, "2 days late")])
def test_lateness(days: int, words: str) -> None:
    assert relative.late_words(days) == words


@pytest.mark.parametrize(
    ("standing", "chip"),
    [
        (Standing(State.CALM, 12, 30), "12 of 30 d"),
        (Standing(State.SOON, 29, 30), "29 of 30 d"),
        (Standing(State.LATE, 34, 30, 4), "34 of 30 d"),
        (Standing(State.NONE, 1, None), "1 d"),
        (Standing(State.NEW, None, 30), "new"),
        (Standing(State.NEW, None, 30, 5), "new"),
    ],
)
def test_how_it_stands_in_words(standing: Standing, chip: str) -> None:
    assert relative.silence_words(standing) == chip


@pytest.mark.parametrize(
    ("birthday", "words"),
    [
        (PartialDate(1978, 6, 4), "4 June 1978 · 47"),
        (PartialDate(1978, 3, 12), "12 March 1978 · 48 today"),
        (PartialDate(None, 6, 4), "4 June"),
        (PartialDate(2027, 1, 1), "1 January 2027"),
        (PartialDate(1978), "1978 · 48"),
    ],
)
def test_a_birthday_tells_the_age(birthday: PartialDate, words: str) -> None:
    assert relative.birthday_words(birthday, TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartialDate(2019, 3, 19), "19 March 2019 · 7 years next week"),
        (PartialDate(2019, 3, 14), "14 March 2019 · 7 years this week"),
        (PartialDate(2019, 3, 12), "12 March 2019 · 7 years today"),
        (PartialDate(2019, 3, 13), "13 March 2019 · 7 years tomorrow"),
        (PartialDate(2025, 3, 13), "13 March 2025 · 1 year tomorrow"),
        (PartialDate(2019, 3, 23), "23 March 2019 · 6 years"),
        (PartialDate(2019, 3, 11), "11 March 2019 · 7 years"),
        (PartialDate(2026, 3, 1), "1 March 2026"),
        (PartialDate(2026, 3, 12), "12 March 2026"),
        (PartialDate(None, 3, 19), "19 March"),
        (PartialDate(2030, 3, 19), "19 March 2030"),
    ],
)
def test_an_anniversary_tells_the_years(day: PartialDate, words: str) -> None:
    assert relative.anniversary_words(day, TODAY) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (22, "22 min"), (60, "1 h"), (90, "1 h 30"), (65, "1 h 05")]
)
def test_a_duration(minutes: int, words: str) -> None:
    assert relative.minutes_words(minutes) == words
