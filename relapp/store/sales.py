"""Sales: who bought what, when, for how much, and when it was delivered."""

from __future__ import annotations

from datetime import date
from typing import Any

from relapp.domain.business import Sale
from relapp.store import business
from relapp.store.connection import Database
from relapp.store.instants import day, text
from relapp.store.nurturing_tables import SaleRow

_SELECT = """
SELECT x.person_id, x.what, x.day, x.amount, x.currency, x.delivered, x.note, x.id
FROM sale AS x
"""


def insert(db: Database, sale: Sale, uid: str = "") -> int:
    """A new one; returns the id."""
    return business.insert(db, SaleRow, _columns(sale), uid)


def update(db: Database, sale: Sale) -> None:
    business.update(db, SaleRow, sale.id, **_columns(sale))


def delete(db: Database, id_: int) -> None:
    business.delete(db, SaleRow, id_)


def get(db: Database, id_: int) -> Sale | None:
    row = business.get(db, _SELECT, id_)
    return None if row is None else _sale(row)


def newest(db: Database, person: int | None = None) -> list[Sale]:
    """Those of a person, or of everybody who isn't in the trash, newest first."""
    return [_sale(row) for row in business.newest(db, _SELECT, person)]


def _columns(sale: Sale) -> dict[str, Any]:
    return {
        "person": sale.person,
        "what": sale.what,
        "day": sale.day.isoformat(),
        "delivered": text(sale.delivered),
        "amount": sale.amount,
        "currency": sale.currency,
        "note": sale.note,
    }


def _sale(row: Any) -> Sale:
    person, what, on, amount, currency, delivered, note, id_ = row
    return Sale(person, what, date.fromisoformat(on), amount, currency, day(delivered), note, id_)
