"""Writing the facts of the personal file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from relapp.domain.facts import Fact, Section
from relapp.store.connection import Database
from relapp.store.instants import day, instant, partial, text
from relapp.store.tables import FactRow


def columns(fact: Fact, now: int) -> dict[str, Any]:
    """The columns of a fact but for its place."""
    return {
        "section": str(fact.section),
        "label": fact.label,
        "text": fact.text,
        "day": text(fact.day),
        "ends": text(fact.ends),
        "private": int(fact.private),
        "noted_at": now,
        "review": text(fact.review),
    }


def insert(db: Database, fact: Fact, now: int) -> int:
    """A new fact at the end of its section; returns the id."""
    place = 1 + int(
        db.value(
            "SELECT coalesce(max(place), -1) FROM fact WHERE person_id = ? AND section = ?",
            (fact.person, str(fact.section)),
        )
    )
    return int(FactRow.insert({"person": fact.person, "place": place, **columns(fact, now)}).execute(db.orm))


def update(db: Database, fact: Fact, now: int) -> None:
    FactRow.update(columns(fact, now)).where(FactRow.id == fact.id).execute(db.orm)


def delete(db: Database, fact: int) -> None:
    FactRow.delete().where(FactRow.id == fact).execute(db.orm)


def get(db: Database, fact: int) -> Fact | None:
    row = db.one(
        "SELECT id, person_id, section, label, text, day, ends, private, noted_at, review FROM fact WHERE id = ?",
        (fact,),
    )
    if row is None:
        return None
    id_, person, section, label, words, on, ends, private, noted, review = row
    return Fact(
        id_, person, Section(section), label, words, partial(on), partial(ends), bool(private), instant(noted),
        day(review),
    )  # fmt: skip


def reorder(db: Database, section: Section, facts: Sequence[int]) -> None:
    """Puts these facts into the section in this order."""
    for place, fact in enumerate(facts):
        FactRow.update(section=str(section), place=place).where(FactRow.id == fact).execute(db.orm)
