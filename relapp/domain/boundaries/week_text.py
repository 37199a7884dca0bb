"""A week of hours as text: "mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00". English day names, wall minutes.

Parts are joined by `;` or line ends, windows by `,`; any spacing is read, and "" is never open. What can't be read is
refused with the part that is meant, never guessed.
"""

from __future__ import annotations

import re

from relapp.domain.boundaries.hours import DAY, Week, Window
from relapp.domain.errors import Refused
from relapp.domain.words import tr

SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OTHERS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_SEVERAL = {"daily": range(7), "every day": range(7), "weekdays": range(5), "weekend": (5, 6), "weekends": (5, 6)}
_DASH = r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*"
_PART = re.compile(r"([^\d]+?)[\s:,]*((?:\d.*)|closed)", re.DOTALL)
_DAYS = re.compile(rf"([a-z]+)(?:{_DASH}([a-z]+))?")
_CLOCK = r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap]\.?m\.?)?"
_WINDOW = re.compile(rf"{_CLOCK}{_DASH}{_CLOCK}", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:,|&|\+|\band\b)\s*")


def read(text: str) -> Week | None:
    """The week, each day's windows in order; None when any part of it is not understood."""
    try:
        return read_or_refuse(text)
    except Refused:
        return None


def read_or_refuse(text: str) -> Week:
    """The week. Raises Refused with a sentence that names the part that is not understood."""
    days: list[set[Window]] = [set() for _ in SHORT]
    for part in re.split(r"[;\n]", text):
        if not part.strip():
            continue
        found = _part(" ".join(part.lower().split()))
        if found is None:
            raise Refused(
                tr("“{part}” are no hours; write them like mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00.").format(
                    part=" ".join(part.split())
                )
            )
        for day in found[0]:
            days[day].update(found[1])
    return tuple(tuple(sorted(windows)) for windows in days)


def write(week: Week) -> str:
    """The shortest usual way to write it; `read` gives the same week again."""
    parts: list[str] = []
    first = 0
    for day in range(1, 8):
        if day < 7 and week[day] == week[first]:
            continue
        if week[first]:
            name = SHORT[first] if day - first == 1 else f"{SHORT[first]}-{SHORT[day - 1]}"
            parts.append(f"{name} {', '.join(write_window(window) for window in week[first])}")
        first = day
    return "; ".join(parts)


def read_window(text: str) -> Window | None:
    """One window: "08:00-20:00", "9-17", "22:00–02:00", "9 am to 5 pm", "00:00-24:00"; else None."""
    found = _WINDOW.fullmatch(" ".join(text.lower().split()))
    if found is None:
        return None
    start, end = _minutes(*found.groups()[:3]), _minutes(*found.groups()[3:])
    return None if start is None or end is None or start == DAY else Window(start, end)


def write_window(window: Window) -> str:
    """ "09:00-17:00"."""
    return f"{clock_text(window.start)}-{clock_text(window.end)}"


def clock_text(minutes: int) -> str:
    """ "09:00" for 540, "24:00" for the end of the day."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _part(text: str) -> tuple[set[int], list[Window]] | None:
    found = _PART.fullmatch(text)
    days = None if found is None else _days(found[1].strip(" ,:"))
    if found is None or days is None:
        return None
    if found[2] == "closed":
        return days, []
    windows = [read_window(one) for one in _BETWEEN.split(found[2].strip(" ,"))]
    sure = [window for window in windows if window is not None]
    return (days, sure) if len(sure) == len(windows) else None


def _days(text: str) -> set[int] | None:
    if text in _SEVERAL:
        return set(_SEVERAL[text])
    days: set[int] = set()
    for one in re.split(r"\s*(?:,|&|\+|/|\band\b)\s*", text):
        found = _DAYS.fullmatch(one)
        first = None if found is None else _day(found[1])
        last = first if found is None or found[2] is None else _day(found[2])
        if first is None or last is None:
            return None
        days.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    return days


def _day(name: str) -> int | None:
    for names in (SHORT, _FULL):
        if name in names:
            return names.index(name)
    return _OTHERS.get(name)


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    hours, minutes = int(hour), int(minute or 0)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half[0] == "p" else 0)
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= DAY else None
