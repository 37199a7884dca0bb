"""Open time worked out once for each stretch of days, and shared by all who keep the same hours. Instants are UTC.

A book holds sorted, disjoint, non-touching spans in blocks of `BLOCK` days of UTC; a span that passes the end of a
block goes on at the start of the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from relapp.domain.boundaries.hours import DAY, Hours, Window
from relapp.domain.instants import instant
from relapp.domain.people import Channel

BLOCK = 16
"""Days of a block."""

FIRST, LAST = date(2, 1, 1).toordinal(), date(9998, 12, 1).toordinal()
"""Ordinals of the dates between which there are hours: the calendar's ends are out of reach of some zones."""

Block = tuple[tuple[datetime, ...], tuple[datetime, ...]]
"""Starts and ends."""

_MOST_BLOCKS = 2048
_MOST_BOOKS = 4096
_EMPTY: Block = ((), ())


class Book:
    """The open time of one set of hours, block by block, each made when it is first asked for."""

    def __init__(self, make: Callable[[int], Block]) -> None:
        self._make = make
        self._blocks: dict[int, Block] = {}

    def block(self, number: int) -> Block:
        found = self._blocks.get(number)
        if found is None:
            if len(self._blocks) >= _MOST_BLOCKS:
                self._blocks.clear()
            found = self._make(number) if FIRST <= number * BLOCK <= LAST else _EMPTY
            self._blocks[number] = found
        return found


@dataclass(frozen=True, slots=True)
class Meeting:
    """When both are open: can be asked for wherever Hours can."""

    mine: Hours
    theirs: Hours


_books: dict[tuple[int, Channel | None], tuple[Hours, Book]] = {}
_joint: dict[tuple[Book, Book], Book] = {}


def book(hours: Hours | Meeting, channel: Channel | None) -> Book:
    """The book of these hours, with the extra openings of the channel; equal hours have the same one."""
    if isinstance(hours, Meeting):
        return _joint_book(book(hours.mine, channel), book(hours.theirs, channel))
    known = _books.get((id(hours), channel))  # hashing a few hundred closures takes longer than the answer
    if known is not None and known[0] is hours:
        return known[1]
    if len(_books) >= _MOST_BOOKS:
        _books.clear()
    made = _book(hours, channel if any(one.channel is channel for one in hours.openings) else None)
    _books[id(hours), channel] = hours, made
    return made


@lru_cache(maxsize=_MOST_BOOKS)
def _book(hours: Hours, channel: Channel | None) -> Book:
    if not any(hours.week) and not hours.openings:
        return Book(lambda number: _EMPTY)
    return Book(lambda number: _clipped(merged(_spans_around(hours, channel, number)), number))


def _joint_book(mine: Book, theirs: Book) -> Book:
    found = _joint.get((mine, theirs))
    if found is None:
        if len(_joint) >= _MOST_BOOKS:
            _joint.clear()
        found = Book(lambda number: _both(mine.block(number), theirs.block(number)))
        _joint[mine, theirs] = found
    return found


def number_at(t: datetime) -> int:
    """The block that holds this instant."""
    return (t if t.tzinfo is UTC else t.astimezone(UTC)).toordinal() // BLOCK


def merged(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Sorted, and what touches or overlaps made one; what is empty is gone."""
    whole: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(whole[-1][1], end)
        elif start < end:
            whole.append((start, end))
    return whole


def closed_days(hours: Hours, first: int, last: int) -> set[int]:
    """Ordinals from `first` to `last` on which a closure lies."""
    closed: set[int] = set()
    for one in hours.closures:
        if not one.off:
            closed.update(range(max(first, one.first.toordinal()), min(last, one.last.toordinal()) + 1))
    return closed


def length(window: Window) -> int:
    """Wall minutes from its start to its end; equal times are 24 hours."""
    return (window.end - window.start) % DAY or DAY


def _spans_around(hours: Hours, channel: Channel | None, number: int) -> list[tuple[datetime, datetime]]:
    """Every window that may reach into the block. A date begins at most a day before or after it does in UTC."""
    first, last = number * BLOCK - 3, (number + 1) * BLOCK + 2
    closed = closed_days(hours, first, last + 1)
    found: list[tuple[int, int, int]] = []
    for day in range(first, last + 1):
        if day not in closed:
            for window in hours.week[(day + 6) % 7]:
                end = window.start + length(window)
                found.append((day, window.start, min(end, DAY) if day + 1 in closed else end))
    for one in hours.openings:
        if first <= one.day.toordinal() <= last and one.channel in (None, channel):
            found.append((one.day.toordinal(), one.window.start, one.window.start + length(one.window)))
    return [(_at(hours.zone, day, start, False), _at(hours.zone, day, end, True)) for day, start, end in found]


@lru_cache(maxsize=1 << 16)
def _at(zone: str, day: int, minutes: int, is_end: bool) -> datetime:
    """The instant of a wall time. Of one that exists twice a start takes the first, an end the second."""
    whole, clock = date.fromordinal(day + minutes // DAY), time(minutes % DAY // 60, minutes % 60)
    first = instant(whole, clock, ZoneInfo(zone))
    return (
        max(first, datetime.combine(whole, clock, ZoneInfo(zone)).replace(fold=1).astimezone(UTC)) if is_end else first
    )


def _clipped(spans: list[tuple[datetime, datetime]], number: int) -> Block:
    low = datetime.combine(date.fromordinal(number * BLOCK), time(), UTC)
    high = low + timedelta(days=BLOCK)
    inside = [(max(start, low), min(end, high)) for start, end in spans if start < high and end > low]
    return tuple(start for start, _ in inside), tuple(end for _, end in inside)


def _both(mine: Block, theirs: Block) -> Block:
    starts: list[datetime] = []
    ends: list[datetime] = []
    here = there = 0
    while here < len(mine[0]) and there < len(theirs[0]):
        start, end = max(mine[0][here], theirs[0][there]), min(mine[1][here], theirs[1][there])
        if start < end:
            starts.append(start)
            ends.append(end)
        if mine[1][here] <= theirs[1][there]:
            here += 1
        else:
            there += 1
    return tuple(starts), tuple(ends)
