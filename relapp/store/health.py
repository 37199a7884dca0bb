"""Is the file sound: pages, references, the search index, and the derived rows against what they derive from."""

from __future__ import annotations

from collections.abc import Iterator

from relapp.domain.words import tr
from relapp.store.connection import Database
from relapp.store.triggers import SEARCHED
from relapp.store.trouble import explained

_UNLISTED = "SELECT count(*) FROM person WHERE id NOT IN (SELECT person_id FROM roster)"
_APART = """
SELECT count(*) FROM entry_person AS x JOIN entry AS e ON e.id = x.entry_id
WHERE x.at <> e.at OR x.effect <> e.effect OR x.direction <> e.direction
"""
_WRONG_CONTACT = """
SELECT count(*) FROM roster AS r WHERE last_contact IS NOT
  (SELECT max(at) FROM entry_person WHERE person_id = r.person_id AND effect = 'contact' AND at <= r.last_at)
"""
_ARRHYTHMIC = """
SELECT count(*) FROM roster AS r LEFT JOIN rhythm AS h ON h.person_id = r.person_id
WHERE (h.scope IS NOT r.scope OR h.tier IS NOT r.tier OR (h.last_day IS NULL) <> (r.last_contact IS NULL))
  AND r.person_id <= coalesce((SELECT CAST(value AS INTEGER) FROM remembered WHERE key = 'derived.rhythms_from'),
                              r.person_id)
"""
_WAITING = "SELECT count(*) FROM search_backlog JOIN entry ON entry.id >= first AND entry.id <= last"


def problems(db: Database) -> list[str]:
    """A sentence for each thing that is wrong. Reads the whole file; writes nothing."""
    with explained(db.path):
        return [*_of_the_pages(db), *_of_the_people(db), *_of_the_search(db)]


def _of_the_pages(db: Database) -> Iterator[str]:
    for (said,) in db.rows("PRAGMA integrity_check"):
        if said != "ok":
            yield tr("The file is damaged: {said}.").format(said=" ".join(said.split()))
    for table, _, parent, _ in db.rows("PRAGMA foreign_key_check"):
        yield tr("A row of {table} hangs on a row of {parent} that is gone.").format(table=table, parent=parent)


def _of_the_people(db: Database) -> Iterator[str]:
    if missing := int(db.value(_UNLISTED)):
        yield tr("{count} people are missing in the list.").format(count=missing)
    if apart := int(db.value(_APART)):
        yield tr("{count} entries stand at two different times.").format(count=apart)
    if wrong := int(db.value(_WRONG_CONTACT)):
        yield tr("{count} people show a last contact that is not theirs.").format(count=wrong)
    if wrong := int(db.value(_ARRHYTHMIC)):
        yield tr("{count} people have a rhythm that is not theirs.").format(count=wrong)


def _of_the_search(db: Database) -> Iterator[str]:
    waiting = int(db.value(_WAITING))
    for table in SEARCHED:
        rows = int(db.value(f"SELECT count(*) FROM {table}")) - (waiting if table == "entry" else 0)
        if rows != int(db.value(f"SELECT count(*) FROM search_{table}_docsize")):
            yield tr("The search index of {table} does not fit.").format(table=table)
