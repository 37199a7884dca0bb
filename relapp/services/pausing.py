"""The pause that is on, read from the settings. Light: what is shown first asks for it."""

from __future__ import annotations

from datetime import UTC, datetime

from relapp.domain.boundaries.hours import Pause
from relapp.domain.settings import PAUSE
from relapp.services.desk import Desk


def pause_at(desk: Desk, now: datetime) -> Pause | None:
    """The pause that is on, or None."""
    start, _, until = desk.option(PAUSE).partition("/")
    if not until or int(until) <= now.timestamp():
        return None
    return Pause(datetime.fromtimestamp(int(start), UTC), datetime.fromtimestamp(int(until), UTC))
