"""What was delivered, as Today shows it: the log of deliveries with the words of what it was about. Reads only."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

from relapp.store.connection import Database
from relapp.store.follow_ups import anchor_of
from relapp.store.instants import seconds

_BETWEEN = """
SELECT d.reminder, d.person_id, r.shown, coalesce(f.what, ''), d.confirmed_at, d.due, d.held,
  coalesce(f.state <> 'open', 0)
FROM delivery AS d CROSS JOIN roster AS r ON r.person_id = d.person_id
LEFT JOIN follow_up AS f ON d.reminder LIKE 'f:%' AND f.id = CAST(substr(d.reminder, 3) AS INTEGER)
WHERE d.confirmed_at >= ? AND d.confirmed_at < ? AND r.scope = 0 AND (f.id IS NOT NULL OR d.reminder NOT LIKE 'f:%')
ORDER BY d.confirmed_at, d.id
"""


class Delivered(NamedTuple):
    """A reminder that came, with its words; those of an occasion are not kept. `done`: the follow-up is closed."""

    key: str
    person: int
    shown: str
    what: str
    at: datetime
    due: datetime | date
    held: bool
    done: bool


def between(db: Database, start: datetime, end: datetime) -> list[Delivered]:
    """What came in `[start, end)`, in order, of people in the list and follow-ups that are not deleted."""
    return [
        Delivered(key, person, shown, what, datetime.fromtimestamp(at, UTC), anchor_of(due), bool(held), bool(done))
        for key, person, shown, what, at, due, held, done in db.rows(_BETWEEN, (seconds(start), seconds(end)))
    ]
