"""What can be done to the windows of a week: pure, from one week to the next. Nothing here knows a widget.

Windows of one day that touch or overlap become one, as they count as one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from relapp.domain.boundaries.hours import DAY, Week, Window

HOUR = 60


class Place(NamedTuple):
    """A window of a week: its weekday, 0 Monday, and its place among that day's, -1 for none of them."""

    day: int
    at: int = -1


class Part(NamedTuple):
    """What of a window lies on one weekday: `top` to `bottom` in minutes; the rest past midnight is another part."""

    place: Place
    day: int
    top: int
    bottom: int
    begins: bool
    ends: bool


def length(window: Window) -> int:
    """Minutes from begin to end; equal times are 24 hours."""
    return window.end - window.start if window.end > window.start else window.end + DAY - window.start


def window_of(start: int, minutes: int) -> Window:
    """The window of so many minutes, 1 to 1440, that begins at `start`, 0 to 1439."""
    end = start + minutes
    return Window(start, end if end <= DAY else end - DAY)


def tidy(windows: Iterable[Window]) -> tuple[Window, ...]:
    """In order, with those that touch or overlap made one."""
    done: list[Window] = []
    for window in sorted(windows):
        if done and window.start <= done[-1].start + length(done[-1]):
            before = done[-1]
            end = max(before.start + length(before), window.start + length(window))
            done[-1] = window_of(before.start, min(end - before.start, DAY))
        else:
            done.append(window)
    return tuple(done)


def with_day(week: Week, day: int, windows: Iterable[Window]) -> Week:
    """The week with other windows on that day."""
    return tuple(tidy(windows) if each == day else week[each] for each in range(7))


def put(week: Week, day: int, window: Window) -> tuple[Week, Place]:
    """The week with one window more, and where that one went."""
    done = with_day(week, day, (*week[day], window))
    return done, holding(done, day, window.start)


def taken(week: Week, place: Place) -> Week:
    """The week without that window."""
    return with_day(week, place.day, [one for at, one in enumerate(week[place.day]) if at != place.at])


def changed(week: Week, place: Place, day: int, window: Window) -> tuple[Week, Place]:
    """The week with that window made another one, maybe of another day."""
    return put(taken(week, place), day, window)


def holding(week: Week, day: int, minute: int) -> Place:
    """The window of that day in which the minute lies."""
    for at, window in enumerate(week[day]):
        if window.start <= minute < window.start + length(window):
            return Place(day, at)
    return Place(day)


def copied(week: Week, source: int, days: Iterable[int]) -> Week:
    """The week with the windows of `source` on these days as well."""
    wanted = set(days)
    return tuple(week[source] if day in wanted else week[day] for day in range(7))


def free_window(week: Week, day: int) -> Window | None:
    """Where one more would go: 09:00, else an hour after the last, else into the longest gap; None when full."""
    windows = week[day]
    if not windows:
        return Window(9 * HOUR, 17 * HOUR)
    last = windows[-1].start + length(windows[-1])
    if last + 2 * HOUR <= DAY:
        return Window(last + HOUR, last + 2 * HOUR)
    edges = [0, *(edge for one in windows for edge in (one.start, one.start + length(one))), DAY]
    gaps = [(edges[at + 1] - edges[at], edges[at]) for at in range(0, len(edges), 2)]
    widest, start = max(gaps)
    if widest < 45:
        return None
    return Window(start + widest // 3 // 5 * 5, start + 2 * widest // 3 // 5 * 5)


def resized(window: Window, *, start: int = 0, end: int = 0) -> Window:
    """The window with its begin and its end moved by so many minutes, as far as that goes."""
    began = min(max(0, window.start + start), DAY - 1)
    minutes = length(window) - (began - window.start) + end
    if minutes < 1 or minutes > DAY:
        return window
    return window_of(began, minutes)


def shifted(window: Window, minutes: int) -> Window:
    """The window moved within its day, as long as it was."""
    return window_of(min(max(0, window.start + minutes), DAY - 1), length(window))


def parts(day: int, window: Window, place: Place) -> list[Part]:
    """The window as it lies on its day and, past midnight, on the next."""
    end = window.start + length(window)
    found = [Part(place, day, window.start, min(end, DAY), begins=True, ends=end <= DAY)]
    if end > DAY:
        found.append(Part(place, (day + 1) % 7, 0, end - DAY, begins=False, ends=True))
    return found


def parts_of(week: Week) -> list[Part]:
    """All windows of the week."""
    return [
        part
        for day, windows in enumerate(week)
        for at, window in enumerate(windows)
        for part in parts(day, window, Place(day, at))
    ]
