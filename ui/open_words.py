"""How I stand to the world, in two short lines: "Open until 17:30", "Quiet for lunch 12:30 – 13:30"."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from relapp.core import Core
from relapp.domain.relative import counted
from relapp.domain.reminders import Door, Status
from relapp.domain.words import tr
from ui.moments import Moments

_LUNCH = range(11, 15)
_NIGHT = timedelta(hours=16)
"""Farther off a bare clock time would be taken for one of today."""


class OpenWords(NamedTuple):
    """The line that matters, and the one below it, which may be empty."""

    title: str
    detail: str


def open_words(core: Core, status: Status, moments: Moments) -> OpenWords:
    """What the side bar and the tray say."""
    until = "" if status.until is None else short_moment(core, status.until, moments)
    if status.door is Door.PAUSED:
        return OpenWords(tr("Paused until {when}").format(when=until) if until else tr("Paused"), _waiting(status))
    if status.door is Door.QUIET:
        title = tr("Quiet until {when}").format(when=until) if until else tr("Never open")
        return OpenWords(title, _waiting(status))
    return OpenWords(tr("Open until {when}").format(when=until) if until else tr("Open"), _break(core, status, moments))


def short_moment(core: Core, instant: datetime, moments: Moments) -> str:
    """ "09:00" today or after this night, "Mon 09:00" within six days, else with its date."""
    day, today = moments.day_of(instant), core.desk.today()
    time = moments.time(instant)
    if day <= today or instant - core.desk.now() <= _NIGHT:
        return time
    if day <= today + timedelta(days=6):
        return tr("{day} {time}").format(day=moments.weekday(day), time=time)
    return tr("{day}, {time}").format(day=moments.day(day), time=time)


def _waiting(status: Status) -> str:
    if not status.waiting:
        return tr("No reminder waits")
    return counted(status.waiting, tr("1 reminder waits"), tr("{n} reminders wait"))


def _break(core: Core, status: Status, moments: Moments) -> str:
    if status.breaks is None:
        return ""
    start, end = status.breaks
    zone = core.desk.zone()
    begins, ends = start.astimezone(zone).hour, end.astimezone(zone).hour
    said = tr("Quiet for lunch {start} – {end}") if begins in _LUNCH and ends in _LUNCH else tr("Quiet {start} – {end}")
    return said.format(start=moments.time(start), end=moments.time(end))
