"""Whole days as they are typed: what leaves the day open is refused, what has no year is the nearest or the next."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.errors import Refused
from relapp.domain.relative import date_words
from relapp.domain.typed_days import read_coming_day, read_near_day

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "near", "coming"),
    [
        ("", None, None),
        ("today", TODAY, TODAY),
        ("yesterday", date(2026, 3, 11), date(2026, 3, 11)),
        ("2025-11-30", date(2025, 11, 30), date(2025, 11, 30)),
        ("4 March", date(2026, 3, 4), date(2027, 3, 4)),
        ("20 December", date(2025, 12, 20), date(2026, 12, 20)),
        ("1 September", date(2026, 9, 1), date(2026, 9, 1)),
    ],
)
def test_a_day_is_read(text: str, near: date | None, coming: date | None) -> None:
    assert read_near_day(text, TODAY) == near
    assert read_coming_day(text, TODAY) == coming


def test_a_month_is_a_day_only_where_one_looks_ahead() -> None:
    assert read_coming_day("June 2027", TODAY) == date(2027, 6, 1)
    with pytest.raises(Refused, match="leaves the day open"):
        read_near_day("June 2027", TODAY)


@pytest.mark.parametrize("text", ["someday", "2–9 March", "31 February 2026"])
def test_what_is_no_day_is_refused_by_its_words(text: str) -> None:
    for read in (read_near_day, read_coming_day):
        with pytest.raises(Refused, match=text):
            read(text, TODAY)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_day_that_is_shown_is_read_back(day: date) -> None:
    assert read_near_day(date_words(day), TODAY) == day == read_coming_day(date_words(day), TODAY)
