"""Between wall time and instants: the one place that knows what a clock change does to a moment."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, tzinfo
from math import floor

from relapp.domain.errors import Refused
from relapp.domain.words import tr

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ]((?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)


def instant(day: date, clock: time, zone: tzinfo) -> datetime:
    """The UTC instant at which the clocks of `zone` show this.

    A wall time that does not exist (spring) is the instant the clocks jump to; of one that exists twice (autumn) it is
    the first. Raises OverflowError at the ends of the calendar.
    """
    naive = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
    first, second = (naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return first if first <= second else _jump(second, first, zone)


def _jump(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The instant between the two at which the clocks go forward; such instants are whole seconds."""
    low, high = floor(before.timestamp()), floor(after.timestamp())
    old = before.astimezone(zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)


def iso_moment(text: str, zone: tzinfo) -> datetime | None:
    """`2026-03-12T12:30`, with or without seconds and offset; without one it is in `zone`. Else None."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    try:
        day, clock = date.fromisoformat(found[1]), time.fromisoformat(found[2])
        if found[3] is None:
            return instant(day, clock, zone)
        offset = datetime.strptime(found[3].upper() + ("00" if len(found[3]) == 3 else ""), "%z").tzinfo
        return datetime.combine(day, clock, tzinfo=offset).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def read_instant(text: str, zone: tzinfo) -> datetime:
    """An instant of the command line, as UTC: ISO 8601, in `zone` when without offset; a bare date is its midnight.

    Raises Refused with a sentence on anything else.
    """
    text = text.strip()
    try:
        if _DAY.fullmatch(text):
            return instant(date.fromisoformat(text), time(), zone)
        if moment := iso_moment(text, zone):
            return moment
    except (ValueError, OverflowError):
        pass
    raise Refused(
        tr("“{text}” is no moment; write it like 2026-03-12, 2026-03-12T12:30 or 2026-03-12T12:30:00Z.").format(
            text=text
        )
    )
