"""Writing entries. An entry's moment, effect and direction are repeated with each of its people, for the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from relapp.domain.entries import kind_of
from relapp.domain.entries.kind import Direction, Effect, Outcome
from relapp.domain.timeline import Entry, NewEntry
from relapp.store.connection import Database
from relapp.store.instants import instant, seconds
from relapp.store.tables import EntryPersonRow, EntryRow


def effect_of(entry: NewEntry) -> Effect:
    """What the entry does to the cadence, by its kind and the user's tick."""
    return kind_of(entry.kind).effect(entry.direction, entry.outcome, entry.counts)


def columns(entry: NewEntry) -> dict[str, Any]:
    """The columns of an entry but for its uid."""
    return {
        "kind": entry.kind,
        "at": seconds(entry.at),
        "direction": str(entry.direction),
        "outcome": None if entry.outcome is None else str(entry.outcome),
        "minutes": entry.minutes,
        "counts": None if entry.counts is None else int(entry.counts),
        "effect": str(effect_of(entry)),
        "place": entry.place,
        "text": entry.text,
    }


def insert(db: Database, entry: NewEntry, uid: str = "") -> int:
    """A new entry with its people; returns the id."""
    values = columns(entry)
    id_ = int(EntryRow.insert({"uid": uid or str(uuid4()), **values}).execute(db.orm))
    _set_people(db, id_, entry.people, values)
    return id_


def update(db: Database, id_: int, entry: NewEntry) -> None:
    values = columns(entry)
    EntryRow.update(values).where(EntryRow.id == id_).execute(db.orm)
    _set_people(db, id_, entry.people, values)


def _set_people(db: Database, id_: int, people: Sequence[int], values: dict[str, Any]) -> None:
    row = EntryPersonRow
    repeated = {"at": values["at"], "effect": values["effect"], "direction": values["direction"]}
    row.delete().where((row.entry == id_) & row.person.not_in(list(people))).execute(db.orm)
    for person in dict.fromkeys(people):
        there = (row.entry == id_) & (row.person == person)
        if not row.update(repeated).where(there).execute(db.orm):
            row.insert({"entry": id_, "person": person, **repeated}).execute(db.orm)


def delete(db: Database, ids: Iterable[int]) -> None:
    wanted = list(ids)
    EntryPersonRow.delete().where(EntryPersonRow.entry.in_(wanted)).execute(db.orm)
    EntryRow.delete().where(EntryRow.id.in_(wanted)).execute(db.orm)


_ENTRY = "SELECT id, uid, kind, at, text, direction, outcome, minutes, counts, place, effect FROM entry"


def get(db: Database, id_: int) -> Entry | None:
    return _entry(db, db.one(f"{_ENTRY} WHERE id = ?", (id_,)))


def by_uid(db: Database, uid: str) -> Entry | None:
    return _entry(db, db.one(f"{_ENTRY} WHERE uid = ?", (uid,)))


def alike(db: Database, kind: str, at: datetime, text: str) -> list[Entry]:
    """Entries of that kind and second with that very text."""
    rows = db.rows(f"{_ENTRY} WHERE at = ? AND kind = ? AND text = ? ORDER BY id", (seconds(at), kind, text))
    return [entry for row in rows if (entry := _entry(db, row)) is not None]


def _entry(db: Database, row: Any) -> Entry | None:
    if row is None:
        return None
    id_, uid, kind, at, text, direction, outcome, minutes, counts, place, effect = row
    people = db.rows("SELECT person_id FROM entry_person WHERE entry_id = ? ORDER BY id", (id_,))
    moment = instant(at)
    assert moment is not None
    return Entry(
        id_, uid, kind, moment, tuple(person for (person,) in people), text, Direction(direction),
        None if outcome is None else Outcome(outcome), minutes, None if counts is None else bool(counts), place,
        Effect(effect),
    )  # fmt: skip
