"""Hours and reminders for tests of delivery: Europe/Berlin, Mon-Fri 09:00-12:30 and 13:30-17:30, unless said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from relapp.domain.boundaries.hours import Closure, Hours, UrgentRule
from relapp.domain.boundaries.week_text import read_or_refuse
from relapp.domain.reminders import Reminder

BERLIN = ZoneInfo("Europe/Berlin")
RULE = UrgentRule()
LONG_AGO = datetime(2025, 6, 1, tzinfo=UTC)
WEEK = "mon-fri 09:00-12:30, 13:30-17:30"


def hours(text: str = WEEK, zone: str = "Europe/Berlin", closures: tuple[Closure, ...] = (), **more: Any) -> Hours:
    return Hours(zone, read_or_refuse(text), closures, **more)


def at(text: str) -> datetime:
    """The UTC instant of a wall time in Berlin: "2026-03-12 13:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def wall(moment: datetime) -> str:
    """How Berlin's clocks show it: "Thu 2026-03-12 13:30"."""
    return f"{moment.astimezone(BERLIN):%a %Y-%m-%d %H:%M}"


def due(when: str, key: str = "f:1", **more: Any) -> Reminder:
    """A reminder due then; a text without an hour is a day."""
    moment: datetime | date = at(when) if " " in when else date.fromisoformat(when)
    return Reminder(key=key, person=1, what="Call", due=moment, **{"set_at": LONG_AGO, **more})
