"""Reading the list of people: the first thing painted, so SQL on the cursor and nothing heavy imported."""

from __future__ import annotations

from relapp.domain.directory import PeopleFilter, PersonLine, Scope, Sort
from relapp.store.connection import Database

PAGE = 200
_SCOPES = {Scope.ACTIVE: 0, Scope.ARCHIVED: 1, Scope.TRASHED: 2}
_ORDERS = {
    Sort.NAME: "sort_key, person_id",
    Sort.LAST_CONTACT: "last_contact DESC, person_id",
    Sort.OVERDUE: "due_on IS NULL, due_on, sort_key, person_id",
}
_COLUMNS = (
    "person_id, shown, subtitle, tier, stage, last_contact, cadence_days, due_on, attempts, has_photo, "
    "EXISTS (SELECT 1 FROM position WHERE position.person_id = roster.person_id) "
    "AND NOT EXISTS (SELECT 1 FROM position WHERE position.person_id = roster.person_id AND past = 0)"
)


def page(db: Database, wanted: PeopleFilter, now: int, offset: int, limit: int = PAGE) -> list[PersonLine]:
    """Lines `offset` to `offset + limit` of the list."""
    where, params = _where(wanted, now)
    order = _ORDERS[wanted.sort]
    sql = f"SELECT {_COLUMNS} FROM roster WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    return list(map(PersonLine._make, db.rows(sql, (*params, limit, offset))))


def count(db: Database, wanted: PeopleFilter, now: int) -> int:
    where, params = _where(wanted, now)
    return int(db.value(f"SELECT count(*) FROM roster WHERE {where}", params))


def ids(db: Database, wanted: PeopleFilter, now: int) -> list[int]:
    """Everybody in the list, in its order."""
    where, params = _where(wanted, now)
    rows = db.rows(f"SELECT person_id FROM roster WHERE {where} ORDER BY {_ORDERS[wanted.sort]}", params)
    return [person for (person,) in rows]


def _where(wanted: PeopleFilter, now: int) -> tuple[str, list[object]]:
    parts, params = ["scope = ?"], [_SCOPES[wanted.scope]]
    told: list[object] = list(params)
    if wanted.tiers:
        parts.append(f"tier IN ({_marks(len(wanted.tiers))})")
        told += sorted(wanted.tiers)
    if wanted.stages:
        parts.append(f"stage IN ({_marks(len(wanted.stages))})")
        told += sorted(wanted.stages)
    if wanted.organisation:
        parts.append("person_id IN (SELECT person_id FROM position WHERE organisation_id = ?)")
        told.append(wanted.organisation)
    if wanted.tag:
        parts.append("person_id IN (SELECT person_id FROM person_tag JOIN tag ON tag.id = tag_id WHERE name = ?)")
        told.append(wanted.tag)
    if wanted.silent_days:
        parts.append("(last_contact IS NULL OR last_contact < ?)")
        told.append(now - wanted.silent_days * 86400)
    if wanted.text.strip() and wanted.scope is Scope.TRASHED:
        from relapp.store.match import asked

        typed = asked(wanted.text)  # who is in the trash is in no index: the key of their name will do
        parts += ["' ' || sort_key LIKE ?"] * len(typed) or ["false"]
        told += [f"% {word}%" for word in typed]
    elif wanted.text.strip():
        from relapp.store.match import prefix_query  # the first paint asks for everybody

        query = prefix_query(wanted.text)
        parts.append("person_id IN (SELECT rowid FROM search_person WHERE search_person MATCH ?)" if query else "false")
        told += [query] if query else []
    return " AND ".join(parts), told


def _marks(count: int) -> str:
    return ", ".join("?" * count)
