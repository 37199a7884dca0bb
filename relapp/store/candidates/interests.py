"""Whose interests fit what is on my list of books, films and activities. Private interests are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from relapp.domain.business import RecommendationKind
from relapp.domain.insights import recommend as rule
from relapp.store.candidates.columns import PEOPLE
from relapp.store.candidates.free import FREE, LIMIT, WHO, Asked
from relapp.store.connection import Database

_WORD = re.compile(r"[^\W_]+")
_LISTED = "SELECT id, kind, title, interests FROM recommendation ORDER BY id DESC LIMIT :limit"
_FITTING = f"""
SELECT {WHO}, f.id, f.label, f.text FROM search_fact AS m CROSS JOIN fact AS f ON f.id = m.rowid
{PEOPLE.format(of="f.person_id")}
WHERE search_fact MATCH :words AND f.section = 'interests' AND f.private = 0
  AND NOT EXISTS (SELECT 1 FROM recommended AS g WHERE g.person_id = p.id AND g.recommendation_id = :id) AND {FREE}
ORDER BY m.rowid DESC LIMIT min(:limit, :share)
"""


def recommend(db: Database, asked: Asked) -> list[rule.Candidate]:
    """Interests by word, the latest first; everything on my list gets the same share of the limit, the latest first."""
    listed = db.rows(_LISTED, {"limit": LIMIT})
    found: list[rule.Candidate] = []
    for id_, kind, title, joined in listed:
        interests = tuple(interest for interest in joined.split(",") if interest)
        if words := _query(interests):
            params = asked.params(words=words, id=id_, share=LIMIT // len(listed))
            one = (id_, RecommendationKind(kind), title, interests)
            found += [rule.Candidate._make((*row, *one)) for row in db.rows(_FITTING, params)]
    return found


def _query(interests: Iterable[str]) -> str:
    """Any of them, each as a phrase of whole words; empty when there is no word."""
    phrases = (" ".join(_WORD.findall(interest)) for interest in interests)
    return " OR ".join(f'"{phrase}"' for phrase in phrases if phrase)
