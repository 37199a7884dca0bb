"""Birthdays and anniversaries as address books write them. What is no date stays unread, never guessed."""

from __future__ import annotations

import re

from relapp.domain.dates import PartialDate

_LOOSE = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEARLESS = re.compile(r"--(\d{2}|\d(?=-))-?(\d{1,2})")
_MONTH_ONLY = re.compile(r"--(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NO_YEAR = (0, 1604)  # Apple's 1604 is a leap year, so that 29 February can be said


def read_date(value: str, omitted_year: str = "") -> PartialDate | None:
    """`1980-03-22`, `19800322`, `--0322`, `1980-03`, `1980`, with or without a time, which is dropped; else None.

    `omitted_year` is X-APPLE-OMIT-YEAR: that year, 1604 and 0000 mean that none is known.
    """
    text = value.strip().partition("T")[0].partition(" ")[0].strip()
    if found := _LOOSE.fullmatch(text):
        return _date(int(found[1]), int(found[3]), int(found[4]), omitted_year)
    if found := _DAY_FIRST.fullmatch(text):
        return _date(int(found[3]), int(found[2]), int(found[1]), omitted_year)
    if found := _YEARLESS.fullmatch(text):
        return _date(0, int(found[1]), int(found[2]), omitted_year)
    if found := _MONTH_ONLY.fullmatch(text):
        return _date(0, int(found[1]), None, omitted_year)
    date = PartialDate.parse(text)
    if date is None and text.startswith("0000") and text[4:].isdecimal():
        return PartialDate.parse("--" + text[4:])
    if date is None or date.year is None or date.month is None:
        return date
    return _date(date.year, date.month, date.day, omitted_year)


def written(date: PartialDate) -> str:
    """As RFC 6350 4.3.1 writes dates: `19800322`, `--0322`, `1980-03`, `1980`."""
    text = str(date)
    return text if date.day is None else ("--" if date.year is None else "") + text.replace("-", "")


def _date(year: int, month: int, day: int | None, omitted_year: str) -> PartialDate | None:
    known = year not in _NO_YEAR and str(year) != omitted_year.strip()
    try:
        return PartialDate(year if known else None, month, day)
    except ValueError:
        return None
