"""Dates that come round: a birthday may lack its year, and 29 February falls on the 28th in common years."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date

_FULL = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_YEARLESS = re.compile(r"--(\d{2})(?:-?(\d{2}))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the year, or all but the year, may be unknown. At least one part is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year is None and self.month is None:
            raise ValueError("a date needs a year or a month")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        year = 2000 if self.year is None else self.year  # a leap year, for the yearless 29 February
        date(year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate | None:
        """Read `1978-06-04`, `19780604`, `--06-04`, `--0604`, `--06`, `1978-06` or `1978`; None when it is none."""
        text = text.strip()
        try:
            if found := _FULL.fullmatch(text):
                return cls(int(found[1]), int(found[2]), int(found[3]))
            if found := _YEARLESS.fullmatch(text):
                return cls(None, int(found[1]), None if found[2] is None else int(found[2]))
            if found := _MONTH.fullmatch(text):
                return cls(int(found[1]), int(found[2]))
            if found := _YEAR.fullmatch(text):
                return cls(int(found[1]))
        except ValueError:
            return None
        return None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """ISO 8601 where the year is known, RFC 6350's `--MM-DD` where not."""
        head = "-" if self.year is None else f"{self.year:04d}"
        return "-".join([head, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])

    def whole(self) -> date | None:
        """The date itself when all parts are known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def first(self) -> date | None:
        """The first day it may mean; None without a year."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date | None:
        """The last day it may mean; None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def in_year(self, year: int) -> date | None:
        """The day it falls on in `year`; None without month and day."""
        if self.month is None or self.day is None:
            return None
        if (self.month, self.day) == (2, 29) and not isleap(year):
            return date(year, 2, 28)
        return date(year, self.month, self.day)

    def next_from(self, day: date) -> date | None:
        """The first time it comes round on or after `day`."""
        this_year = self.in_year(day.year)
        if this_year is None or this_year >= day:
            return this_year
        return self.in_year(day.year + 1)

    def years_on(self, day: date) -> int | None:
        """Whole years since it, as of `day` (an age); None without a year."""
        if self.year is None:
            return None
        this_year = self.in_year(day.year)
        return day.year - self.year - (1 if this_year is not None and this_year > day else 0)
