"""Days told relative to a given moment, in one zone: weekdays, working days, hours. It never asks for now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from relapp.domain.dates import PartialDate

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_RELATIVE = re.compile(r"(today|[a-z]+day)(?:([+-]\d+))?(?:([+-]\d+)y)?")
_BLANK = re.compile(r"\{(month|weekday|day):([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Moments:
    """The present (an aware instant) as it is seen in one zone."""

    now: datetime
    zone: ZoneInfo

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("the sample needs an instant with a zone")

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def day(self, told: str) -> date | None:
        """`today-12`, `today+7-7y`, or `monday-1`: the Monday of the week before the last one begun before today.

        None when it is told otherwise. A year without 29 February takes the 28th.
        """
        found = _RELATIVE.fullmatch(told.strip())
        if found is None:
            return None
        number = int(found[2] or 0)
        if found[1] == "today":
            day = self.today + timedelta(days=number)
        else:
            back = (self.today.weekday() - WEEKDAYS.index(found[1].capitalize()) - 1) % 7 + 1
            day = self.today - timedelta(days=back) + timedelta(weeks=number)
        moved = PartialDate.of(day).in_year(day.year + int(found[3] or 0))
        return moved if moved is not None else day

    def some_day(self, told: str) -> PartialDate:
        """A relative day, or a fixed one as `PartialDate` reads it. Raises ValueError for neither."""
        day = self.day(told)
        known = PartialDate.parse(told) if day is None else PartialDate.of(day)
        if known is None:
            raise ValueError(f"{told!r} is no day")
        return known

    def instant(self, day: date, minute: int) -> datetime:
        """The UTC instant of a wall time, in minutes since midnight."""
        return datetime.combine(day, time(minute // 60, minute % 60), self.zone).astimezone(UTC)

    def moment(self, told: str) -> datetime:
        """A day and an hour, `today-12 09:40` or `sunday-1 21:40`, as a UTC instant."""
        day_told, _, hour = told.rpartition(" ")
        day = self.day(day_told)
        if day is None:
            raise ValueError(f"{told!r} is no moment")
        hours, minutes = hour.split(":")
        return self.instant(day, int(hours) * 60 + int(minutes))

    def fill(self, text: str) -> str:
        """Fill blanks for relative days: `{month:today+33}`, `{weekday:sunday}`, `{day:today}` ("17 March")."""
        return _BLANK.sub(lambda found: self._name(found[1], found[2]), text)

    def _name(self, what: str, told: str) -> str:
        day = self.day(told)
        if day is None:
            raise ValueError(f"{told!r} is no day")
        if what == "month":
            return MONTHS[day.month - 1]
        if what == "weekday":
            return WEEKDAYS[day.weekday()]
        return f"{day.day} {MONTHS[day.month - 1]}"


def is_working(day: date) -> bool:
    """Monday to Friday, without the days around Christmas and New Year."""
    return day.weekday() < 5 and (day.month, day.day) not in _CLOSED


def scattered(day: date, chance: float) -> date:
    """The day itself or, for a free one, one of the three working days before it, by `chance` (0 to 1)."""
    return working_day(day if is_working(day) else day - timedelta(days=int(chance * 3)))


def working_day(day: date, step: int = -1) -> date:
    """The day itself, or the nearest working day before (`step` -1) or after it (1)."""
    while not is_working(day):
        day += timedelta(days=step)
    return day


_CLOSED = frozenset({*((12, day) for day in range(23, 32)), (1, 1), (1, 2)})
