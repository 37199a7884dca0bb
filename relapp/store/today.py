"""What waits today, asked of the roster and its indexes: SQL on the cursor.

The conditions are written as the indexes are: `due_on IS NULL` is a column of `roster_due`, and a plus before `scope`
keeps the indexes of the list out of questions about few people.
"""

from __future__ import annotations

from collections.abc import Sequence

from relapp.domain import today as domain
from relapp.domain.today import Planned, Waiting
from relapp.store.connection import Database

_WAITING = """
FROM roster AS r JOIN person AS p ON p.id = r.person_id
WHERE r.scope = 0 AND (r.due_on IS NULL) = 0 AND r.due_on {due} AND r.last_contact IS {met} NULL
  AND (p.hold_until IS NULL OR p.hold_until <= :today)
"""
_COLUMNS = """
SELECT r.person_id, r.shown, r.subtitle, r.tier, r.last_contact, r.cadence_days, r.due_on, r.attempts, r.has_photo
"""
_OVERDUE = _WAITING.format(due="< :today", met="NOT")
_DUE = _WAITING.format(due="= :today", met="NOT")
_NEVER = _WAITING.format(due="<= :today", met="")
_COUNTS = """
SELECT count(*) FILTER (WHERE last_contact IS NOT NULL AND due_on < :today),
  count(*) FILTER (WHERE last_contact IS NOT NULL AND due_on = :today), count(*) FILTER (WHERE last_contact IS NULL)
FROM roster WHERE scope = 0 AND (due_on IS NULL) = 0 AND due_on <= :today {held}
"""
_HELD = "AND person_id IN (SELECT id FROM person WHERE hold_until > :today)"
_NEXT_DUE = """
FROM roster AS r JOIN person AS p ON p.id = r.person_id
WHERE r.scope = 0 AND (r.due_on IS NULL) = 0 AND r.due_on > :today
  AND (p.hold_until IS NULL OR p.hold_until <= r.due_on)
"""
_DONE = """
SELECT EXISTS (SELECT 1 FROM follow_up WHERE state <> 'open' AND state = 'done' AND closed_at >= :since)
  OR EXISTS (SELECT 1 FROM entry AS e JOIN entry_person AS x ON x.entry_id = e.id
             WHERE e.at >= :since AND e.at <= :now AND x.effect = 'contact')
"""
_PLANNED = """
SELECT e.id, e.at, e.kind, e.text, e.place, min(x.person_id), group_concat(x.shown, ', ')
FROM entry AS e JOIN (
  SELECT ep.entry_id, ep.person_id, r.shown FROM roster AS r
  JOIN entry_person AS ep INDEXED BY entry_person_timeline ON ep.person_id = r.person_id
  WHERE r.next_at IS NOT NULL AND r.next_at < :until AND +r.scope = 0 AND ep.at > :now AND ep.at < :until
) AS x ON x.entry_id = e.id GROUP BY e.id ORDER BY e.at, e.id
"""
_DATED = """
SELECT r.person_id, r.shown, '{column}', p.{column}, '' FROM person AS p JOIN roster AS r ON r.person_id = p.id
WHERE p.{column} IS NOT NULL AND +r.scope = 0 AND substr(p.{column}, -5) IN ({days})
"""
_RENEWALS = """
SELECT r.person_id, r.shown, 'renewal', o.day, o.title FROM occasion AS o JOIN roster AS r ON r.person_id = o.person_id
WHERE o.day IS NOT NULL AND o.kind = 'renewal' AND +r.scope = 0 AND substr(o.day, -5) IN ({days})
"""


def overdue(db: Database, today: str, limit: int) -> list[Waiting]:
    """Who was due before `today` (an ISO day), longest first."""
    return _waiting(db, _OVERDUE, today, limit)


def due(db: Database, today: str, limit: int) -> list[Waiting]:
    """Who is due on that very day."""
    return _waiting(db, _DUE, today, limit)


def never(db: Database, today: str, limit: int) -> list[Waiting]:
    """Who is due, or was, and there never was contact."""
    return _waiting(db, _NEVER, today, limit)


def _waiting(db: Database, which: str, today: str, limit: int) -> list[Waiting]:
    sql = f"{_COLUMNS} {which} ORDER BY r.due_on, r.sort_key, r.person_id LIMIT :limit"
    return list(map(Waiting._make, db.rows(sql, {"today": today, "limit": limit})))


def counts(db: Database, today: str) -> tuple[int, int, int]:
    """How many are overdue, due on that day, and due without ever having been in contact."""
    every, held = (db.one(_COUNTS.format(held=only), {"today": today}) for only in ("", _HELD))
    overdue, due, never = (whole - part for whole, part in zip(every, held, strict=True))
    return overdue, due, never


def next_due(db: Database, today: str) -> Waiting | None:
    """Whose cadence comes due first after `today` (an ISO day)."""
    return next(iter(_waiting(db, _NEXT_DUE, today, 1)), None)


def done_since(db: Database, since: int, now: int) -> bool:
    """Whether a follow-up was done or somebody was in touch (seconds since 1970 UTC)."""
    return bool(db.value(_DONE, {"since": since, "now": now}))


def planned(db: Database, now: int, until: int) -> list[Planned]:
    """Entries after `now` and before `until` (seconds since 1970 UTC), soonest first."""
    return list(map(Planned._make, db.rows(_PLANNED, {"now": now, "until": until})))


def dated(db: Database, month_days: Sequence[str]) -> list[domain.Dated]:
    """Birthdays, anniversaries and renewals that end like one of these `MM-DD`."""
    days = ", ".join("?" * len(month_days))
    found: list[domain.Dated] = []
    for sql in (_DATED.format(column="birthday", days=days), _DATED.format(column="anniversary", days=days), _RENEWALS):
        found += map(domain.Dated._make, db.rows(sql.format(days=days), tuple(month_days)))
    return found
