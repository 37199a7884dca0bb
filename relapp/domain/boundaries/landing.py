"""Which hours a reminder keeps, and the first instant from some moment on at which it may come."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from relapp.domain.boundaries import spans
from relapp.domain.boundaries.hours import BOTH_SIDED, DAY, Hours, UrgentRule
from relapp.domain.boundaries.spans import Meeting
from relapp.domain.instants import instant
from relapp.domain.people import Channel
from relapp.domain.reminders import Reminder

MEETS_WITHIN = timedelta(days=30)
"""Two who don't meet within this never do."""


def zone_of(hours: Hours) -> tzinfo:
    """My zone."""
    return ZoneInfo(hours.zone)


@lru_cache(maxsize=4096)
def midnight(day: date, zone: tzinfo) -> datetime:
    """The first instant of a local date."""
    return instant(day, time(), zone)


def begin_of(due: datetime | date, zone: tzinfo) -> datetime:
    """The instant of a due moment; of a day, its first one."""
    return due if isinstance(due, datetime) else midnight(due, zone)


def kept_hours(reminder: Reminder, hours: Hours) -> tuple[Hours | Meeting, bool]:
    """Mine, or mine with theirs where both are needed; and whether they should meet, but never do."""
    if reminder.theirs is None or reminder.channel not in BOTH_SIDED:
        return hours, False
    both, zone = Meeting(hours, reminder.theirs), zone_of(hours)
    start = begin_of(reminder.snoozed_to or reminder.due, zone)
    if reminder.fixed and reminder.snoozed_to is None:
        before = spans.last_opening_before(both, start, channel=reminder.channel)
        if before is not None and start - before <= MEETS_WITHIN:
            return both, False
    start = max(start, held_until(reminder, zone) or start)
    opening = spans.next_opening(both, start, channel=reminder.channel)
    if opening is not None and opening - start <= MEETS_WITHIN:
        return both, False
    return hours, True


def first_opening(kept: Hours | Meeting, t: datetime, channel: Channel | None) -> datetime | None:
    """When these hours are next open; those of two who don't meet soon after `t` are mine alone. None: never open."""
    opening = spans.next_opening(kept, t, channel=channel)
    if isinstance(kept, Meeting) and (opening is None or opening - t > MEETS_WITHIN):
        return spans.next_opening(kept.mine, t, channel=channel)
    return opening


def is_flexible(reminder: Reminder) -> bool:
    """What may be moved: neither fixed nor urgent nor asked for; and whatever was snoozed, unless into quiet time."""
    if reminder.snoozed_to is not None:
        return not reminder.snoozed_anyway
    return not (reminder.fixed or reminder.urgent or reminder.anyway)


def held_until(reminder: Reminder, zone: tzinfo) -> datetime | None:
    """Until when "no contact before" keeps this one back. Fixed and urgent ones come as they would, until snoozed."""
    if reminder.hold_until is None or not (reminder.channel or reminder.occasion) or not is_flexible(reminder):
        return None
    return midnight(reminder.hold_until, zone)


def passes(reminder: Reminder, at: datetime, zone: tzinfo, rule: UrgentRule) -> bool:
    """Whether it may come at `at` even in quiet time: asked for, or urgent and let through by the rule."""
    if reminder.snoozed_to is not None:
        return reminder.snoozed_anyway
    if reminder.anyway:
        return True
    if not reminder.urgent or reminder.tier not in rule.tiers or reminder.channel not in rule.channels:
        return False
    local = at.astimezone(zone)
    seconds, start, end = local.hour * 3600 + local.minute * 60 + local.second, rule.window.start, rule.window.end
    if start < end:
        return start * 60 <= seconds < min(end, DAY) * 60
    return seconds >= start * 60 or seconds < end * 60


def land(reminder: Reminder, kept: Hours | Meeting, t: datetime, zone: tzinfo, rule: UrgentRule) -> datetime:
    """The first instant from `t` on at which it may come; `t` itself where it never opens."""
    if passes(reminder, t, zone, rule):
        return t
    t = max(t, held_until(reminder, zone) or t)
    return first_opening(kept, t, reminder.channel) or t


def is_late(reminder: Reminder, at: datetime, zone: tzinfo) -> bool:
    """Whether `at` is after the due instant, or after the local due day; a snooze does not move these."""
    if isinstance(reminder.due, datetime):
        return at > reminder.due
    return at.astimezone(zone).date() > reminder.due
