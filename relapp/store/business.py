"""How the rows of sales, marks, ideas and referrals are written and picked: alike for all of them, by their table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from relapp.store.connection import Database
from relapp.store.tables import Row


def insert(db: Database, table: type[Row], values: Mapping[str, Any], uid: str = "") -> int:
    """A new row; returns the id."""
    return int(table.insert({"uid": uid or str(uuid4()), **values}).execute(db.orm))


def update(db: Database, table: type[Row], id_: int, **values: Any) -> None:
    table.update(values).where(table.id == id_).execute(db.orm)


def delete(db: Database, table: type[Row], id_: int) -> None:
    table.delete().where(table.id == id_).execute(db.orm)


def get(db: Database, select: str, id_: int) -> Any:
    """One row of the table that `select` calls x, or None."""
    return db.one(f"{select} WHERE x.id = ?", (id_,))


def newest(db: Database, select: str, person: int | None) -> list[Any]:
    """Rows of the table that `select` calls x, newest first: of a person, or of everybody who isn't in the trash."""
    if person is not None:
        return db.rows(f"{select} WHERE x.person_id = ? ORDER BY x.day DESC, x.id DESC", (person,))
    kept = "JOIN person AS p ON p.id = x.person_id WHERE p.trashed_at IS NULL"
    return db.rows(f"{select} {kept} ORDER BY x.day DESC, x.id DESC")
