"""When one reminder comes, and why then: the table of `boundaries.md`. What happens among many is `plan`'s."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import NamedTuple

from relapp.domain.boundaries import reasons, spans
from relapp.domain.boundaries.hours import Hours, UrgentRule
from relapp.domain.boundaries.landing import (
    begin_of,
    first_opening,
    held_until,
    is_flexible,
    is_late,
    kept_hours,
    midnight,
    passes,
    zone_of,
)
from relapp.domain.boundaries.spans import Meeting
from relapp.domain.instants import instant
from relapp.domain.reminders import Delivery, Reminder

Why = Callable[[], str]
"""Puts the reason into words."""

BEFORE_CLOSING = timedelta(minutes=30)
"""How long before the end of the last open time a fixed one comes that was set too late for its opening."""


class Worked(NamedTuple):
    """When one comes by itself, what says why when it is asked, whether quiet time moved it back, and whose hours."""

    at: datetime
    why: Why
    held: bool
    kept: Hours | Meeting


def delivery(reminder: Reminder, hours: Hours, rule: UrgentRule) -> Delivery:
    """When it comes by itself (UTC, the same whenever it is asked), why then, and whether late."""
    found = worked_out(reminder, hours, rule)
    return Delivery(found.at, found.why(), is_late(reminder, found.at, zone_of(hours)), found.held)


def worked_out(reminder: Reminder, hours: Hours, rule: UrgentRule) -> Worked:
    """The same for those who look at very many and tell the reasons of few."""
    zone = zone_of(hours)
    kept, never_meet = kept_hours(reminder, hours)
    due = begin_of(reminder.snoozed_to or reminder.due, zone)
    if _waits_for_day(reminder) and reminder.anyway:
        at, why = _asked_for(hours, due, zone)
    elif reminder.fixed and reminder.snoozed_to is None:
        at, why = _fixed(reminder, kept, due, reminder.set_at, zone, rule)
    else:
        at, why = _flexible(reminder, kept, due, zone, rule)
    if never_meet:
        why = reasons.never_meet
    elif reminder.hold_until is not None and _is_before(reminder, at, zone):
        why = partial(reasons.no_contact_before, reminder.hold_until)
    held = is_flexible(reminder) and at > (_end_of_day(reminder, zone) if _waits_for_day(reminder) else due)
    return Worked(at, why, held, kept)


def _asked_for(hours: Hours, day: datetime, zone: tzinfo) -> tuple[datetime, Why]:
    """On that day in any case, but not at its midnight: with its first opening, or at the hour of the next one."""
    opening = spans.next_opening(hours, day)
    if opening is None:
        return day, reasons.never_open
    local, on = opening.astimezone(zone), day.astimezone(zone).date()
    if local.date() == on:
        return opening, reasons.due_that_day
    return instant(on, local.time(), zone), reasons.asked_for


def _flexible(
    reminder: Reminder, kept: Hours | Meeting, due: datetime, zone: tzinfo, rule: UrgentRule
) -> tuple[datetime, Why]:
    if not _waits_for_day(reminder) and passes(reminder, due, zone, rule):  # a day has no hour that could pass
        quiet = not spans.is_open(kept, due, channel=reminder.channel)
        return due, partial(reasons.comes_through, reminder) if quiet else partial(
            reasons.at_its_moment, reminder, due, zone
        )
    hold = held_until(reminder, zone)
    start = due if hold is None else max(due, hold)
    opening = first_opening(kept, start, reminder.channel)
    if opening is None:
        return due, reasons.never_open
    if hold is not None and hold > due and reminder.hold_until is not None:
        return opening, partial(reasons.no_contact_before, reminder.hold_until)
    if opening == due:
        return due, partial(reasons.at_its_moment, reminder, due, zone)
    if _waits_for_day(reminder) and opening < _end_of_day(reminder, zone):
        return opening, reasons.due_that_day
    return opening, partial(reasons.quiet_until, reminder, due, opening, zone, theirs=isinstance(kept, Meeting))


def _fixed(
    reminder: Reminder, kept: Hours | Meeting, due: datetime, set_at: datetime, zone: tzinfo, rule: UrgentRule
) -> tuple[datetime, Why]:
    if not _waits_for_day(reminder) and passes(reminder, due, zone, rule):  # a day has no hour that could pass
        quiet = not spans.is_open(kept, due, channel=reminder.channel)
        return due, partial(reasons.comes_through, reminder) if quiet else reasons.due_now
    inside = _inside(reminder, kept, due, zone)
    if inside is not None:
        return inside, reasons.due_now if inside == due else reasons.due_that_day
    before = spans.last_opening_before(kept, due, channel=reminder.channel)
    if before is not None and reminder.all_day:
        closes = spans.open_until(kept, before, channel=reminder.channel) or due
        last_day = (closes - timedelta(microseconds=1)).astimezone(zone).date()
        before = spans.next_opening(kept, midnight(last_day, zone), channel=reminder.channel)
    if before is not None and before >= set_at:
        return before, partial(reasons.brought_forward, reminder, due, zone)
    ahead = spans.open_spans(kept, set_at, due, channel=reminder.channel)
    if ahead:
        start, end = ahead[-1]
        return max(start, end - BEFORE_CLOSING), partial(reasons.before_closing, end, zone)
    opening = first_opening(kept, max(due, set_at), reminder.channel)
    if opening is None:
        return due, reasons.never_open
    return opening, partial(reasons.quiet_until, reminder, due, opening, zone, theirs=isinstance(kept, Meeting))


def _inside(reminder: Reminder, kept: Hours | Meeting, due: datetime, zone: tzinfo) -> datetime | None:
    """Its due instant when that is open; of an all-day one the first opening of its day."""
    opening = spans.next_opening(kept, due, channel=reminder.channel)
    if opening is None:
        return None
    return opening if opening == due or (reminder.all_day and opening < _end_of_day(reminder, zone)) else None


def _waits_for_day(reminder: Reminder) -> bool:
    return reminder.all_day and reminder.snoozed_to is None


def _end_of_day(reminder: Reminder, zone: tzinfo) -> datetime:
    due = reminder.due
    day = due.astimezone(zone).date() if isinstance(due, datetime) else due
    return midnight(day + timedelta(days=1), zone) - timedelta(microseconds=1)


def _is_before(reminder: Reminder, at: datetime, zone: tzinfo) -> bool:
    """Whether it comes although no contact was wished by then."""
    if reminder.hold_until is None or not (reminder.channel or reminder.occasion):
        return False
    return at < midnight(reminder.hold_until, zone)
