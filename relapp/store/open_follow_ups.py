"""Open follow-ups of people one still deals with, as the rules of delivery see them. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from relapp.domain import repeats
from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import Closure, Hours
from relapp.domain.people import Channel
from relapp.domain.reminders import Reminder
from relapp.domain.series import Series
from relapp.domain.tiers import Tier
from relapp.domain.zones import is_known
from relapp.store.connection import Database, Params
from relapp.store.follow_ups import anchor_of
from relapp.store.my_hours import closure_of

_SOURCE = """
SELECT f.id, f.person_id, f.what, f.due_at, f.due_day, f.set_at, f.fixed, f.urgent, f.anyway, f.channel, f.repeat,
  f.anchor, f.snoozed_to, f.snoozed_anyway, p.tier, p.hold_until, p.hours, p.time_zone
FROM ({which}) AS wanted CROSS JOIN follow_up AS f ON f.id = wanted.id JOIN person AS p ON p.id = f.person_id
WHERE f.state = 'open' AND p.archived = 0 AND p.deceased = 0 AND p.trashed_at IS NULL
"""
_DELIVERED = """
SELECT d.reminder, d.moment FROM ({which}) AS wanted CROSS JOIN delivery AS d ON d.reminder = 'f:' || wanted.id
WHERE d.confirmed_at IS NOT NULL
"""
_CLOSURES = """
SELECT person_id, id, first, last, title, holiday, off FROM closure WHERE person_id IS NOT NULL
ORDER BY person_id, first, id
"""


def key_of(follow_up: int) -> str:
    """How its reminder is called in the log."""
    return f"f:{follow_up}"


def read(db: Database, which: str, zone: str, params: Params = ()) -> list[tuple[int, Series]]:
    """Id and series of the open ones among `which` (SQL that selects ids). `zone` is mine."""
    people = _TheirHours(db, zone)
    return [_series(row, people) for row in db.rows(_SOURCE.format(which=which), params)]


def delivered(db: Database, which: str, params: Params = ()) -> dict[str, set[str]]:
    """The moments of each that were delivered, by key."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, moment in db.rows(_DELIVERED.format(which=which), params):
        found[key].add(moment)
    return found


class _TheirHours:
    """People's own hours; equal ones are one object, so that their open time is worked out once."""

    def __init__(self, db: Database, zone: str) -> None:
        self._db = db
        self._zone = zone
        self._known: dict[tuple[str, str, tuple[Closure, ...]], Hours | None] = {}
        self._closures: dict[int, tuple[Closure, ...]] | None = None

    def of(self, person: int, week: str, zone: str) -> Hours | None:
        if not week:
            return None
        if self._closures is None:
            self._closures = _closures(self._db)
        key = (week, zone, self._closures.get(person, ()))
        if key not in self._known:
            read_week = week_text.read(week)
            where = zone if is_known(zone) else self._zone  # an address book may bring along what is no zone
            self._known[key] = None if read_week is None else Hours(where, read_week, key[2])
        return self._known[key]


def _closures(db: Database) -> dict[int, tuple[Closure, ...]]:
    found: dict[int, list[Closure]] = defaultdict(list)
    for person, *row in db.rows(_CLOSURES):
        found[person].append(closure_of(*row))
    return {person: tuple(closures) for person, closures in found.items()}


def _series(row: Sequence[Any], people: _TheirHours) -> tuple[int, Series]:
    id_, person, what, due_at, due_day, set_at, fixed, urgent, anyway, channel, repeat, anchor = row[:12]
    snoozed_to, snoozed_anyway, tier, hold_until, week, zone = row[12:]
    due = _instant(due_at) if due_day is None else date.fromisoformat(due_day)
    reminder = Reminder(
        key_of(id_),
        person,
        what,
        due,
        _instant(set_at),
        bool(fixed),
        bool(urgent),
        bool(anyway),
        None if channel is None else Channel(channel),
        None if tier is None else Tier(tier),
        people.of(person, week, zone),
        None if hold_until is None else date.fromisoformat(hold_until),
        None if snoozed_to is None else _instant(snoozed_to),
        bool(snoozed_anyway),
    )
    read_repeat = repeats.read(repeat) if "FREQ=" in repeat else None
    return id_, Series(reminder, read_repeat, anchor_of(anchor) if read_repeat else due)


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
