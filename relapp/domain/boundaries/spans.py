"""Open time as spans of instants: when it is open, opens next, opened last, and business time. All instants are UTC.

Each function takes the hours of one, or a `Meeting` of two. With a `channel` the extra openings for it count too.
Nothing looks further than `HORIZON`. Rules: windows belong to the date they begin on; a closure takes the windows of
its dates and cuts one of the evening before at midnight; extra openings are never cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta

from relapp.domain.boundaries.hours import Hours
from relapp.domain.boundaries.open_blocks import BLOCK, FIRST, LAST, Book, Meeting, book, number_at
from relapp.domain.people import Channel

__all__ = [
    "HORIZON",
    "Meeting",
    "Span",
    "add_open_time",
    "is_open",
    "last_opening_before",
    "meet",
    "next_opening",
    "open_spans",
    "open_time_between",
    "open_until",
    "opening_after",
]

Span = tuple[datetime, datetime]
"""`[start, end)`."""

HORIZON = timedelta(days=400)
"""Whoever does not open within this never does."""

_FIRST, _LAST = FIRST // BLOCK, LAST // BLOCK


def open_spans(hours: Hours | Meeting, start: datetime, end: datetime, *, channel: Channel | None = None) -> list[Span]:
    """Sorted, disjoint, non-touching spans, clipped to `[start, end)`."""
    if start >= end:
        return []
    return [(max(opens, start), min(closes, end)) for opens, closes in _ahead(book(hours, channel), start, end)]


def next_opening(hours: Hours | Meeting, t: datetime, *, channel: Channel | None = None) -> datetime | None:
    """The first open instant `>= t`: `t` itself when open. None: never open."""
    found = book(hours, channel)
    for number in range(max(number_at(t), _FIRST), min(_number_beyond(t), _LAST) + 1):
        starts, ends = found.block(number)
        place = bisect_right(ends, t)
        if place < len(starts):
            opens = max(starts[place], t)
            return opens if opens - t < HORIZON else None
    return None


def opening_after(hours: Hours | Meeting, t: datetime, *, channel: Channel | None = None) -> datetime | None:
    """The start of the first span that begins `> t`. None when none begins within the horizon."""
    found = book(hours, channel)
    closes = _end(found, t) if is_open(hours, t, channel=channel) else t
    opens = next_opening(hours, closes, channel=channel)
    return opens if opens is not None and opens - t < HORIZON else None


def last_opening_before(hours: Hours | Meeting, t: datetime, *, channel: Channel | None = None) -> datetime | None:
    """The start of the last span that begins `< t`. None when none began within the horizon."""
    found = book(hours, channel)
    begun: datetime | None = None
    for number in range(min(number_at(t), _LAST), max(number_at(t) - HORIZON.days // BLOCK - 2, _FIRST - 1), -1):
        starts, ends = found.block(number)
        if begun is not None and not (ends and ends[-1] == begun):
            return _near(begun, t)
        place = len(starts) if begun is not None else bisect_left(starts, t)
        if place:
            begun = starts[place - 1]
            if place > 1:  # only the first of a block can go on from the one before
                return _near(begun, t)
    return None


def is_open(hours: Hours | Meeting, t: datetime, *, channel: Channel | None = None) -> bool:
    """Whether `t` lies in open time."""
    starts, ends = book(hours, channel).block(number_at(t))
    place = bisect_right(ends, t)
    return place < len(starts) and starts[place] <= t


def open_until(hours: Hours | Meeting, t: datetime, *, channel: Channel | None = None) -> datetime | None:
    """The end of the span that holds `t`. None when it is quiet, and when no end is in sight."""
    if not is_open(hours, t, channel=channel):
        return None
    end = _end(book(hours, channel), t)
    return end if end - t < HORIZON else None


def open_time_between(hours: Hours | Meeting, a: datetime, b: datetime, *, channel: Channel | None = None) -> timedelta:
    """How much of `[a, b)` is open; nothing when `b` is not after `a`."""
    return sum((end - start for start, end in open_spans(hours, a, b, channel=channel)), timedelta())


def add_open_time(
    hours: Hours | Meeting, t: datetime, duration: timedelta, *, channel: Channel | None = None
) -> datetime | None:
    """The instant at which so much open time has gone by since `t`; with none to go, the next opening. None: never."""
    left = duration
    opens = next_opening(hours, t, channel=channel)
    while opens is not None:
        closes = _end(book(hours, channel), opens)
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
        opens = next_opening(hours, closes, channel=channel)
    return None


def meet(mine: Hours, theirs: Hours, start: datetime, end: datetime, *, channel: Channel | None = None) -> list[Span]:
    """When both are open, as `open_spans` has it. `Meeting(mine, theirs)` answers all the other questions."""
    return open_spans(Meeting(mine, theirs), start, end, channel=channel)


def _number_beyond(t: datetime) -> int:
    return number_at(t) + HORIZON.days // BLOCK + 1


def _near(begun: datetime, t: datetime) -> datetime | None:
    return begun if t - begun <= HORIZON else None


def _ahead(found: Book, start: datetime, end: datetime) -> Iterator[Span]:
    """The spans that reach into `[start, end)`, joined where blocks meet."""
    opens: datetime | None = None
    closes = start
    for number in range(max(number_at(start), _FIRST), min(number_at(end), _LAST) + 1):
        starts, ends = found.block(number)
        for place in range(bisect_right(ends, start), bisect_left(starts, end)):
            if opens is not None and starts[place] == closes:
                closes = ends[place]
                continue
            if opens is not None:
                yield opens, closes
            opens, closes = starts[place], ends[place]
    if opens is not None:
        yield opens, closes


def _end(found: Book, t: datetime) -> datetime:
    """The end of the span that holds `t`, as far as the horizon."""
    end = t
    for number in range(number_at(t), min(_number_beyond(t), _LAST) + 1):
        starts, ends = found.block(number)
        place = bisect_right(ends, end)
        if place == len(starts) or starts[place] > end:
            return end
        end = ends[place]
        if place + 1 < len(starts):
            return end
    return end
