"""Who has gone quiet, as the rhythm says that is kept for everybody."""

from __future__ import annotations

from relapp.domain.insights.going_quiet import Candidate
from relapp.domain.tiers import Tier
from relapp.store.candidates.free import FREE, LIMIT, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import day

_QUIET = f"""
SELECT {WHO}, h.quiet_on, h.last_day, h.median, h.by_attempts, r.attempts
FROM rhythm AS h INDEXED BY rhythm_quiet
CROSS JOIN person AS p ON p.id = h.person_id CROSS JOIN roster AS r ON r.person_id = p.id
WHERE h.scope = 0 AND h.quiet_on IS NOT NULL AND h.quiet_on <= :today AND h.tier IS :tier AND {FREE}
ORDER BY h.quiet_on DESC, h.person_id LIMIT :limit
"""


def going_quiet(db: Database, asked: Asked) -> list[Candidate]:
    """A clients first; of one tier who went quiet last."""
    found: list[Candidate] = []
    for tier in (*Tier, None):
        params = asked.params(tier=None if tier is None else str(tier)) | {"limit": LIMIT - len(found)}
        found += [
            Candidate._make((*who, tier, day(quiet_on), day(last), usual, bool(by_attempts), unanswered))
            for *who, quiet_on, last, usual, by_attempts, unanswered in db.rows(_QUIET, params)
        ]
    return found
