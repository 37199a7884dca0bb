"""Goal 12: entries and their links written as an import writes them, against `executemany` into the same tables bare.

The floor's tables have the same columns and indexes and no triggers. Both sides write 200 entries a transaction, as
imports do, to a new file.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from relapp.domain.words import phrase
from relapp.store import bulk, journal
from relapp.store.connection import Database
from relapp.store.upgrade import open_file
from tests.bench.bench import Bench
from tests.bench.portfolio import ENTRY, LINK, NOW, entry_rows
from tests.bench.rows import Row, in_pairs
from tests.bench.timing import in_turns, milliseconds

_PEOPLE = 100
_BATCH = 200
Rows = list[tuple[Any, ...]]


def measure(bench: Bench) -> list[Row]:
    dice = random.Random(12)
    rows = list(entry_rows(dice, range(bench.written)))
    owners = [dice.randrange(1, _PEOPLE + 1) for _ in rows]
    found = []
    rounds = max(1, min(5, bench.rounds))
    for subject, write, limit in (
        ("bulk write of entries and links", _plainly, 1.3),
        ("bulk write with journal", _journalled, 2.0),
    ):
        ours, floor = in_turns(
            lambda write=write: _on_new_file(lambda db: write(db, rows, owners)),  # type: ignore[misc]
            lambda: _on_new_file(lambda db: _barely(db, rows, owners), bare=True),
            rounds,
        )
        found.append(in_pairs(12, subject, "ms", ours, floor, limit))
    return found


def _on_new_file(write: Callable[[Database], None], *, bare: bool = False) -> float:
    with tempfile.TemporaryDirectory() as folder:
        db = open_file(Path(folder) / "new.db")
        with db.transaction():
            if bare:
                for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
                    db.execute(f"DROP TRIGGER {name}")
            bulk.insert(db, "person", ("uid", "created_at"), [(f"p{number}", 0) for number in range(_PEOPLE)])
        taken = milliseconds(lambda: write(db))
        db.close()
    return taken


def _plainly(db: Database, rows: Rows, owners: list[int]) -> None:
    for part in _batches(len(rows)):
        with db.transaction():
            _insert(db, rows[part], owners[part])


def _journalled(db: Database, rows: Rows, owners: list[int]) -> None:
    with db.transaction():
        change = journal.begin(db, int(NOW.timestamp()))
        journal.pause(db)
    for part in _batches(len(rows)):
        with db.transaction():
            journal.resume(db, change)
            _insert(db, rows[part], owners[part])
            journal.pause(db)
    with db.transaction():
        journal.finish(db, change, phrase("Import"), ())


def _insert(db: Database, rows: Rows, owners: list[int]) -> None:
    ids = bulk.insert(db, "entry", ENTRY, rows)
    bulk.insert(db, "entry_person", LINK, _links(ids, rows, owners))


def _barely(db: Database, rows: Rows, owners: list[int]) -> None:
    for part in _batches(len(rows)):
        with db.transaction():
            ids = range(part.start + 1, part.stop + 1)
            db.connection.executemany(_sql("entry", ENTRY), rows[part])
            db.connection.executemany(_sql("entry_person", LINK), _links(ids, rows[part], owners[part]))


def _batches(count: int) -> Iterator[slice]:
    for start in range(0, count, _BATCH):
        yield slice(start, min(count, start + _BATCH))


def _sql(table: str, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def _links(ids: range, rows: Rows, owners: list[int]) -> Rows:
    return [(owner, id_, row[2], row[5], row[3]) for owner, id_, row in zip(owners, ids, rows, strict=True)]
