"""Which stretch of time an export covers, and its bounds as instants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from relapp.domain.words import tr


class Stretch(StrEnum):
    """The choices; BETWEEN has days of its own."""

    ALWAYS = "always"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    TWELVE_MONTHS = "twelve_months"
    BETWEEN = "between"

    def word(self) -> str:
        """As the list of choices says it."""
        return _WORDS[self]()


_WORDS: dict[Stretch, Callable[[], str]] = {
    Stretch.ALWAYS: lambda: tr("Any time"),
    Stretch.THIS_YEAR: lambda: tr("This year"),
    Stretch.LAST_YEAR: lambda: tr("Last year"),
    Stretch.TWELVE_MONTHS: lambda: tr("The last twelve months"),
    Stretch.BETWEEN: lambda: tr("From one day to another"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch; `first` and `last` count for BETWEEN alone, both days included."""

    stretch: Stretch
    first: date
    last: date

    def days(self, today: date) -> tuple[date, date] | None:
        """The first and the last day, both included; None for any time."""
        if self.stretch is Stretch.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        if self.stretch is Stretch.LAST_YEAR:
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        if self.stretch is Stretch.TWELVE_MONTHS:
            return today - timedelta(days=364), today
        return (self.first, self.last) if self.stretch is Stretch.BETWEEN else None

    def bounds(self, today: date, zone: tzinfo) -> tuple[int | None, int | None]:
        """Since and until in seconds since 1970 UTC, until exclusive; days begin at midnight in `zone`."""
        days = self.days(today)
        if days is None:
            return None, None
        return _midnight(days[0], zone), _midnight(days[1] + timedelta(days=1), zone)


def _midnight(day: date, zone: tzinfo) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp())
