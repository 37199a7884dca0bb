"""What an open follow-up brings next: itself once, or, when it repeats from the plan, each of its planned moments.

At each planned moment an open one becomes due anew, so only its latest moment can still come; a moment that was
delivered never comes again. Nothing here knows hours.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from relapp.domain import repeats
from relapp.domain.instants import instant
from relapp.domain.reminders import Planned, Reminder
from relapp.domain.repeats import Repeat

MOST_EXPANDED = 400
"""Planned moments of one follow-up that are looked at, at most."""


@dataclass(frozen=True, slots=True)
class Series:
    """An open follow-up as a reminder with the due moment that is stored. `repeat` only where it is from the plan."""

    reminder: Reminder
    repeat: Repeat | None
    anchor: datetime | date


def begin(due: datetime | date, zone: tzinfo) -> datetime:
    """The instant of a due moment; of a day, its first one."""
    return due if isinstance(due, datetime) else instant(due, time(), zone)


def coming(series: Series, delivered: Container[str], now: datetime, zone: tzinfo) -> tuple[Reminder | None, bool]:
    """What comes next (None: nothing more), and whether the present moment of this follow-up was delivered already."""
    stored = series.reminder
    if series.repeat is None:
        return (None, True) if stored.moment in delivered else (stored, False)
    due, missed = repeats.occurrence(series.anchor, series.repeat, stored.due, now, zone)
    snoozed = stored.snoozed_to
    if snoozed is not None and not snoozed < begin(due, zone) <= now:  # no planned moment came after the snooze
        if stored.moment not in delivered:
            return replace(stored, due=due, missed=missed), False
        return _after(series, delivered, snoozed, zone), True
    latest = _anew(stored, due, missed)
    if latest.moment not in delivered:
        return latest, False
    return _after(series, delivered, begin(due, zone), zone), True


def _after(series: Series, delivered: Container[str], moment: datetime, zone: tzinfo) -> Reminder | None:
    """The first planned moment later than this that wasn't delivered; asked for in growing stretches."""
    assert series.repeat is not None
    days = 40
    while days < 365 * 20:
        found = _between(series, moment + timedelta(seconds=1), moment + timedelta(days=days), zone)
        for one in found:
            if one.moment not in delivered:
                return one
        days *= 5
    return None


def _between(series: Series, start: datetime, until: datetime, zone: tzinfo) -> list[Reminder]:
    """The planned moments in `[start, until)`, each as it will be if nothing is done before."""
    assert series.repeat is not None
    found = []
    for due in repeats.between(series.repeat, series.anchor, start, until, zone)[:MOST_EXPANDED]:
        moment = begin(due, zone)
        if start <= moment < until:
            _, missed = repeats.occurrence(series.anchor, series.repeat, series.reminder.due, moment, zone)
            found.append(_anew(series.reminder, due, missed))
    return found


def _anew(stored: Reminder, due: datetime | date, missed: int) -> Reminder:
    return replace(stored, due=due, missed=missed, snoozed_to=None, snoozed_anyway=False)


def expand(series: Series, delivered: Container[str], now: datetime, until: datetime, zone: tzinfo) -> list[Reminder]:
    """What comes next and, when it repeats from the plan, every later moment before `until`, in order."""
    first, _ = coming(series, delivered, now, zone)
    if first is None:
        return []
    if series.repeat is None or _is_last(series, now, until, zone):
        return [first]
    begun = first.snoozed_to or begin(first.due, zone)
    later = _between(series, max(begun, begin(first.due, zone)) + timedelta(seconds=1), until, zone)
    return [first, *(one for one in later if one.moment not in delivered)]


def _is_last(series: Series, now: datetime, until: datetime, zone: tzinfo) -> bool:
    """Whether no further moment is planned before `until`."""
    assert series.repeat is not None
    following = repeats.next_after(series.anchor, series.repeat, series.reminder.due, now, zone)
    return following is None or following >= until


def overtaken(planned: Planned, following: Reminder, zone: tzinfo) -> bool:
    """Whether, when this would come, the next moment of the same follow-up has come and takes its place."""
    return begin(following.due, zone) <= planned.at
