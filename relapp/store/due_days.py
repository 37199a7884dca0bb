"""The days on which people are due, worked out for many at once: after leave or what counts as contact has changed.

Everything else that moves them makes the whole row of the roster anew. Call inside a transaction.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.cadence import due_day
from relapp.domain.leave import Leave
from relapp.store.connection import Database
from relapp.store.local_days import LocalDays

_LAST_ATTEMPT = """
CASE WHEN {counts} AND r.attempts > 0 THEN
  (SELECT at FROM entry_person INDEXED BY entry_person_timeline WHERE person_id = r.person_id AND at <= :now
   AND effect = 'attempt' ORDER BY at DESC LIMIT 1) END
"""
_PEOPLE = """
SELECT r.person_id, r.last_contact, {attempt},
  CASE WHEN r.last_contact IS NULL THEN (SELECT cadence_since FROM person WHERE id = r.person_id) END,
  r.cadence_days, r.due_on
FROM roster AS r WHERE r.cadence_days IS NOT NULL AND {touched}
"""
_BY_LEAVE = "(r.due_on IS NULL OR r.due_on >= :first)"
_BY_ATTEMPTS = "r.attempts > 0"


def due_on(
    contact: int | None, attempt: int | None, since: str | None, days: int | None, leave: Leave, zone: LocalDays
) -> str | None:
    """An ISO day. `contact` and `attempt` (one that counts, or None) are seconds, `since` an ISO day."""
    if days is None:
        return None
    last = contact if attempt is None else attempt if contact is None else max(contact, attempt)
    start = None if last is None else date.fromordinal(zone.of(last))
    due = due_day(start, None if since is None else date.fromisoformat(since), days, leave)
    return None if due is None else due.isoformat()


def after_leave(db: Database, first: date, now: int, attempts_count: bool, leave: Leave, zone: LocalDays) -> set[int]:
    """Leave is another from the day `first` on. Returns whose day moved."""
    return _make(db, _BY_LEAVE, {"first": first.isoformat(), "now": now}, attempts_count, leave, zone)


def after_option(db: Database, now: int, attempts_count: bool, leave: Leave, zone: LocalDays) -> set[int]:
    """Attempts count from now on, or no more. Returns whose day moved."""
    return _make(db, _BY_ATTEMPTS, {"now": now}, attempts_count, leave, zone)


def _make(
    db: Database, touched: str, asked: dict[str, Any], attempts_count: bool, leave: Leave, zone: LocalDays
) -> set[int]:
    sql = _PEOPLE.format(attempt=_LAST_ATTEMPT.format(counts=int(attempts_count)), touched=touched)
    moved = [
        (due, person)
        for person, contact, attempt, since, days, before in db.rows(sql, {"now": 0} | asked)
        if (due := due_on(contact, attempt, since, days, leave, zone)) != before
    ]
    db.many("UPDATE roster SET due_on = ? WHERE person_id = ?", moved)
    return {person for _, person in moved}
