"""Whom to hear, whom to answer, what to look at again: clients unheard for long, open ideas, standing, facts."""

from __future__ import annotations

from datetime import timedelta

from relapp.domain.business import STANDING_DAYS
from relapp.domain.insights import answer_idea as answering
from relapp.domain.insights import ask_idea as asking
from relapp.domain.insights import refresh_fact as refreshing
from relapp.domain.insights import standing as rating
from relapp.domain.tiers import Tier
from relapp.store.candidates.free import FREE, LIMIT, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import day

_BY_TIER = f"""
FROM rhythm AS h INDEXED BY rhythm_silence
CROSS JOIN person AS p ON p.id = h.person_id CROSS JOIN roster AS r ON r.person_id = p.id
WHERE h.scope = 0 AND h.tier = :tier AND {FREE}
"""
_LAST_FIRST = "ORDER BY h.last_day DESC, h.person_id LIMIT :limit"
_UNHEARD = f"""
SELECT {WHO}, (SELECT max(day) FROM (
    SELECT max(s.day) AS day FROM satisfaction AS s WHERE s.person_id = p.id
    UNION ALL SELECT max(i.day) FROM idea AS i WHERE i.person_id = p.id))
{_BY_TIER} AND p.stage IN ('active', 'growing')
AND NOT EXISTS (SELECT 1 FROM satisfaction AS s WHERE s.person_id = p.id AND s.day > :first)
AND NOT EXISTS (SELECT 1 FROM idea AS i WHERE i.person_id = p.id AND i.day > :first)
{_LAST_FIRST}
"""
_OPEN = f"""
SELECT {WHO}, i.id, i.text, i.day
FROM idea AS i INDEXED BY idea_open CROSS JOIN person AS p ON p.id = i.person_id
CROSS JOIN roster AS r ON r.person_id = p.id
WHERE i.answered IS NULL AND i.day <= :first AND {FREE}
ORDER BY i.day, i.id LIMIT :limit
"""
_UNRATED = f"""
SELECT {WHO}, m.score, m.day
FROM rhythm AS h INDEXED BY rhythm_silence
CROSS JOIN person AS p ON p.id = h.person_id CROSS JOIN roster AS r ON r.person_id = p.id
LEFT JOIN standing AS m ON m.id = (
  SELECT l.id FROM standing AS l WHERE l.person_id = h.person_id ORDER BY l.day DESC, l.id DESC LIMIT 1)
WHERE h.scope = 0 AND h.tier = :tier AND (p.stage IS NULL OR p.stage NOT IN ('prospect', 'lost'))
AND coalesce(p.stage = 'new' AND p.stage_since > :settled, 0) = 0
AND (m.day IS NULL OR m.day < :first) AND {FREE}
{_LAST_FIRST}
"""
_REVIEWS = f"""
SELECT {WHO}, f.id, CASE WHEN f.private THEN '' ELSE f.label END, CASE WHEN f.private THEN '' ELSE f.text END, f.review
FROM fact AS f INDEXED BY fact_review CROSS JOIN person AS p ON p.id = f.person_id
CROSS JOIN roster AS r ON r.person_id = p.id
WHERE f.review <= :today AND {FREE}
ORDER BY f.review, f.id LIMIT :limit
"""


def ask_idea(db: Database, asked: Asked) -> list[asking.Candidate]:
    """Active A and B clients of whom nothing was heard for long; who was in contact last before others."""
    first = (asked.today - timedelta(days=asking.DAYS)).isoformat()
    found: list[asking.Candidate] = []
    for tier in (Tier.A, Tier.B):
        rows = db.rows(_UNHEARD, asked.params(tier=str(tier), first=first) | {"limit": LIMIT - len(found)})
        found += [asking.Candidate._make((*who, tier, day(heard))) for *who, heard in rows]
    return found


def answer_idea(db: Database, asked: Asked) -> list[answering.Candidate]:
    """Open ideas, the oldest first."""
    first = (asked.today - timedelta(days=answering.DAYS)).isoformat()
    return [answering.Candidate._make((*idea, day(on))) for *idea, on in db.rows(_OPEN, asked.params(first=first))]


def standing(db: Database, asked: Asked) -> list[rating.Candidate]:
    """A and B clients without a mark of the last half year; who was in contact last before others.

    Without those who are new clients for less than SETTLED days: it is too early to say.
    """
    first, settled = ((asked.today - timedelta(days=days)).isoformat() for days in (STANDING_DAYS, rating.SETTLED))
    found: list[rating.Candidate] = []
    for tier in (Tier.A, Tier.B):
        rows = db.rows(
            _UNRATED, asked.params(tier=str(tier), first=first, settled=settled) | {"limit": LIMIT - len(found)}
        )
        found += [rating.Candidate._make((*who, tier, score, day(on))) for *who, score, on in rows]
    return found


def refresh_fact(db: Database, asked: Asked) -> list[refreshing.Candidate]:
    """Facts whose day of review has come, the longest due first; of private ones the words are left out."""
    return [refreshing.Candidate._make((*fact, day(on))) for *fact, on in db.rows(_REVIEWS, asked.params())]
