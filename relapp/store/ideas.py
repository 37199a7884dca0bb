"""Ideas: what clients suggested, wished or complained of, and my answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.business import Idea
from relapp.store import business
from relapp.store.connection import Database
from relapp.store.instants import day, text
from relapp.store.nurturing_tables import IdeaRow

_SELECT = """
SELECT x.person_id, x.day, x.text, x.answered, x.answer, x.id
FROM idea AS x
"""


def insert(db: Database, idea: Idea, uid: str = "") -> int:
    """A new one; returns the id."""
    return business.insert(db, IdeaRow, _columns(idea), uid)


def update(db: Database, idea: Idea) -> None:
    business.update(db, IdeaRow, idea.id, **_columns(idea))


def delete(db: Database, id_: int) -> None:
    business.delete(db, IdeaRow, id_)


def get(db: Database, id_: int) -> Idea | None:
    row = business.get(db, _SELECT, id_)
    return None if row is None else _idea(row)


def newest(db: Database, person: int | None = None) -> list[Idea]:
    """Those of a person, or of everybody who isn't in the trash, newest first."""
    return [_idea(row) for row in business.newest(db, _SELECT, person)]


def _columns(idea: Idea) -> dict[str, Any]:
    return {
        "person": idea.person,
        "day": idea.day.isoformat(),
        "text": idea.text,
        "answered": text(idea.answered),
        "answer": idea.answer,
    }


def _idea(row: Any) -> Idea:
    person, on, words, answered, answer, id_ = row
    return Idea(person, date.fromisoformat(on), words, day(answered), answer, id_)
