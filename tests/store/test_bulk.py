"""Many rows at once: the triggers rest only while they are written, and what they would have done is done."""

from __future__ import annotations

import pytest

from relapp.core import Core
from relapp.store import bulk
from relapp.store.connection import BrokenReference, Database

NAMES = ("uid", "full_name", "created_at")


def triggers(db: Database) -> dict[str, str]:
    return dict(db.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def test_the_triggers_are_back_afterwards(core: Core) -> None:
    db = core.desk.db
    before = triggers(db)
    with db.transaction():
        bulk.insert(db, "person", NAMES, [("p-1", "Tom Keller", 0), ("p-2", "Ana Castéll", 0)])
    assert triggers(db) == before


def test_they_are_back_when_a_row_is_refused_too(core: Core) -> None:
    db = core.desk.db
    before = triggers(db)
    with db.transaction(), pytest.raises(BrokenReference):
        bulk.insert(db, "person", NAMES, [("p-1", "Tom Keller", 0), ("p-1", "Tom Keller", 0)])
    assert triggers(db) == before


def test_the_ids_follow_each_other(core: Core, tom: int) -> None:
    db = core.desk.db
    with db.transaction():
        ids = bulk.insert(db, "person", NAMES, [(f"p-{number}", "Tom Keller", 0) for number in range(3)])
    assert list(ids) == [tom + 1, tom + 2, tom + 3]


def test_nothing_is_nobody(core: Core) -> None:
    db = core.desk.db
    with db.transaction():
        assert list(bulk.insert(db, "person", NAMES, [])) == []
