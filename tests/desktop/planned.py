"""A file with Tom and one follow-up with him, written here: to start the program for that takes seconds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from relapp.core import build
from relapp.domain.boundaries import week_text
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Channel
from tests.blank import blank
from tests.clocks import StandingClock


def plan(file: Path, due: datetime, now: datetime, *, channel: Channel | None = None, hours: str = "") -> None:
    """Makes the file at `now`; `hours` are mine, where they matter."""
    core = build(blank(file), StandingClock(now))
    tom = core.people.add("Tom Keller", phones=["+4722123456"])
    core.follow_ups.add(NewFollowUp(tom, "Trip", due, channel=channel))
    if hours:
        week = week_text.read(hours)
        assert week is not None
        core.hours.set_week(week)
    core.close()
