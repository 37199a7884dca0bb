"""Overdue reminders that stand in line: those of one land on the same opening, and the daily cap takes them in order.

So of very many it is enough to put the first of each line through `plan`: what stands behind them can neither come
before them nor move anything. Knows nothing of a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from relapp.domain.boundaries.hours import BOTH_SIDED, Hours, Pause, UrgentRule
from relapp.domain.boundaries.landing import first_opening, is_flexible, midnight, zone_of
from relapp.domain.boundaries.plan import RANK
from relapp.domain.people import Channel
from relapp.domain.reminders import Reminder

MOVABLE = tuple(sorted(RANK.values()))
"""The places of those that the cap counts: by tier, within a place the oldest goes first."""
UNMOVED = MOVABLE[-1] + 1
"""The place of those that come with my next opening, however many they are."""


def place_of(reminder: Reminder, rule: UrgentRule) -> int | None:
    """Where it stands once it is overdue. None: it keeps other hours than mine, or may come in quiet time."""
    if reminder.theirs is not None and reminder.channel in BOTH_SIDED:
        return None
    if is_flexible(reminder):
        held = reminder.hold_until is not None and reminder.channel is not None
        return None if held else RANK[reminder.tier]
    passing = reminder.urgent and reminder.tier in rule.tiers and reminder.channel in rule.channels
    return None if passing or reminder.anyway or reminder.snoozed_to is not None else UNMOVED


def own_lines(hours: Hours) -> frozenset[Channel]:
    """The channels that are open at times of their own; all others stand in one line."""
    return frozenset(one.channel for one in hours.openings if one.channel is not None)


def landing(hours: Hours, t: datetime, pause: Pause | None, channel: Channel | None) -> datetime | None:
    """When those come that are overdue at `t` and keep my hours. None: these never open."""
    opening = first_opening(hours, t, channel)
    if opening is None or pause is None or not pause.start <= opening < pause.until:
        return opening
    return first_opening(hours, pause.until, channel)


def ever_moves(hours: Hours, now: datetime, last: date, pause: Pause | None, channel: Channel | None) -> bool:
    """Whether up to the local day `last` there is always another day to go to: else all come when they land."""
    zone, t = zone_of(hours), now
    while (opening := landing(hours, t, pause, channel)) is not None:
        day = opening.astimezone(zone).date()
        if day > last:
            return True
        t = midnight(day + timedelta(days=1), zone)
    return False


def room(cap: int, spent: Mapping[date, int], today: date, last: date) -> int:
    """How many that the cap counts can come from today to the day `last`, at most."""
    days = (last - today).days + 1
    return cap * days - sum(min(cap, count) for day, count in spent.items() if today <= day <= last)
