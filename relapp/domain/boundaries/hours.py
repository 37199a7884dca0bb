"""What hours are made of: weekly windows in one zone, closures, extra openings, pauses and what counts as urgent.

Wall times are whole minutes from the midnight of the date on which a window begins. Nothing here knows an instant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from relapp.domain.people import Channel
from relapp.domain.tiers import Tier

DAY = 24 * 60
"""Minutes of a wall day."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """`[start, end)` in minutes of its day. `end` may be 1440; `end <= start` runs past midnight into the next day."""

    start: int
    end: int


Week = tuple[tuple[Window, ...], ...]
"""The windows of Monday to Sunday: always seven."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Whole local dates, both included. A holiday that is `off` closes nothing."""

    first: date
    last: date
    title: str = ""
    holiday: bool = False
    off: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """An extra window on one date. With a `channel` it is open only for follow-ups by that one."""

    day: date
    window: Window
    channel: Channel | None = None
    title: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody is open. `zone` is an IANA name."""

    zone: str
    week: Week
    closures: tuple[Closure, ...] = ()
    openings: tuple[Opening, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """No reminders in `[start, until)`, UTC instants."""

    start: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class UrgentRule:
    """Who comes through quiet time, by which channel, in which local window of every day; `words`: in my own."""

    tiers: frozenset[Tier] = frozenset({Tier.A})
    channels: frozenset[Channel] = frozenset({Channel.CALL})
    window: Window = Window(8 * 60, 20 * 60)
    words: str = ""


BOTH_SIDED = frozenset({Channel.CALL, Channel.VIDEO, Channel.MEETING, Channel.LUNCH, Channel.VISIT})
"""Channels that need both to be open."""

OFFICE: Week = (*(((Window(9 * 60, 17 * 60),),) * 5), (), ())
"""Mon-Fri 09:00-17:00: what holds until the user says otherwise."""
