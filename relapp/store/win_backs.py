"""Win-backs: what was found out about why somebody went quiet."""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.business import Reason, WinBack
from relapp.store import business
from relapp.store.connection import Database
from relapp.store.nurturing_tables import WinBackRow

_SELECT = """
SELECT x.person_id, x.day, x.reason, x.note, x.id
FROM win_back AS x
"""


def insert(db: Database, found: WinBack, uid: str = "") -> int:
    """A new one; returns the id."""
    return business.insert(db, WinBackRow, _columns(found), uid)


def update(db: Database, found: WinBack) -> None:
    business.update(db, WinBackRow, found.id, **_columns(found))


def delete(db: Database, id_: int) -> None:
    business.delete(db, WinBackRow, id_)


def get(db: Database, id_: int) -> WinBack | None:
    row = business.get(db, _SELECT, id_)
    return None if row is None else _found(row)


def newest(db: Database, person: int | None = None) -> list[WinBack]:
    """Those of a person, or of everybody who isn't in the trash, newest first."""
    return [_found(row) for row in business.newest(db, _SELECT, person)]


def _columns(found: WinBack) -> dict[str, Any]:
    return {
        "person": found.person,
        "day": found.day.isoformat(),
        "reason": str(found.reason),
        "note": found.note,
    }


def _found(row: Any) -> WinBack:
    person, on, reason, note, id_ = row
    return WinBack(person, date.fromisoformat(on), Reason(reason), note, id_)
