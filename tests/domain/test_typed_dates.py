"""Dates as they are typed into a personal file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.dates import PartialDate
from relapp.domain.errors import Refused
from relapp.domain.typed_dates import read_typed, typed

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "day", "ends"),
    [
        ("", None, None),
        ("4 June 1978", "1978-06-04", None),
        ("4. Jun 1978", "1978-06-04", None),
        ("June 4, 1978", "1978-06-04", None),
        ("4 june", "--06-04", None),
        ("29 February", "--02-29", None),
        ("June 2027", "2027-06", None),
        ("2027", "2027", None),
        ("1978-06-04", "1978-06-04", None),
        ("4.6.1978", "1978-06-04", None),
        ("2–9 March", "2026-03-02", "2026-03-09"),
        ("2-9 March", "2026-03-02", "2026-03-09"),
        ("28 December to 3 January", "2025-12-28", "2026-01-03"),
        ("1 May 2027 – 3 May 2027", "2027-05-01", "2027-05-03"),
    ],
)
def test_dates_as_one_types_them(text: str, day: str | None, ends: str | None) -> None:
    found = read_typed(text, TODAY)
    assert tuple(None if one is None else str(one) for one in found) == (day, ends)


@pytest.mark.parametrize("text", ["soon", "31 February 2026", "12 Brumaire", "99", "4 June – soon"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="no date"):
        read_typed(text, TODAY)


@given(st.dates(date(1000, 1, 1)), st.booleans())
def test_what_is_shown_is_read_as_the_same(day: date, yearless: bool) -> None:
    wanted = PartialDate(None if yearless else day.year, day.month, day.day)
    assert read_typed(typed(wanted, None), TODAY) == (wanted, None)


@given(st.text(max_size=40))
def test_anything_is_read_or_refused(text: str) -> None:
    try:
        read_typed(text, TODAY)
    except Refused:
        return
