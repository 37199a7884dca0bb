"""Whether somebody can be reached at this hour: "reachable until 16:00", "quiet until 09:00 there"."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from relapp.domain.boundaries.hours import Closure, Hours
from relapp.domain.file import PersonalFile
from relapp.domain.words import tr
from relapp.domain.zones import is_known
from ui.moments import Moments


class Reach(NamedTuple):
    """The words, and whether they are open now."""

    words: str
    is_open: bool


def hours_of(file: PersonalFile, my_zone: str) -> Hours | None:
    """Their hours, in their zone or where none is known in mine; None when their week isn't known."""
    person = file.person
    zone = person.time_zone if is_known(person.time_zone) else my_zone
    return _hours(zone, person.hours, file.closures) if person.hours else None


@lru_cache(maxsize=64)
def _hours(zone: str, week: str, closures: tuple[Closure, ...]) -> Hours | None:
    """The same object for the same hours: their open time is worked out once."""
    from relapp.domain.boundaries import week_text

    read = week_text.read(week)
    return None if read is None else Hours(zone, read, closures)


def reach_of(file: PersonalFile, my_zone: str, now: datetime, moments: Moments) -> Reach | None:
    """How it stands now, in the hours of their clock; None when their hours aren't known."""
    hours = hours_of(file, my_zone)
    if hours is None:
        return None
    from relapp.domain.boundaries.spans import is_open, next_opening, open_until

    zone = ZoneInfo(hours.zone)
    if is_open(hours, now):
        until = open_until(hours, now)
        words = (
            tr("reachable until {time}").format(time=_clock(until, now, zone, moments)) if until else tr("reachable")
        )
        return Reach(words, True)
    opening = next_opening(hours, now)
    if opening is None:
        return Reach(tr("never reachable"), False)
    return Reach(tr("quiet until {time} there").format(time=_clock(opening, now, zone, moments)), False)


def _clock(instant: datetime, now: datetime, zone: tzinfo, moments: Moments) -> str:
    """ "09:00" up to tomorrow there, else with its day."""
    day, today = instant.astimezone(zone).date(), now.astimezone(zone).date()
    time = moments.time(instant, zone)
    if day <= today + timedelta(days=1):
        return time
    named = moments.weekday(day) if day <= today + timedelta(days=6) else moments.day(day)
    return tr("{day} {time}").format(day=named, time=time)
