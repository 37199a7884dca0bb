"""Who is now where a contact left: everybody there, with what tells a successor from a colleague of old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from relapp.domain.insights.successor import DAYS, Candidate
from relapp.store.candidates.free import FREE, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import partial

_CLIENT = "('new', 'active', 'growing')"
_SUCCESSOR = f"""
SELECT {WHO}, gone.shown, x.id, x.title, o.name, x.until, y.title, y.since, r.last_contact, ({FREE})
FROM position AS x CROSS JOIN organisation AS o ON o.id = x.organisation_id
CROSS JOIN person AS g ON g.id = x.person_id CROSS JOIN roster AS gone ON gone.person_id = g.id
CROSS JOIN position AS y ON y.organisation_id = x.organisation_id AND y.person_id <> x.person_id AND NOT y.past
CROSS JOIN person AS p ON p.id = y.person_id CROSS JOIN roster AS r ON r.person_id = p.id AND r.scope = 0
WHERE x.until >= :month AND x.until <= :today AND gone.scope < 2 AND NOT g.deceased
AND NOT EXISTS (SELECT 1 FROM position AS z WHERE z.person_id = x.person_id
  AND z.organisation_id = x.organisation_id AND NOT z.past AND z.id <> x.id)
AND (o.stage IN {_CLIENT} OR EXISTS (SELECT 1 FROM position AS z JOIN person AS q ON q.id = z.person_id
  WHERE z.organisation_id = x.organisation_id AND q.stage IN {_CLIENT}))
ORDER BY x.until DESC, x.id, y.since DESC, y.person_id LIMIT :limit
"""


def successor(db: Database, asked: Asked) -> list[Candidate]:
    """Everybody at the clients that somebody left of late, the latest first.

    Who rests is told, not left out: otherwise a colleague would pass for the successor.
    """
    first = asked.today - timedelta(days=DAYS)
    found = []
    for *told, stored, title, since, met, free in db.rows(_SUCCESSOR, asked.params(month=f"{first:%Y-%m}")):
        until = partial(stored)
        if until is None:
            continue
        day = None if met is None else datetime.fromtimestamp(met, UTC).astimezone(asked.zone).date()
        found.append(Candidate._make((*told, until, title, partial(since), day, bool(free))))
    return found
