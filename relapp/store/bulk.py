"""Many rows at once: the triggers rest, and the journal notes one range for the whole batch.

Inside one transaction nobody else can insert, so the ids of a batch follow each other without a gap, and nobody sees
the table without its triggers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from relapp.store.connection import Database
from relapp.store.triggers import SEARCHED


def insert(db: Database, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> range:
    """Inserts `rows` and returns their ids. Call it inside a transaction; who became stale is the caller's to say.

    Entries go on the search backlog (filled afterwards, see `search_index.catch_up`); facts and organisations are
    indexed at once.
    """
    if not rows:
        return range(0)
    marks = ", ".join("?" * len(names))
    with _triggers_resting(db, table):
        db.many(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
    last = int(db.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)))
    ids = range(last - len(rows) + 1, last + 1)
    db.execute(
        "INSERT INTO change_row (change_id, in_table, first, last, op) "
        "SELECT change_id, ?, ?, ?, 'I' FROM journal_state WHERE change_id IS NOT NULL",
        (table, ids[0], ids[-1]),
    )
    _index(db, table, ids)
    return ids


@contextmanager
def _triggers_resting(db: Database, table: str) -> Iterator[None]:
    """Without the triggers on inserts into `table`. Taking them away and putting them back costs less than 50 rows
    that pass a trigger which finds nothing to do.
    """
    resting = db.rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name LIKE '%insert'", (table,)
    )
    for name, _ in resting:
        db.execute(f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        for _, sql in resting:
            db.execute(sql)


def _index(db: Database, table: str, ids: range) -> None:
    if table == "entry":
        db.execute("INSERT INTO search_backlog (first, last) VALUES (?, ?)", (ids[0], ids[-1]))
    elif table in SEARCHED:
        names = ", ".join(SEARCHED[table])
        db.execute(
            f"INSERT INTO search_{table} (rowid, {names}) SELECT id, {names} FROM {table} WHERE id >= ? AND id <= ?",
            (ids[0], ids[-1]),
        )


def mark_stale(db: Database, people: Sequence[int]) -> None:
    """These people's derived rows are made again before the commit."""
    db.many("INSERT INTO dirty_person (person_id) VALUES (?) ON CONFLICT DO NOTHING", [(one,) for one in people])
