"""Many reminders together: the pause, what was missed, the daily cap and the digest. Asked again, it says the same.

What is in the past and undelivered comes at the first open moment from now on. Nothing comes in quiet time but what is
urgent by the rule or was asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import partial

from relapp.domain.boundaries import reasons, spans
from relapp.domain.boundaries.delivery import worked_out
from relapp.domain.boundaries.hours import Hours, Pause, UrgentRule
from relapp.domain.boundaries.landing import (
    begin_of,
    first_opening,
    is_flexible,
    is_late,
    land,
    midnight,
    zone_of,
)
from relapp.domain.boundaries.spans import Meeting
from relapp.domain.reminders import Planned, Reminder
from relapp.domain.tiers import Tier

IN_TIME = timedelta(minutes=2)
"""What is no further behind than a beat takes comes in its time, and was not held back."""

RANK: Mapping[Tier | None, int] = {Tier.A: 0, Tier.B: 1, Tier.C: 2, None: 3}
"""Who goes first when a day is full."""


@dataclass(frozen=True, slots=True)
class Case:
    """One on its way: `own` is the local day on which it would come by itself, `waited` whether it comes later.

    `slot` is the moment it comes for: its own while the beat that shows it is only just behind.
    """

    planned: Planned
    kept: Hours | Meeting
    own: date
    due: datetime
    slot: datetime
    waited: bool
    standing: tuple[int, datetime, str]
    """By tier, then oldest."""


_Waiting = tuple[Case, datetime, tuple[object, ...]]
"""One of a day, when it would come on it, and what is the same for all that land with it on the next."""


def plan(
    reminders: Iterable[Reminder],
    hours: Hours,
    now: datetime,
    *,
    rule: UrgentRule,
    pause: Pause | None = None,
    cap: int = 12,
    spent: Mapping[date, int] | None = None,
    digest: bool = True,
    until: datetime | None = None,
) -> tuple[Planned, ...]:
    """All that is undelivered, in order of delivery, from `now` on.

    `spent` counts the held-back flexible ones that were already delivered, by local day. Never before `now`. With
    `until` a backlog is spread over no day after it: whatever comes later stands somewhere behind.
    """
    cases = [weighed(reminder, hours, now, rule=rule, pause=pause) for reminder in reminders]
    return settled(cases, hours, rule=rule, pause=pause, cap=cap, spent=spent, digest=digest, until=until)


def settled(
    cases: Iterable[Case],
    hours: Hours,
    *,
    rule: UrgentRule,
    pause: Pause | None,
    cap: int,
    spent: Mapping[date, int] | None,
    digest: bool,
    until: datetime | None,
) -> tuple[Planned, ...]:
    """The second half of `plan`: what each does to the others. For those who leave some out and ask again."""
    zone = zone_of(hours)
    last = date.max if until is None else until.astimezone(zone).date()
    found = _capped(cases, cap, spent or {}, zone, rule, pause, last)
    found.sort(key=lambda case: (case.planned.at, case.due, case.planned.reminder.key))
    return _gathered(found) if digest else tuple(case.planned for case in found)


def weighed(reminder: Reminder, hours: Hours, now: datetime, *, rule: UrgentRule, pause: Pause | None) -> Case:
    """The first half of `plan`: each by itself, with the pause and what was missed."""
    zone = zone_of(hours)
    own = worked_out(reminder, hours, rule)
    kept, due = own.kept, begin_of(reminder.due, zone)
    at, held, why, slot = own.at, own.held, own.why, own.at
    if at < now:
        at = land(reminder, kept, now, zone, rule)
        if at - own.at > IN_TIME:
            slot = at
            held = held or is_flexible(reminder)
            why = partial(reasons.held_back, own.at, zone)
    if pause is not None and pause.start <= at < pause.until:
        at = slot = land(reminder, kept, pause.until, zone, rule)
        held = held or is_flexible(reminder)
        why = partial(reasons.paused, pause.until, zone)
    planned = Planned(reminder, at, why(), is_late(reminder, at, zone), held)
    standing = RANK[reminder.tier], due, reminder.key
    return Case(planned, kept, own.at.astimezone(zone).date(), due, slot, held or slot != own.at, standing)


def _capped(
    cases: Iterable[Case],
    cap: int,
    spent: Mapping[date, int],
    zone: tzinfo,
    rule: UrgentRule,
    pause: Pause | None,
    last: date,
) -> list[Case]:
    """At most `cap` held-back ones a local day up to `last`; the rest goes to the next open day's first opening."""
    found: list[Case] = []
    days: dict[date, list[_Waiting]] = defaultdict(list)
    for case in cases:
        if case.planned.held:
            days[case.planned.at.astimezone(zone).date()].append((case, case.planned.at, _landing(case)))
        else:
            found.append(case)
    while days and (day := min(days)) <= last:
        waiting = sorted(days.pop(day), key=lambda one: (one[0].own >= day, one[0].standing))
        room = max(0, cap - spent.get(day, 0))
        found += [_moved(case, at, cap, zone) for case, at, _ in waiting[:room]]
        known: dict[object, tuple[datetime, date] | None] = {}  # where those land who keep the same hours
        for case, at, alike in waiting[room:]:
            if alike not in known:
                known[alike] = _pushed(case, day, zone, rule, pause)
            later = known[alike]
            if later is None:
                found.append(_moved(case, at, cap, zone))
            else:
                days[later[1]].append((case, later[0], alike))
    return found + [_moved(case, at, cap, zone) for waiting in days.values() for case, at, _ in waiting]


def _landing(case: Case) -> tuple[object, ...]:
    """The same for those that land on the same opening; all of them are flexible. `kept` lives as long as its case."""
    kept, reminder = case.kept, case.planned.reminder
    whose = (id(kept.mine), id(kept.theirs)) if isinstance(kept, Meeting) else id(kept)
    return whose, reminder.channel, reminder.hold_until


def _pushed(case: Case, day: date, zone: tzinfo, rule: UrgentRule, pause: Pause | None) -> tuple[datetime, date] | None:
    """When it comes on the next open day, and that day; None where there is none."""
    reminder = case.planned.reminder
    at = land(reminder, case.kept, midnight(day + timedelta(days=1), zone), zone, rule)
    if pause is not None and pause.start <= at < pause.until:
        at = land(reminder, case.kept, pause.until, zone, rule)
    if first_opening(case.kept, at, reminder.channel) is None:
        return None
    return at, at.astimezone(zone).date()


def _moved(case: Case, at: datetime, cap: int, zone: tzinfo) -> Case:
    """The same one at another moment, because the days before were full."""
    planned = case.planned
    if at == planned.at:
        return case
    late = is_late(planned.reminder, at, zone)
    reason = reasons.over_the_cap(cap)
    moved = Planned(planned.reminder, at, reason, late, planned.held, planned.digest, pushed=True)
    return Case(moved, case.kept, case.own, case.due, at, True, case.standing)


def _gathered(cases: list[Case]) -> tuple[Planned, ...]:
    """Marks what comes with the same opening, all-day ones included, and what waited for the same moment."""
    together: dict[datetime, list[int]] = defaultdict(list)
    for place, case in enumerate(cases):
        planned = case.planned
        if case.waited or _opens(case, case.slot):
            together[planned.at].append(place)
    found = [case.planned for case in cases]
    for places in together.values():
        if len(places) > 1:
            for place in places:
                one = found[place]
                found[place] = Planned(one.reminder, one.at, one.reason, one.late, one.held, True, one.pushed)
    return tuple(found)


def _opens(case: Case, at: datetime) -> bool:
    """Whether its hours open at this very instant."""
    channel = case.planned.reminder.channel
    if not spans.is_open(case.kept, at, channel=channel):
        return False
    return not spans.is_open(case.kept, at - timedelta(microseconds=1), channel=channel)
