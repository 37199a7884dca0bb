"""Standing marks: how I stand with people, from one vendor among many to trusted adviser."""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.business import StandingMark
from relapp.store import business
from relapp.store.connection import Database
from relapp.store.nurturing_tables import StandingRow

_SELECT = """
SELECT x.person_id, x.day, x.score, x.would_tell, x.note, x.id
FROM standing AS x
"""


def insert(db: Database, mark: StandingMark, uid: str = "") -> int:
    """A new one; returns the id."""
    return business.insert(db, StandingRow, _columns(mark), uid)


def update(db: Database, mark: StandingMark) -> None:
    business.update(db, StandingRow, mark.id, **_columns(mark))


def delete(db: Database, id_: int) -> None:
    business.delete(db, StandingRow, id_)


def get(db: Database, id_: int) -> StandingMark | None:
    row = business.get(db, _SELECT, id_)
    return None if row is None else _mark(row)


def newest(db: Database, person: int | None = None) -> list[StandingMark]:
    """Those of a person, or of everybody who isn't in the trash, newest first."""
    return [_mark(row) for row in business.newest(db, _SELECT, person)]


def _columns(mark: StandingMark) -> dict[str, Any]:
    return {
        "person": mark.person,
        "day": mark.day.isoformat(),
        "score": mark.score,
        "would_tell": None if mark.would_tell is None else int(mark.would_tell),
        "note": mark.note,
    }


def _mark(row: Any) -> StandingMark:
    person, on, score, would_tell, note, id_ = row
    told = None if would_tell is None else bool(would_tell)
    return StandingMark(person, date.fromisoformat(on), score, told, note, id_)
