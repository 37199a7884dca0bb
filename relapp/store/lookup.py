"""Finding people by what a user or a script calls them: id, uid, e-mail, name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from relapp.domain.names import fold
from relapp.domain.people import Tier
from relapp.store import search
from relapp.store.connection import Database
from relapp.store.match import asked


class Candidate(NamedTuple):
    """Somebody who may be meant. `detail` tells namesakes apart; `exact` when the name was said in full."""

    id: int
    shown: str
    detail: str
    exact: bool


_BY = """
SELECT r.person_id, r.shown, coalesce((SELECT value FROM contact_point AS c WHERE c.person_id = r.person_id
  AND kind = 'email' ORDER BY place LIMIT 1), r.subtitle)
FROM roster AS r JOIN person AS p ON p.id = r.person_id WHERE r.scope < 2 AND {where} ORDER BY r.sort_key LIMIT 20
"""


def people(db: Database, wanted: str) -> list[Candidate]:
    """Whom exactly this means: the first of id, uid, e-mail and name (case and accents aside) that finds somebody."""
    return by_key(db, wanted) or _by_name(db, wanted)


def by_key(db: Database, wanted: str) -> list[Candidate]:
    """Whom this means as id, uid or e-mail, the first of them that finds somebody; else nobody."""
    wanted = wanted.strip()
    asks: list[tuple[str, tuple[object, ...]]] = []
    if wanted.isdecimal() and len(wanted) < 19:
        asks.append(("r.person_id = ?", (int(wanted),)))
    asks.append(("p.uid = ?", (wanted,)))
    if "@" in wanted:
        point = "SELECT person_id FROM contact_point WHERE match_key = ? AND kind = 'email'"
        asks.append((f"r.person_id IN ({point})", (fold(wanted),)))
    for where, params in asks:
        found = [Candidate(row[0], row[1], row[2], True) for row in db.rows(_BY.format(where=where), params)]
        if found:
            return found
    return []


def _by_name(db: Database, wanted: str) -> list[Candidate]:
    likely = candidates(db, wanted)
    exact = [one for one in likely if one.exact]
    return exact or likely


def candidates(db: Database, wanted: str, limit: int = 20) -> list[Candidate]:
    """Everybody whom these words may mean; those whose whole name or nickname it is come first."""
    exact = _called(db, wanted)
    hits = [hit.id for hit in search.people(db, wanted, limit, names_only=True)]
    ids = list(dict.fromkeys((*exact, *hits)))[:limit]
    marks = ", ".join("?" * len(ids))
    rows = {row[0]: row for row in db.rows(_BY.format(where=f"r.person_id IN ({marks})"), ids)}
    return [Candidate(id_, rows[id_][1], rows[id_][2], id_ in exact) for id_ in ids if id_ in rows]


_CALLED = """
SELECT r.person_id, r.shown, p.nickname FROM search_person AS s JOIN roster AS r ON r.person_id = s.rowid
JOIN person AS p ON p.id = r.person_id WHERE search_person MATCH ? AND r.scope < 2
ORDER BY r.scope, r.last_contact DESC, r.sort_key
"""


def _called(db: Database, wanted: str) -> list[int]:
    """Whose whole name or nickname this is, however many others bear a part of it."""
    query = " ".join(f'"{word}"' for word in asked(wanted))
    if not query:  # signs alone, which nobody is indexed by
        rows = db.rows("SELECT person_id FROM roster WHERE shown = ? AND scope < 2", (wanted.strip(),))
        return [person for (person,) in rows]
    said = _even(wanted)
    found = db.rows(_CALLED, (f"names : ({query})",))
    return [person for person, name, nickname in found if said in (_even(name), _even(nickname))]


def _even(name: str) -> str:
    return " ".join(fold(name).split())


def shown(db: Database, persons: Iterable[int]) -> list[str]:
    """The names on screen."""
    return [
        name for person in persons for (name,) in db.rows("SELECT shown FROM roster WHERE person_id = ?", (person,))
    ]


def trashed_before(db: Database, seconds: int) -> list[int]:
    return [person for (person,) in db.rows("SELECT id FROM person WHERE trashed_at < ?", (seconds,))]


def cadences(db: Database, persons: Iterable[int]) -> list[tuple[int, Tier | None, int | None]]:
    """Tier and own cadence of each person."""
    found = []
    for person in persons:
        row = db.one("SELECT tier, cadence_days FROM person WHERE id = ?", (person,))
        if row is not None:
            found.append((person, None if row[0] is None else Tier(row[0]), row[1]))
    return found


def never_contacted(db: Database, persons: Iterable[int]) -> list[int]:
    """Those of these people with whom there was no contact yet, by id."""
    return [
        person
        for person in sorted(persons)
        if db.value("SELECT last_contact FROM roster WHERE person_id = ?", (person,)) is None
    ]


def by_uid(db: Database, uid: str) -> int | None:
    """The person with this uid, own or of a source; not from the trash."""
    row = db.one("SELECT id FROM person WHERE uid = ? AND trashed_at IS NULL", (uid,)) or db.one(
        "SELECT p.id FROM person_source AS s JOIN person AS p ON p.id = s.person_id WHERE s.uid = ? "
        "AND trashed_at IS NULL ORDER BY p.id LIMIT 1",
        (uid,),
    )
    return None if row is None else int(row[0])


def names(db: Database) -> dict[str, list[int]]:
    """Who has which name on screen; nobody from the trash."""
    found: dict[str, list[int]] = {}
    for person, name in db.rows("SELECT person_id, shown FROM roster WHERE scope < 2 ORDER BY person_id"):
        found.setdefault(name, []).append(person)
    return found
