"""Organisations: writing them, and reading what their page and the filter show."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from relapp.domain.organisations import Member, Organisation, OrganisationLine
from relapp.domain.people import Stage
from relapp.store.connection import Database
from relapp.store.derived import ACTIVE
from relapp.store.tables import OrganisationRow, PositionRow


def find_or_insert(db: Database, name: str, now: int) -> int | None:
    """The organisation of that name (case aside), made when missing; None for no name."""
    name = name.strip()
    if not name:
        return None
    found = db.value("SELECT id FROM organisation WHERE name = ? COLLATE NOCASE ORDER BY id LIMIT 1", (name,))
    if found is None and not name.isascii():  # of which the engine knows no case
        wanted = name.casefold()
        rows = db.rows("SELECT id, name FROM organisation ORDER BY id")
        found = next((id_ for id_, known in rows if known.casefold() == wanted), None)
    return int(found) if found is not None else insert(db, name, now)


def insert(db: Database, name: str, now: int, **columns: Any) -> int:
    """A new organisation; returns the id."""
    values = {"uid": str(uuid4()), "name": name, "created_at": now, **columns}
    return int(OrganisationRow.insert(values).execute(db.orm))


def update(db: Database, organisation: int, **columns: Any) -> None:
    OrganisationRow.update(columns).where(OrganisationRow.id == organisation).execute(db.orm)


def release_people(db: Database, organisation: int) -> None:
    """Positions at the organisation lose it; those that held nothing else go."""
    row = PositionRow
    there = row.organisation == organisation
    row.delete().where(there & (row.title == "") & (row.department == "")).execute(db.orm)
    row.update(organisation=None).where(there).execute(db.orm)


def delete(db: Database, organisation: int) -> None:
    """Takes the organisation away; positions there are to be released first."""
    OrganisationRow.delete().where(OrganisationRow.id == organisation).execute(db.orm)


def get(db: Database, organisation: int) -> Organisation | None:
    row = db.one("SELECT id, uid, name, url, stage, note FROM organisation WHERE id = ?", (organisation,))
    if row is None:
        return None
    id_, uid, name, url, stage, note = row
    return Organisation(id_, uid, name, url, None if stage is None else Stage(stage), note)


_LINES = """
SELECT o.id, o.name, o.stage, count(DISTINCT r.person_id), max(r.last_contact) FROM organisation AS o
LEFT JOIN position AS x ON x.organisation_id = o.id AND x.past = 0
LEFT JOIN roster AS r ON r.person_id = x.person_id AND r.scope = ?
WHERE o.name LIKE ? ESCAPE '\\' GROUP BY o.id ORDER BY o.name COLLATE NOCASE, o.id
"""


def lines(db: Database, containing: str = "") -> list[OrganisationLine]:
    """All organisations by name, with how many people are there now and when one of them was last in contact."""
    escaped = containing.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return [OrganisationLine(*row) for row in db.rows(_LINES, (ACTIVE, f"%{escaped}%"))]


def names(db: Database) -> list[str]:
    """All names, for completion."""
    return [name for (name,) in db.rows("SELECT name FROM organisation ORDER BY name COLLATE NOCASE")]


def count(db: Database) -> int:
    return int(db.value("SELECT count(*) FROM organisation"))


_PEOPLE = """
SELECT r.person_id, r.shown, x.title, x.past, r.last_contact FROM position AS x
JOIN roster AS r ON r.person_id = x.person_id AND r.scope <> 2
WHERE x.organisation_id = ? ORDER BY x.past, r.sort_key
"""


def people(db: Database, organisation: int) -> list[Member]:
    return [
        Member(person, name, title, bool(past), last)
        for person, name, title, past, last in db.rows(_PEOPLE, (organisation,))
    ]
