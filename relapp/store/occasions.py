"""Occasions: birthdays and anniversaries lie with the person, renewals and how each is announced in `occasion`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from relapp.domain.dates import PartialDate
from relapp.domain.occasions import Celebrated, Occasion, OccasionKind
from relapp.domain.tiers import Tier
from relapp.store.connection import Database
from relapp.store.instants import day, partial

_OCCASION = """
SELECT p.id, {kind}, {day}, coalesce(o.title, ''), coalesce(o.lead_days, :lead), o.popup, coalesce(o.id, 0), p.tier,
  p.hold_until, p.created_at
"""
_OF_PERSON = (
    _OCCASION.format(kind="'{kind}'", day="p.{kind}")
    + "FROM person AS p LEFT JOIN occasion AS o ON o.person_id = p.id AND o.kind = '{kind}' WHERE p.{kind} IS NOT NULL"
)
_SAID_OF_PERSON = (
    _OCCASION.format(kind="'{kind}'", day="p.{kind}")
    + "FROM occasion AS o CROSS JOIN person AS p ON p.id = o.person_id WHERE o.kind = '{kind}' AND p.{kind} IS NOT NULL"
)
_RENEWALS = (
    _OCCASION.format(kind="o.kind", day="o.day")
    + "FROM occasion AS o JOIN person AS p ON p.id = o.person_id WHERE o.kind = 'renewal'"
)
_ALL = (_OF_PERSON.format(kind="birthday"), _OF_PERSON.format(kind="anniversary"), _RENEWALS)
_ALIVE = "AND p.trashed_at IS NULL AND NOT p.archived AND NOT p.deceased"
_POPS_UP = "AND (o.popup = 1 OR (o.popup IS NULL AND p.tier IN ('A', 'B')))"


def of_person(db: Database, person: int, lead: int) -> list[Occasion]:
    """Birthday, anniversary and renewals of a person; `lead` days where nothing was said."""
    found = (
        _celebrated(row)
        for sql in _ALL
        for row in db.rows(f"{sql} AND p.id = :person ORDER BY o.id", {"lead": lead, "person": person})
    )
    return [one.occasion for one in found if one is not None]


def popping_up(db: Database, lead: int, month_days: Collection[str]) -> list[Celebrated]:
    """All that get a popup, of people who are neither archived nor deceased nor in the trash.

    Of birthdays and anniversaries of which nothing was said only those on one of these `MM-DD`.
    """
    days = ", ".join(f"'{day}'" for day in month_days)
    asked = [_RENEWALS]
    for kind in ("birthday", "anniversary"):
        asked.append(_SAID_OF_PERSON.format(kind=kind))
        asked.append(f"{_OF_PERSON.format(kind=kind)} AND substr(p.{kind}, -5) IN ({days}) AND o.id IS NULL")
    found = (_celebrated(row) for sql in asked for row in db.rows(f"{sql} {_ALIVE} {_POPS_UP}", {"lead": lead}))
    return [one for one in found if one is not None]


def get(db: Database, id_: int) -> tuple[int, OccasionKind, str] | None:
    """Person, kind and title of what was said about an occasion."""
    row = db.one("SELECT person_id, kind, title FROM occasion WHERE id = ?", (id_,))
    return None if row is None else (row[0], OccasionKind(row[1]), row[2])


def put(db: Database, one: Occasion) -> int:
    """Keeps what is said about an occasion; a renewal without an id is a new one. Returns the id of its row."""
    from relapp.store.tables import OccasionRow

    renewal = one.kind is OccasionKind.RENEWAL
    values: dict[str, Any] = {
        "title": one.title,
        "day": str(one.day) if renewal else None,
        "lead_days": one.lead_days,
        "popup": None if one.popup is None else int(one.popup),
    }
    found = one.id
    if not renewal:
        sql = "SELECT id FROM occasion WHERE person_id = ? AND kind = ?"
        found = int(db.value(sql, (one.person, str(one.kind))) or 0)
    if not found:
        return int(OccasionRow.insert(person=one.person, kind=str(one.kind), **values).execute(db.orm))
    OccasionRow.update(values).where(OccasionRow.id == found).execute(db.orm)
    return found


def delete(db: Database, id_: int) -> None:
    from relapp.store.tables import OccasionRow

    OccasionRow.delete().where(OccasionRow.id == id_).execute(db.orm)


def _celebrated(row: Any) -> Celebrated | None:
    person, kind, stored, title, lead, popup, id_, tier, hold_until, created_at = row
    on: PartialDate | None = partial(stored)
    if on is None or on.day is None:
        return None
    occasion = Occasion(person, OccasionKind(kind), on, title, lead, None if popup is None else bool(popup), id_)
    return Celebrated(
        occasion,
        None if tier is None else Tier(tier),
        day(hold_until),
        datetime.fromtimestamp(created_at, UTC),
    )
