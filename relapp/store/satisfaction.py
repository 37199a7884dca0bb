"""Satisfaction: the marks clients gave my work, in their words."""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.business import Satisfaction
from relapp.store import business
from relapp.store.connection import Database
from relapp.store.nurturing_tables import SatisfactionRow

_SELECT = """
SELECT x.person_id, x.day, x.score, x.words, x.id
FROM satisfaction AS x
"""


def insert(db: Database, mark: Satisfaction, uid: str = "") -> int:
    """A new one; returns the id."""
    return business.insert(db, SatisfactionRow, _columns(mark), uid)


def update(db: Database, mark: Satisfaction) -> None:
    business.update(db, SatisfactionRow, mark.id, **_columns(mark))


def delete(db: Database, id_: int) -> None:
    business.delete(db, SatisfactionRow, id_)


def get(db: Database, id_: int) -> Satisfaction | None:
    row = business.get(db, _SELECT, id_)
    return None if row is None else _mark(row)


def newest(db: Database, person: int | None = None) -> list[Satisfaction]:
    """Those of a person, or of everybody who isn't in the trash, newest first."""
    return [_mark(row) for row in business.newest(db, _SELECT, person)]


def _columns(mark: Satisfaction) -> dict[str, Any]:
    return {
        "person": mark.person,
        "day": mark.day.isoformat(),
        "score": mark.score,
        "words": mark.words,
    }


def _mark(row: Any) -> Satisfaction:
    person, on, score, words, id_ = row
    return Satisfaction(person, date.fromisoformat(on), score, words, id_)
