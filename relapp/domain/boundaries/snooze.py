"""Until when a reminder can be snoozed: choices computed from my hours, each with the instant that results."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from relapp.domain.boundaries import spans
from relapp.domain.boundaries.delivery import delivery
from relapp.domain.boundaries.hours import Closure, Hours, UrgentRule
from relapp.domain.boundaries.landing import midnight, zone_of
from relapp.domain.relative import weekday_name
from relapp.domain.reminders import Reminder
from relapp.domain.words import tr

LEAVE_AHEAD = 7
"""Days within which a leave that begins is offered to be waited for."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice. `at` is a UTC instant; in quiet time `instead` is the next opening after it.

    With `day` set the label names a day that is not what its key says ("tomorrow" is Monday).
    """

    key: str
    label: str
    at: datetime
    instead: datetime | None = None
    day: bool = False


def choices(hours: Hours, now: datetime, reminder: Reminder | None = None) -> tuple[Choice, ...]:
    """In order, each resulting instant once. "A date" is the window's own to offer.

    With a `reminder` a moment is quiet also when its person is not to be reached, or not to be contacted yet.
    """
    zone = zone_of(hours)
    found: dict[datetime, Choice] = {}
    for choice in _all(hours, _whole_minute(now), zone):
        if choice is not None:
            found.setdefault(choice.at, choice if reminder is None else _for(reminder, choice, hours))
    return tuple(found.values())


def _for(reminder: Reminder, choice: Choice, hours: Hours) -> Choice:
    """With what comes instead of this choice by the rules of delivery."""
    snoozed = replace(reminder, snoozed_to=choice.at, snoozed_anyway=False)
    comes = delivery(snoozed, hours, UrgentRule()).at  # a snoozed one is never urgent
    return replace(choice, instead=None if comes == choice.at else comes)


def chosen(hours: Hours, at: datetime, label: str) -> Choice:
    """A choice of the user's own, with what comes instead where `at` is quiet."""
    opening = spans.next_opening(hours, at)
    return Choice("date", label, at, opening if opening is not None and opening != at else None)


def _all(hours: Hours, now: datetime, zone: tzinfo) -> tuple[Choice | None, ...]:
    today = now.astimezone(zone).date()
    return (
        _soon(hours, "15_minutes", tr("In 15 minutes"), now + timedelta(minutes=15)),
        _soon(hours, "1_hour", tr("In 1 hour"), now + timedelta(hours=1)),
        _after_break(hours, now, today, zone),
        _next_opening(hours, now),
        _tomorrow(hours, today, zone),
        _next_week(hours, today, zone),
        _after_leave(hours, today, zone),
    )


def _soon(hours: Hours, key: str, label: str, at: datetime) -> Choice:
    opening = spans.next_opening(hours, at)
    return Choice(key, label, at, opening if opening is not None and opening != at else None)


def _next_start(hours: Hours, now: datetime) -> datetime | None:
    """The first span that begins after now."""
    end = spans.open_until(hours, now)
    if end is None and spans.is_open(hours, now):
        return None
    return spans.next_opening(hours, now + timedelta(microseconds=1) if end is None else end)


def _after_break(hours: Hours, now: datetime, today: date, zone: tzinfo) -> Choice | None:
    start = _next_start(hours, now)
    begun = spans.last_opening_before(hours, now + timedelta(microseconds=1))
    if start is None or begun is None or {start.astimezone(zone).date(), begun.astimezone(zone).date()} != {today}:
        return None
    return Choice("after_break", tr("After the break"), start)


def _next_opening(hours: Hours, now: datetime) -> Choice | None:
    start = _next_start(hours, now)
    return None if start is None else Choice("next_opening", tr("Next opening"), start)


def _tomorrow(hours: Hours, today: date, zone: tzinfo) -> Choice | None:
    return _from_day(hours, "tomorrow", tr("Tomorrow"), today + timedelta(days=1), zone)


def _next_week(hours: Hours, today: date, zone: tzinfo) -> Choice | None:
    monday = today + timedelta(days=7 - today.weekday())
    return _from_day(hours, "next_week", tr("Next week"), monday, zone, days=7)


def _after_leave(hours: Hours, today: date, zone: tzinfo) -> Choice | None:
    """During a closure, or when one begins within a week: its end, with whatever is closed right behind it."""
    near = [one for one in hours.closures if not one.off and _is_near(one, today)]
    if not near:
        return None
    first = min(near, key=lambda one: one.first)
    return _from_day(hours, "after_leave", tr("After leave"), first.last + timedelta(days=1), zone, days=400)


def _is_near(closure: Closure, today: date) -> bool:
    return today <= closure.last and (closure.first - today).days <= LEAVE_AHEAD


def _from_day(hours: Hours, key: str, label: str, day: date, zone: tzinfo, days: int = 1) -> Choice | None:
    """The first opening on or after a day's midnight, labelled with its real day where it is another."""
    opening = spans.next_opening(hours, midnight(day, zone))
    if opening is None:
        return None
    real = opening.astimezone(zone).date()
    if (real - day).days < days:
        return Choice(key, label, opening)
    return Choice(key, weekday_name(real.weekday()), opening, day=True)


def _whole_minute(now: datetime) -> datetime:
    rounded = now.replace(second=0, microsecond=0)
    return rounded if rounded == now else rounded + _MINUTE
