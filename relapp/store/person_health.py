"""What the health of one relationship is worked out from."""

from __future__ import annotations

from typing import NamedTuple

from relapp.store.connection import Database

_ROW = """
SELECT r.tier, r.last_contact, r.cadence_days, r.due_on, r.attempts, h.median, h.p90, h.quiet_on
FROM roster AS r LEFT JOIN rhythm AS h ON h.person_id = r.person_id WHERE r.person_id = ?
"""
_DIRECTIONS = """
SELECT count(*) FILTER (WHERE direction = 'in'), count(*) FILTER (WHERE direction = 'out')
FROM entry_person INDEXED BY entry_person_timeline
WHERE person_id = ? AND at >= ? AND at <= ? AND effect = 'contact'
"""


class Row(NamedTuple):
    """As the derived tables have it. `last_contact` in seconds, days as ISO text."""

    tier: str | None
    last_contact: int | None
    cadence_days: int | None
    due_on: str | None
    attempts: int
    median: float | None
    p90: int | None
    quiet_on: str | None


def row(db: Database, person: int) -> Row | None:
    """None when there is no such person."""
    found = db.one(_ROW, (person,))
    return None if found is None else Row._make(found)


def directions(db: Database, person: int, since: int, now: int) -> tuple[int, int]:
    """Contacts that came from them, and from me, between two instants (seconds)."""
    inbound, outbound = db.one(_DIRECTIONS, (person, since, now))
    return inbound, outbound
