"""Keeping the full-text tables in step: people by what they are called and where they are, entries in batches.

Organisations, facts and single entries are kept by triggers (`triggers.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from relapp.domain import names
from relapp.store.connection import Database
from relapp.store.match import words

BATCH = 2000
LONGEST_NAME = 40
"""Letters of a word that a slip is forgiven in; each letter left out is one more hint to keep."""
_PEOPLE = """
SELECT p.id, p.full_name || ' ' || p.given_name || ' ' || p.family_name || ' ' || p.nickname || ' ' || p.spoken,
  coalesce((SELECT group_concat(coalesce(o.name, '') || ' ' || x.title, ' ') FROM position AS x
            LEFT JOIN organisation AS o ON o.id = x.organisation_id WHERE x.person_id = p.id), '') || ' ' ||
  coalesce((SELECT group_concat(c.value, ' ') FROM contact_point AS c
            WHERE c.person_id = p.id AND c.kind IN ('email', 'phone', 'messenger')), '') || ' ' ||
  coalesce((SELECT group_concat(t.name, ' ') FROM person_tag AS x JOIN tag AS t ON t.id = x.tag_id
            WHERE x.person_id = p.id), ''),
  s.names, s.other
FROM dirty_person AS d CROSS JOIN person AS p ON p.id = d.person_id LEFT JOIN search_person AS s ON s.rowid = p.id
WHERE p.trashed_at IS NULL
"""


def refresh_people(db: Database, stale: Iterable[int]) -> None:
    """Indexes the people in `dirty_person` again where their words changed; those gone or in the trash leave."""
    kept: set[int] = set()
    changed: list[tuple[int, str, str]] = []
    left: set[str] = set()
    for person, name_words, other_words, old_names, old_other in db.rows(_PEOPLE):
        kept.add(person)
        found, other = _distinct(name_words), _distinct(other_words)
        if (found, other) != (old_names, old_other):
            changed.append((person, found, other))
            left.update(words(old_names or ""))
    gone = [(person,) for person in stale if person not in kept]
    for person in gone:
        left.update(words(db.value("SELECT names FROM search_person WHERE rowid = ?", person) or ""))
    leaving = sorted(gone + [(person,) for person, _, _ in changed])  # FTS5 writes to disk at each step backwards
    db.many("DELETE FROM search_person WHERE rowid = ?", leaving)
    db.many("INSERT INTO search_person (rowid, names, other) VALUES (?, ?, ?)", sorted(changed))
    taken = {word for _, found, _ in changed for word in words(found)}
    db.many("INSERT INTO name_key (key, word) VALUES (?, ?) ON CONFLICT DO NOTHING", _keys(taken))
    db.many("DELETE FROM name_key WHERE key = ? AND word = ?", _keys(_unused(db, left - taken)))


def _distinct(text: str) -> str:
    return " ".join(dict.fromkeys(names.fold(text).split()))


def _keys(found: Iterable[str]) -> list[tuple[str, str]]:
    return [(key, word) for word in found if len(word) <= LONGEST_NAME for key in names.slip_keys(word)]


def _unused(db: Database, found: Iterable[str]) -> list[str]:
    """Those of these words that are in nobody's name any more: they are not kept, not even as a hint."""
    held = "SELECT 1 FROM search_person WHERE search_person MATCH ? LIMIT 1"
    return [word for word in found if db.one(held, (f'names : "{word}"',)) is None]


def backlog(db: Database) -> int:
    """How many entries wait to be indexed."""
    return int(db.value("SELECT coalesce(sum(last - first + 1), 0) FROM search_backlog"))


def catch_up(db: Database) -> int:
    """Indexes one batch of waiting entries in a transaction of its own; returns how many still wait."""
    with db.transaction():
        found: Any = db.one("SELECT id, first, last FROM search_backlog ORDER BY id LIMIT 1")
        if found is None:
            return 0
        row, first, last = found
        until = min(last, first + BATCH - 1)
        db.execute(
            "INSERT INTO search_entry (rowid, place, text) SELECT id, place, text FROM entry WHERE id >= ? AND id <= ?",
            (first, until),
        )
        if until == last:
            db.execute("DELETE FROM search_backlog WHERE id = ?", (row,))
        else:
            db.execute("UPDATE search_backlog SET first = ? WHERE id = ?", (until + 1, row))
    return backlog(db)
