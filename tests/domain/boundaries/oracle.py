"""Open time worked out another way: wall times become instants by looking at what the clocks show each UTC minute.

Of every wall minute it gathers when it was shown first and last, then walks the minutes between window ends. Nothing
here converts a wall time by the app's code, or by a library's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from relapp.domain.boundaries.hours import Hours
from relapp.domain.people import Channel

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = 24 * 60


class Wall:
    """The clocks of a zone over a stretch of UTC minutes: for each wall minute, when it was shown first and last."""

    def __init__(self, zone: str, first: int, last: int) -> None:
        self.first: dict[int, int] = {}
        self.last: dict[int, int] = {}
        self.jumps: list[tuple[int, int, int]] = []
        shown = ahead = self._ahead(zone, first)
        before = first + ahead - 1
        for minute in range(first, last):
            if minute % 15 == 0:
                shown = self._ahead(zone, minute + 14)
            if shown != ahead:  # somewhere within this quarter of an hour
                ahead = self._ahead(zone, minute)
            wall = minute + ahead
            self.first.setdefault(wall, minute)
            self.last[wall] = minute
            if wall > before + 1:
                self.jumps.append((before, wall, minute))
            before = wall

    def starts(self, wall: int) -> int:
        return self.first[wall] if wall in self.first else self._jumped(wall)

    def ends(self, wall: int) -> int:
        return self.last[wall] if wall in self.last else self._jumped(wall)

    def _jumped(self, wall: int) -> int:
        """Never shown: the minute at which the clocks went past it."""
        return next(minute for before, after, minute in self.jumps if before < wall < after)

    @staticmethod
    def _ahead(zone: str, minute: int) -> int:
        shown = instant(minute).astimezone(ZoneInfo(zone)).replace(tzinfo=UTC)
        return (shown - instant(minute)) // MINUTE


_wall = lru_cache(maxsize=64)(Wall)


def open_minutes(hours: Hours, first: int, last: int, channel: Channel | None = None) -> list[bool]:
    """For each UTC minute of `[first, last)` since 1970 whether it is open."""
    margin = 6 * DAY
    wall = _wall(hours.zone, first - margin, last + margin)
    opens = [0] * (last - first + 1)
    day = (EPOCH + (first - 2 * DAY) * MINUTE).date()
    while day <= (EPOCH + (last + 2 * DAY) * MINUTE).date():
        for start, end in _walls(hours, day, channel):
            low, high = wall.starts(start), wall.ends(end)
            low, high = max(low, first), min(high, last)
            if low < high:
                opens[low - first] += 1
                opens[high - first] -= 1
        day += timedelta(days=1)
    depth, answer = 0, []
    for change in opens[:-1]:
        depth += change
        answer.append(depth > 0)
    return answer


def _walls(hours: Hours, day: date, channel: Channel | None) -> list[tuple[int, int]]:
    """Start and end of each window that begins on the date, in wall minutes since 1970."""
    midnight = (day - EPOCH.date()).days * DAY
    tomorrow = midnight + DAY
    found = []
    if not _is_closed(hours, day):
        for window in hours.week[day.weekday()]:
            end = window.end + midnight if window.end > window.start else window.end + tomorrow
            if _is_closed(hours, day + timedelta(days=1)) and end > tomorrow:
                end = tomorrow
            found.append((midnight + window.start, end))
    for one in hours.openings:
        if one.day == day and (one.channel is None or one.channel == channel):
            late = one.window.end <= one.window.start
            found.append((midnight + one.window.start, one.window.end + (tomorrow if late else midnight)))
    return found


def _is_closed(hours: Hours, day: date) -> bool:
    return any(one.first <= day <= one.last and not one.off for one in hours.closures)


def spans(open_at: list[bool], first: int) -> list[tuple[datetime, datetime]]:
    """The stretches of open minutes as UTC instants."""
    found: list[tuple[datetime, datetime]] = []
    start: int | None = None
    for place, is_open in enumerate([*open_at, False]):
        if is_open and start is None:
            start = place
        elif not is_open and start is not None:
            found.append((instant(first + start), instant(first + place)))
            start = None
    return found


def instant(minute: int) -> datetime:
    return EPOCH + minute * MINUTE


def minute_of(t: datetime) -> int:
    return (t - EPOCH) // MINUTE
