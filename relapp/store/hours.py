"""Closures, extra openings and people's own hours. Every function that writes expects to be inside a transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from relapp.domain.boundaries.hours import Closure, Opening
from relapp.store.connection import Database
from relapp.store.my_hours import closure_of

_OF_PERSON = "SELECT time_zone, hours, tier FROM person WHERE id = ?"
_CLOSURES = "SELECT id, first, last, title, holiday, off FROM closure WHERE person_id IS ? ORDER BY first, id"
_CLOSURE = "SELECT id, first, last, title, holiday, off FROM closure WHERE id = ?"


class TheirTime(NamedTuple):
    """What is stored of a person's time: zone as it was typed or brought in, week as text, tier."""

    zone: str
    week: str
    tier: str | None


def of_person(db: Database, person: int) -> TheirTime | None:
    """None when there is no such person."""
    row = db.one(_OF_PERSON, (person,))
    return None if row is None else TheirTime(*row)


def closures(db: Database, person: int | None = None) -> list[Closure]:
    """Mine, or a person's, by day."""
    return [closure_of(*row) for row in db.rows(_CLOSURES, (person,))]


def closure(db: Database, id_: int) -> Closure | None:
    row = db.one(_CLOSURE, (id_,))
    return None if row is None else closure_of(*row)


def add_closure(db: Database, one: Closure, person: int | None = None) -> int:
    """Returns the id."""
    from relapp.store.tables import ClosureRow  # peewee waits until something is written

    return int(ClosureRow.insert(_closure_columns(one) | {"person": person}).execute(db.orm))


def add_closures(db: Database, many: Iterable[Closure]) -> None:
    """Several of mine."""
    from relapp.store.tables import ClosureRow

    for one in many:
        ClosureRow.insert(_closure_columns(one) | {"person": None}).execute(db.orm)


def set_closure(db: Database, one: Closure) -> bool:
    """Makes the closure with that id what is given. Whether it was there."""
    from relapp.store.tables import ClosureRow

    return bool(ClosureRow.update(_closure_columns(one)).where(ClosureRow.id == one.id).execute(db.orm))


def delete_closures(db: Database, ids: Iterable[int]) -> None:
    from relapp.store.tables import ClosureRow

    ClosureRow.delete().where(ClosureRow.id.in_(list(ids))).execute(db.orm)


def add_opening(db: Database, one: Opening) -> int:
    """Returns the id."""
    from relapp.store.tables import OpeningRow

    return int(OpeningRow.insert(_opening_columns(one)).execute(db.orm))


def set_opening(db: Database, one: Opening) -> bool:
    """Makes the opening with that id what is given. Whether it was there."""
    from relapp.store.tables import OpeningRow

    return bool(OpeningRow.update(_opening_columns(one)).where(OpeningRow.id == one.id).execute(db.orm))


def delete_opening(db: Database, id_: int) -> bool:
    """Whether it was there."""
    from relapp.store.tables import OpeningRow

    return bool(OpeningRow.delete().where(OpeningRow.id == id_).execute(db.orm))


def state(db: Database) -> tuple[int, int]:
    """Differs when anything was written, by this connection or another. Inside a transaction it says nothing sure."""
    return db.data_version(), db.connection.total_changes


def _closure_columns(one: Closure) -> dict[str, object]:
    return {
        "first": _day(one.first),
        "last": _day(one.last),
        "title": one.title,
        "holiday": int(one.holiday),
        "off": int(one.off),
    }


def _opening_columns(one: Opening) -> dict[str, object]:
    return {
        "day": _day(one.day),
        "starts": one.window.start,
        "ends": one.window.end,
        "channel": None if one.channel is None else str(one.channel),
        "title": one.title,
    }


def _day(day: date) -> str:
    return day.isoformat()
