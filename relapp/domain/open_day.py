"""The present day of mine: when it is open, why it is closed, and what comes after it. Pure; instants are UTC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from relapp.domain.boundaries.hours import Hours, Pause
from relapp.domain.boundaries.landing import midnight
from relapp.domain.boundaries.spans import HORIZON, Span, next_opening, open_spans
from relapp.domain.boundaries.wording import day_windows
from relapp.domain.instants import instant


class Phase(StrEnum):
    """How far the day is."""

    AHEAD = "ahead"
    """Open time is still to come today, or on; also for somebody who is never open."""
    OVER = "over"
    """It was open today, and isn't any more."""
    CLOSED = "closed"
    """Nothing is open today."""


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A local day of mine. `spans` are what is open of it, clipped to `[start, end)`, which may be 23 or 25 hours.

    `closed` is the title of the holiday or leave that closes it, which may be empty; None when none does. `opens` is
    the first opening after this day, None when there is none.
    """

    day: date
    start: datetime
    end: datetime
    phase: Phase
    spans: tuple[Span, ...] = ()
    closed: str | None = None
    opens: datetime | None = None
    paused_until: datetime | None = None

    def share(self, at: datetime) -> float:
        """Where an instant lies in the day: 0 its beginning, 1 its end."""
        return (at - self.start) / (self.end - self.start)


def open_day(hours: Hours, now: datetime, zone: tzinfo, pause: Pause | None = None) -> OpenDay:
    """The day that holds `now`."""
    day = now.astimezone(zone).date()
    start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
    spans = tuple(open_spans(hours, start, end))
    opens = next_opening(hours, end)
    if not spans:
        phase = Phase.CLOSED if opens is not None else Phase.AHEAD
    else:
        phase = Phase.AHEAD if spans[-1][1] > now else Phase.OVER
    closures = [one for one in hours.closures if not one.off and one.first <= day <= one.last]
    closures.sort(key=lambda one: (not one.title, one.holiday))
    closed = closures[0].title if closures else None
    return OpenDay(day, start, end, phase, spans, closed, opens, None if pause is None else pause.until)


def clock_marks(day: OpenDay, zone: tzinfo, every: int = 3) -> list[tuple[int, float]]:
    """The full hours of the day's clock, each `every` of them with its share; 24 is the end.

    An hour that the clock skips or repeats keeps its first place.
    """
    marks = [(hour, day.share(instant(day.day, time(hour), zone))) for hour in range(0, 24, every)]
    return [*marks, (24, 1.0)]


def working_days(hours: Hours, after: date, zone: tzinfo) -> Iterator[date]:
    """The days after this one on which something is open; every day for somebody who does not open any more."""
    last = after if next_opening(hours, midnight(after + timedelta(days=1), zone)) is not None else date.min
    day = after
    while True:
        day += timedelta(days=1)
        if day_windows(hours, day):
            last = day
            yield day
        elif day - last > HORIZON:
            yield day
