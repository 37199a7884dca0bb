"""Who should hear or see more of me: no letter for a year, no lunch for a quarter, the only one known at a client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from relapp.domain.insights import handwritten as by_hand
from relapp.domain.insights import meet as meeting
from relapp.domain.insights import second_person as second
from relapp.domain.tiers import Tier
from relapp.store.candidates.columns import PEOPLE
from relapp.store.candidates.free import FREE, LIMIT, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import day

_Ask = tuple[str, Mapping[str, object]]
"""A query, and its parameters beside those all have."""
_NEVER_OR_BEFORE = ("IS NULL", "<= :before")
_LETTERS = f"""
SELECT {WHO}, h.tier, h.last_letter FROM rhythm AS h {PEOPLE.format(of="h.person_id")}
WHERE h.scope = 0 AND h.tier = :tier AND h.last_letter {{when}} AND h.last_day IS NOT NULL AND {FREE}
  AND EXISTS (SELECT 1 FROM contact_point AS c WHERE c.person_id = h.person_id AND c.kind = 'address'
    AND c.permission <> 'not_allowed')
ORDER BY h.last_letter, h.person_id LIMIT :limit
"""
_SENT = "SELECT count(*) FROM suggestion WHERE day >= ? AND rule = 'handwritten' AND state = 'done'"
_MET = f"""
SELECT {WHO}, h.last_met FROM rhythm AS h {PEOPLE.format(of="h.person_id")}
WHERE h.scope = 0 AND h.tier = 'A' AND h.last_met {{when}} AND {FREE}
ORDER BY h.last_met, h.person_id LIMIT :limit
"""
_CLIENT = "('new', 'active', 'growing')"
_ALONE = f"""
WITH client (id) AS (
  SELECT x.organisation_id FROM person AS c CROSS JOIN position AS x ON x.person_id = c.id
  WHERE c.stage IN {_CLIENT} AND x.past = 0 AND x.organisation_id IS NOT NULL
  UNION SELECT o.id FROM organisation AS o WHERE o.stage IN {_CLIENT}),
known (id, person_id) AS MATERIALIZED (
  SELECT client.id, (SELECT y.person_id FROM position AS y JOIN roster AS q ON q.person_id = y.person_id
    WHERE y.organisation_id = client.id AND y.past = 0 AND +q.scope = 0 LIMIT 1) FROM client)
SELECT {WHO}, o.name FROM known JOIN organisation AS o ON o.id = known.id {PEOPLE.format(of="known.person_id")}
WHERE (p.stage IN {_CLIENT} OR o.stage IN {_CLIENT}) AND {FREE}
  AND NOT EXISTS (SELECT 1 FROM position AS y JOIN roster AS q ON q.person_id = y.person_id
    WHERE y.organisation_id = o.id AND y.past = 0 AND y.person_id <> p.id AND +q.scope = 0)
ORDER BY p.tier IS NULL, p.tier, r.last_contact DESC, p.id, o.id LIMIT :limit
"""


def handwritten(db: Database, asked: Asked) -> list[by_hand.Candidate]:
    """A, then B clients with a postal address who were ever in touch: without any letter, then with the oldest."""
    quarter = asked.today.replace(month=asked.today.month - (asked.today.month - 1) % 3, day=1)
    sent = int(db.value(_SENT, (quarter.isoformat(),)))
    if sent >= by_hand.A_QUARTER:
        return []
    before = (asked.today - timedelta(days=by_hand.DAYS)).isoformat()
    asks: list[_Ask] = [
        (_LETTERS.format(when=when), {"tier": tier, "before": before})
        for tier in ("A", "B")
        for when in _NEVER_OR_BEFORE
    ]
    found = _up_to_the_limit(db, asked, asks)
    return [by_hand.Candidate._make((*row[:3], Tier(row[3]), day(row[4]), sent)) for row in found]


def meet(db: Database, asked: Asked) -> list[meeting.Candidate]:
    """A clients: never met, then the longest ago."""
    before = (asked.today - timedelta(days=meeting.DAYS)).isoformat()
    asks: list[_Ask] = [(_MET.format(when=when), {"before": before}) for when in _NEVER_OR_BEFORE]
    return [meeting.Candidate._make((*row[:3], day(row[3]))) for row in _up_to_the_limit(db, asked, asks)]


def second_person(db: Database, asked: Asked) -> list[second.Candidate]:
    """The only ones known at a client, by tier, those in touch most lately first."""
    return list(map(second.Candidate._make, db.rows(_ALONE, asked.params())))


def _up_to_the_limit(db: Database, asked: Asked, asks: Iterable[_Ask]) -> list[Any]:
    """The rows of these questions in their order; those not needed any more are not asked."""
    found: list[Any] = []
    for sql, more in asks:
        if len(found) < LIMIT:
            found += db.rows(sql, asked.params(**more))
    return found[:LIMIT]
