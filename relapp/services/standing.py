"""How I stand to the world: open, quiet or paused, until when, and how many reminders stand at the door."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from relapp.domain.boundaries.hours import Hours
from relapp.domain.boundaries.spans import is_open, next_opening, open_spans, open_until
from relapp.domain.instants import instant
from relapp.domain.reminders import Door, Status
from relapp.services.desk import Desk
from relapp.services.pausing import pause_at
from relapp.store import my_hours, next_delivery


def status(desk: Desk, shown: int) -> Status:
    """What side bar and tray say. While open, `until` is the end of today's open time; `breaks` interrupts it next."""
    now = desk.now()
    hours, pause = my_hours.read(desk.db, desk.zone()).hours, pause_at(desk, now)
    if pause is not None:
        return Status(Door.PAUSED, pause.until, _waiting(desk, now, pause.until), shown)
    if not is_open(hours, now):
        opening = next_opening(hours, now)
        return Status(Door.QUIET, opening, _waiting(desk, now, opening or now), shown)
    until, breaks = _today(hours, now, end_of_day(desk, now))
    return Status(Door.OPEN, until, _waiting(desk, now, now), shown, breaks)


def end_of_day(desk: Desk, moment: datetime) -> datetime:
    """The end of the local day that holds the instant."""
    zone = desk.zone()
    return instant(moment.astimezone(zone).date() + timedelta(days=1), time(), zone)


def _today(hours: Hours, now: datetime, midnight: datetime) -> tuple[datetime | None, tuple[datetime, datetime] | None]:
    """When today's open time ends (a span that runs past midnight is followed), and the break that comes next."""
    spans = open_spans(hours, now, midnight)
    until = open_until(hours, spans[-1][0])
    return until, (spans[0][1], spans[1][0]) if len(spans) > 1 else None


def _waiting(desk: Desk, now: datetime, until: datetime) -> int:
    return next_delivery.held_back(desk.db, int(now.timestamp()), int(until.timestamp()))
