"""The journal: one titled change for everything a user did at once, and its way back.

Undoing replays the inverse rows; while it does, the triggers write the inverse of the inverse under the same change,
so redo is undo again. A change may be reversed when no other change had, since, a lasting effect on its rows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from relapp.domain.changes import Area
from relapp.domain.errors import CannotUndo, NoSuchRecord
from relapp.domain.words import Phrase, tr
from relapp.store.connection import Database
from relapp.store.triggers import columns

TELL_EVERY = 100
KEPT = 200
"""How many changes are kept."""


class ChangeRow(NamedTuple):
    """A change as the history shows it; `at` is seconds since 1970 UTC."""

    id: int
    at: int
    title: Phrase
    areas: frozenset[Area]
    done: bool
    finished: bool


_CHANGE = "SELECT id, at, title, title_values, areas, done, finished FROM change"


def begin(db: Database, at: int) -> int:
    """Opens a change and lets the triggers record into it, until `pause`."""
    db.execute("INSERT INTO change (title, title_values, areas, at) VALUES ('', '{}', '[]', ?)", (at,))
    change = int(db.value("SELECT last_insert_rowid()"))
    db.execute("INSERT INTO change_event (change_id, done) VALUES (?, 1)", (change,))
    resume(db, change)
    return change


def resume(db: Database, change: int) -> None:
    db.execute("UPDATE journal_state SET change_id = ?", (change,))


def pause(db: Database) -> None:
    db.execute("UPDATE journal_state SET change_id = NULL")


def finish(db: Database, change: int, title: Phrase, areas: Iterable[Area]) -> bool:
    """Titles the change and closes it; one that touched nothing is forgotten. Returns whether anything was kept."""
    pause(db)
    if db.one("SELECT 1 FROM change_row WHERE change_id = ? LIMIT 1", (change,)) is None:
        forget(db, change)
        return False
    db.execute(
        "UPDATE change SET title = ?, title_values = ?, areas = ?, finished = 1 WHERE id = ?",
        (title.key, json.dumps(title.values, ensure_ascii=False), json.dumps(sorted(areas)), change),
    )
    _prune(db)
    return True


def settle(db: Database, change: int) -> None:
    """A change that was cut off counts as finished from now on."""
    db.execute("UPDATE change SET finished = 1 WHERE id = ?", (change,))


def entitle(db: Database, change: int, title: Phrase, areas: Iterable[Area]) -> None:
    """Gives a change that is still being written its title, so that it can be named if the app dies."""
    db.execute(
        "UPDATE change SET title = ?, title_values = ?, areas = ? WHERE id = ?",
        (title.key, json.dumps(title.values, ensure_ascii=False), json.dumps(sorted(areas)), change),
    )


def forget(db: Database, change: int) -> None:
    """Takes a change out of the history; what it did stays done (or undone)."""
    for table, name in (("change_row", "change_id"), ("change_event", "change_id"), ("change", "id")):
        db.execute(f"DELETE FROM {table} WHERE {name} = ?", (change,))


def _prune(db: Database) -> None:
    for (old,) in db.rows("SELECT id FROM change WHERE finished = 1 ORDER BY id DESC LIMIT -1 OFFSET ?", (KEPT,)):
        forget(db, old)


def changes(db: Database, limit: int = KEPT) -> list[ChangeRow]:
    """The latest changes, newest first."""
    return [_row(row) for row in db.rows(f"{_CHANGE} ORDER BY id DESC LIMIT ?", (limit,))]


def get(db: Database, change: int) -> ChangeRow:
    """One change. Raises NoSuchRecord."""
    row = db.one(f"{_CHANGE} WHERE id = ?", (change,))
    if row is None:
        raise NoSuchRecord
    return _row(row)


def _row(row: Any) -> ChangeRow:
    change, at, title, values, areas, done, finished = row
    return ChangeRow(
        change,
        at,
        Phrase(title, json.loads(values)),
        frozenset(map(Area, json.loads(areas))),
        bool(done),
        bool(finished),
    )


def next_undo(db: Database) -> ChangeRow | None:
    """What Ctrl+Z takes back: the newest change that stands."""
    row = db.one(f"{_CHANGE} WHERE done = 1 AND finished = 1 ORDER BY id DESC LIMIT 1")
    return None if row is None else _row(row)


_REDO = f"""
{_CHANGE} WHERE done = 0 AND finished = 1
 AND (SELECT max(id) FROM change_event WHERE change_id = change.id)
   > (SELECT max(born) FROM (SELECT min(id) AS born FROM change_event GROUP BY change_id))
ORDER BY (SELECT max(id) FROM change_event WHERE change_id = change.id) DESC LIMIT 1
"""


def next_redo(db: Database) -> ChangeRow | None:
    """What Ctrl+Shift+Z brings back: the change undone last, as long as nothing new was done since."""
    row = db.one(_REDO)
    return None if row is None else _row(row)


def unfinished(db: Database) -> ChangeRow | None:
    """A long change that was cut off; the user is asked whether to keep it."""
    row = db.one(f"{_CHANGE} WHERE finished = 0 ORDER BY id DESC LIMIT 1")
    return None if row is None else _row(row)


_LATER = """
WITH here AS (SELECT max(id) AS seq FROM change_event WHERE change_id = :change)
SELECT change.id FROM change, here
WHERE change.id <> :change AND change.done <> coalesce(
    (SELECT done FROM change_event WHERE change_id = change.id AND id <= here.seq ORDER BY id DESC LIMIT 1), 0)
ORDER BY change.id DESC
"""
_TOUCHES = """
SELECT 1 FROM change_row AS mine JOIN change_row AS later
  ON later.in_table = mine.in_table AND later.first >= mine.first AND later.first <= mine.last
WHERE mine.change_id = :change AND later.change_id = :later
UNION ALL
SELECT 1 FROM change_row AS later JOIN change_row AS mine
  ON mine.in_table = later.in_table AND mine.first >= later.first AND mine.first <= later.last
WHERE later.change_id = :later AND later.last > later.first AND mine.change_id = :change
LIMIT 1
"""


def blocker(db: Database, change: int) -> ChangeRow | None:
    """The newest other change whose effect on the same rows came after this one's and still stands."""
    for (later,) in db.rows(_LATER, {"change": change}):
        if db.one(_TOUCHES, {"change": change, "later": later}) is not None:
            return get(db, int(later))
    return None


def size(db: Database, change: int) -> int:
    """How many rows a change touched."""
    return int(db.value("SELECT coalesce(sum(last - first + 1), 0) FROM change_row WHERE change_id = ?", (change,)))


def reverse(db: Database, change: int, progress: Callable[[int, int], None] | None = None) -> ChangeRow:
    """Undoes a change that stands, or does again one that was undone. Call inside a transaction.

    Raises CannotUndo when a later change touched its rows (rows that were added later and hang on them make the
    commit fail instead, see `history`).
    """
    found = get(db, change)
    blocking = blocker(db, change)
    if blocking is not None:
        raise CannotUndo(
            tr("“{title}” can't be undone: “{later}” changed the same later. Undo that first.").format(
                title=found.title.text(), later=blocking.title.text()
            )
        )
    inverse = db.rows(
        "SELECT in_table, first, last, op, old FROM change_row WHERE change_id = ? ORDER BY id DESC", (change,)
    )
    db.execute("DELETE FROM change_row WHERE change_id = ?", (change,))
    db.execute("PRAGMA defer_foreign_keys=ON")
    resume(db, change)
    for done, (table, first, last, op, old) in enumerate(inverse):
        if progress is not None and done % TELL_EVERY == 0:
            progress(done, len(inverse))
        _replay(db, table, first, last, op, old)
    pause(db)
    db.execute("UPDATE change SET done = ?, finished = 1 WHERE id = ?", (not found.done, change))
    db.execute("INSERT INTO change_event (change_id, done) VALUES (?, ?)", (change, not found.done))
    return found._replace(done=not found.done)


def _replay(db: Database, table: str, first: int, last: int, op: str, old: str | None) -> None:
    if op == "I":
        db.execute(f"DELETE FROM {table} WHERE id >= ? AND id <= ?", (first, last))
        return
    values = json.loads(old or "{}")
    for name, blob in columns(db, table):
        if blob and values[name] is not None:
            values[name] = bytes.fromhex(values[name])
    if op == "D":
        marks = ", ".join("?" * len(values))
        db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))
    else:
        sets = ", ".join(f"{name} = ?" for name in values)
        db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), first))
