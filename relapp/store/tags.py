"""Tags on people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from relapp.store.connection import Database
from relapp.store.tables import PersonTagRow, TagRow


def names(db: Database) -> list[str]:
    """Tags that somebody carries, by name."""
    sql = "SELECT name FROM tag WHERE EXISTS (SELECT 1 FROM person_tag WHERE tag_id = tag.id) ORDER BY name"
    return [name for (name,) in db.rows(sql)]


def find_or_insert(db: Database, name: str) -> int:
    """The tag of that name (case aside), made when missing."""
    wanted = name.casefold()
    found = next((id_ for id_, known in db.rows("SELECT id, name FROM tag") if known.casefold() == wanted), None)
    return int(found) if found is not None else int(TagRow.insert(name=name).execute(db.orm))


def add(db: Database, people: Iterable[int], name: str) -> None:
    tag = find_or_insert(db, name)
    for person in people:
        if db.one("SELECT 1 FROM person_tag WHERE person_id = ? AND tag_id = ?", (person, tag)) is None:
            PersonTagRow.insert(person=person, tag=tag).execute(db.orm)


def remove(db: Database, people: Iterable[int], name: str) -> None:
    tag = find_or_insert(db, name)
    PersonTagRow.delete().where((PersonTagRow.tag == tag) & PersonTagRow.person.in_(list(people))).execute(db.orm)


def set_of(db: Database, person: int, wanted: Iterable[str]) -> None:
    """Makes these the person's tags."""
    set_ids(db, person, [find_or_insert(db, name) for name in wanted])


def set_ids(db: Database, person: int, ids: Sequence[int]) -> None:
    """The same, by the tags' ids."""
    row = PersonTagRow
    row.delete().where((row.person == person) & row.tag.not_in(ids)).execute(db.orm)
    for tag in ids:
        if db.one("SELECT 1 FROM person_tag WHERE person_id = ? AND tag_id = ?", (person, tag)) is None:
            row.insert(person=person, tag=tag).execute(db.orm)
