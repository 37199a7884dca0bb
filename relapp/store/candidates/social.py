"""Whom to connect with, and whom to call after: people with a LinkedIn profile, and first words on social media."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from relapp.domain.insights import linkedin as connecting
from relapp.domain.insights import new_connection as connected
from relapp.domain.tiers import Tier
from relapp.store.candidates.free import FREE, LIMIT, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import day

_PROFILES = f"""
SELECT {WHO}, h.last_social
FROM rhythm AS h INDEXED BY rhythm_silence
CROSS JOIN person AS p ON p.id = h.person_id CROSS JOIN roster AS r ON r.person_id = p.id
WHERE h.scope = 0 AND h.tier = :tier AND (h.last_social IS NULL OR h.last_social < :year) AND {FREE}
AND (SELECT 1 FROM contact_point AS c INDEXED BY contact_point_linkedin
  WHERE c.person_id = h.person_id AND c.kind = 'url' AND c.value LIKE '%linkedin.com/%' LIMIT 1) = 1
ORDER BY h.last_day DESC, h.person_id LIMIT :limit
"""
_FIRST_WORDS = f"""
SELECT {WHO}, e.id, e.at
FROM entry AS e INDEXED BY entry_at CROSS JOIN entry_person AS t ON t.entry_id = e.id
CROSS JOIN person AS p ON p.id = t.person_id CROSS JOIN roster AS r ON r.person_id = p.id
WHERE e.at >= :since AND e.at <= :now AND e.kind = 'social' AND (r.last_contact IS NULL OR r.last_contact <= e.at)
AND EXISTS (SELECT 1 FROM contact_point AS c WHERE c.person_id = p.id AND c.kind = 'phone')
AND NOT EXISTS (SELECT 1 FROM entry_person AS b JOIN entry AS a ON a.id = b.entry_id
  WHERE b.person_id = p.id AND a.kind = 'social' AND (b.at, b.entry_id) < (e.at, e.id)) AND {FREE}
ORDER BY e.at DESC, e.id, p.id LIMIT :limit
"""


def linkedin(db: Database, asked: Asked) -> list[connecting.Candidate]:
    """Whom I never met on social media, or not for a year: A clients first, who was in contact last before others."""
    year = (asked.today - timedelta(days=connecting.YEAR)).isoformat()
    found: list[connecting.Candidate] = []
    for tier in Tier:
        rows = db.rows(_PROFILES, asked.params(tier=str(tier), year=year) | {"limit": LIMIT - len(found)})
        found += [connecting.Candidate._make((*who, tier, day(last))) for *who, last in rows]
    return found


def new_connection(db: Database, asked: Asked) -> list[connected.Candidate]:
    """First words on social media of late, with nobody who was in contact since or has no number."""
    first = asked.today - timedelta(days=connected.DAYS)
    since = int(datetime.combine(first, time(), tzinfo=asked.zone).timestamp())
    return [
        connected.Candidate._make((*who, datetime.fromtimestamp(at, UTC).astimezone(asked.zone).date()))
        for *who, at in db.rows(_FIRST_WORDS, asked.params(since=since))
    ]
