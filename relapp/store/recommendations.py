"""Recommendations: my list of books, films and activities, and what of it was recommended to whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.business import Given, Recommendation, RecommendationKind
from relapp.store import business
from relapp.store.connection import Database
from relapp.store.nurturing_tables import RecommendationRow, RecommendedRow

_COLUMNS = "x.kind, x.title, x.interests, x.note, x.id"
_SELECT = f"SELECT {_COLUMNS} FROM recommendation AS x"
_BETWEEN = ","


def insert(db: Database, one: Recommendation, uid: str = "") -> int:
    """A new one; returns the id."""
    return business.insert(db, RecommendationRow, _columns(one), uid)


def update(db: Database, one: Recommendation) -> None:
    business.update(db, RecommendationRow, one.id, **_columns(one))


def delete(db: Database, id_: int) -> None:
    """Takes it off the list; that it was recommended is forgotten with it."""
    RecommendedRow.delete().where(RecommendedRow.recommendation == id_).execute(db.orm)
    business.delete(db, RecommendationRow, id_)


def get(db: Database, id_: int) -> Recommendation | None:
    row = business.get(db, _SELECT, id_)
    return None if row is None else _recommendation(row)


def all_of(db: Database) -> list[Recommendation]:
    """The list, by kind and title."""
    return [_recommendation(row) for row in db.rows(f"{_SELECT} ORDER BY x.kind, x.title COLLATE NOCASE, x.id")]


def give(db: Database, id_: int, person: int, day: date) -> None:
    """Keeps that it was recommended to a person; the file takes that only once."""
    RecommendedRow.insert(person=person, recommendation=id_, day=day.isoformat()).execute(db.orm)


def given(db: Database, person: int) -> list[Given]:
    """What was recommended to a person, newest first."""
    sql = (
        f"SELECT {_COLUMNS}, g.day FROM recommended AS g JOIN recommendation AS x ON x.id = g.recommendation_id "
        "WHERE g.person_id = ? ORDER BY g.day DESC, g.id DESC"
    )
    return [Given(_recommendation(row[:-1]), date.fromisoformat(row[-1])) for row in db.rows(sql, (person,))]


def _columns(one: Recommendation) -> dict[str, Any]:
    return {"kind": str(one.kind), "title": one.title, "interests": _BETWEEN.join(one.interests), "note": one.note}


def _recommendation(row: Any) -> Recommendation:
    kind, title, interests, note, id_ = row
    words = tuple(interests.split(_BETWEEN)) if interests else ()
    return Recommendation(RecommendationKind(kind), title, words, note, id_)
