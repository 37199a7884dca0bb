"""The rhythm of each person: one row with their usual gap and the day from which their silence is long. Derived.

Made anew with the roster, and again when the oldest contact leaves the window or my leave changes. Call inside a
transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from relapp.domain.leave import Leave
from relapp.domain.rhythm import UNANSWERED, WINDOW, Usual, gaps_of, usual_of
from relapp.store.connection import Database
from relapp.store.local_days import LocalDays

PEOPLE = """
SELECT d.person_id, r.scope, r.tier, r.last_contact, r.attempts
FROM dirty_person AS d CROSS JOIN roster AS r ON r.person_id = d.person_id
"""
"""What `refresh` is told of each, as the roster has it."""
_CONTACTS = """
SELECT e.person_id, e.at FROM dirty_person AS d CROSS JOIN entry_person AS e INDEXED BY entry_person_timeline
  ON e.person_id = d.person_id AND e.at >= :since AND e.at <= :now AND e.effect = 'contact'
"""
_APART = """
SELECT x.person_id, e.kind, max(x.at)
FROM dirty_person AS d CROSS JOIN entry_person AS x INDEXED BY entry_person_timeline
  ON x.person_id = d.person_id AND x.at <= :now CROSS JOIN entry AS e INDEXED BY entry_apart ON e.id = x.entry_id
WHERE e.kind IN ('lunch', 'visit', 'letter', 'social') GROUP BY x.person_id, e.kind
"""
_THIRD = f"""
SELECT at FROM entry_person INDEXED BY entry_person_timeline
WHERE person_id = ? AND at > ? AND at <= ? AND effect = 'attempt' ORDER BY at LIMIT 1 OFFSET {UNANSWERED - 1}
"""
_COLUMNS = (
    "person_id", "scope", "tier", "gaps", "median", "p90", "last_day", "quiet_on", "by_attempts", "ripens_on",
    "last_met", "last_letter", "last_social",
)  # fmt: skip
_WRITE = f"""
INSERT INTO rhythm ({", ".join(_COLUMNS)}) VALUES ({", ".join("?" * len(_COLUMNS))})
ON CONFLICT (person_id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])}
"""
_TOUCHED = """
FROM rhythm AS h JOIN roster AS r ON r.person_id = h.person_id
WHERE h.median IS NOT NULL AND h.last_day < :last AND (h.quiet_on IS NULL OR h.quiet_on >= :first)
"""
_MOVED = f"""
SELECT h.person_id, h.last_day, h.median, h.p90, h.quiet_on, h.by_attempts, r.last_contact, r.attempts {_TOUCHED}
"""
_MOVE = "UPDATE rhythm SET quiet_on = ?, by_attempts = ? WHERE person_id = ?"
_EVER = -1 << 60


def refresh(db: Database, people: Iterable[Any], now: int, leave: Leave, zone: LocalDays) -> None:
    """Makes the rows of all in `dirty_person` anew; `people` is what PEOPLE says of them. `now` is in seconds."""
    start = zone.of(now) - WINDOW
    contacts: dict[int, list[int]] = defaultdict(list)
    for person, at in db.rows(_CONTACTS, {"since": zone.beginning(start), "now": now}):
        contacts[person].append(at)
    apart = {(person, kind): zone.of(at) for person, kind, at in db.rows(_APART, {"now": now})}
    rows = []
    for person, scope, tier, last, attempts in people:
        days = _days(contacts.get(person, ()), start, zone)
        gaps = gaps_of(days)
        usual = usual_of(gaps)
        last_day = None if last is None else zone.of(last)
        quiet_on, by_attempts = _quiet_on(last_day, usual, _third(db, person, last, attempts, now, zone), leave)
        met = max(apart.get((person, "lunch"), 0), apart.get((person, "visit"), 0))
        rows.append((
            person, scope, tier, len(gaps), *(usual or (None, None)), _iso(last_day), quiet_on, by_attempts,
            _iso(days[0] + WINDOW + 1) if days else None, _iso(met), _iso(apart.get((person, "letter"))),
            _iso(apart.get((person, "social"))),
        ))  # fmt: skip
    db.many(_WRITE, rows)


def touched(db: Database, first: date, last: date) -> int:
    """How many may move where leave is another between these days."""
    return int(db.value(f"SELECT count(*) {_TOUCHED}", {"first": first.isoformat(), "last": last.isoformat()}))


def after_leave(db: Database, first: date, last: date, now: int, leave: Leave, zone: LocalDays) -> set[int]:
    """Leave is another between these days, both included. Returns whose quiet day moved."""
    asked = {"first": first.isoformat(), "last": last.isoformat()}
    moved = []
    for person, day, median, p90, *before, contact, attempts in db.rows(_MOVED, asked):
        third = _third(db, person, contact, attempts, now, zone)
        quiet_on = _quiet_on(date.fromisoformat(day).toordinal(), Usual(median, p90), third, leave)
        if quiet_on != tuple(before):
            moved.append((*quiet_on, person))
    db.many(_MOVE, moved)
    return {person for _, _, person in moved}


def delete(db: Database, persons: Iterable[int]) -> None:
    """Those who are gone."""
    db.many("DELETE FROM rhythm WHERE person_id = ?", [(person,) for person in persons])


def _days(moments: Sequence[int], start: int, zone: LocalDays) -> list[int]:
    of = zone.of
    return sorted({day for day in map(of, moments) if day >= start})


def _third(db: Database, person: int, contact: int | None, attempts: int, now: int, zone: LocalDays) -> int | None:
    """The day of the third attempt since the last contact."""
    if attempts < UNANSWERED:
        return None
    at = db.value(_THIRD, (person, _EVER if contact is None else contact, now))
    return None if at is None else zone.of(at)


def _quiet_on(last_day: int | None, usual: Usual | None, third: int | None, leave: Leave) -> tuple[str | None, int]:
    """The earlier of the two days, and whether it is the one of attempts."""
    long = None
    if last_day is not None and usual is not None:
        found: Any = leave.after(date.fromordinal(last_day), usual.limit)
        long = None if found is None else found.toordinal()
    if third is not None and (long is None or third < long):
        return _iso(third), 1
    return _iso(long), 0


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day else None
