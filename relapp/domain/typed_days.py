"""Whole days as people type them into a field: "today", "4 June", "2 March 2025". What leaves a day open is refused."""

from __future__ import annotations

from datetime import date

from relapp.domain.dates import PartialDate
from relapp.domain.errors import Refused
from relapp.domain.typed_dates import read_typed
from relapp.domain.when import read_day
from relapp.domain.words import tr


def read_near_day(text: str, today: date) -> date | None:
    """The day that is meant, None for nothing typed; without a year it is the nearest to `today`. Raises Refused."""
    if not text.strip():
        return None
    found = _partial(text, today)
    if found is None:
        return _said(text, today)
    if found.year is not None:
        day = found.whole()
    else:
        days = (found.in_year(today.year + step) for step in (-1, 0, 1))
        day = min((one for one in days if one is not None), key=lambda one: abs((one - today).days), default=None)
    if day is None:
        raise Refused(tr("“{text}” leaves the day open; type it like 4 June 2026.").format(text=text.strip()))
    return day


def read_coming_day(text: str, today: date) -> date | None:
    """The day that is meant, None for nothing typed; without a year it is the next to come, and a month alone is its
    first day. Raises Refused.
    """
    if not text.strip():
        return None
    found = _partial(text, today)
    if found is None:
        return _said(text, today)
    return found.first() if found.year is not None else found.next_from(today)


def _partial(text: str, today: date) -> PartialDate | None:
    try:
        day, ends = read_typed(text, today)
    except Refused:
        return None
    if ends is not None:
        raise Refused(tr("“{text}” is a span; type one day, like 4 June 2026.").format(text=text.strip()))
    return day


def _said(text: str, today: date) -> date:
    day = read_day(text, today)
    if day is None:
        raise Refused(tr("“{text}” is no day; type it like 4 June 2026, or today.").format(text=text.strip()))
    return day
