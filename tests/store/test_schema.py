"""The tables as peewee knows them, the schema that the steps make, and the triggers: three tellings, one truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from peewee import AutoField, BlobField, Field, ForeignKeyField, IntegerField, TextField

from relapp.core import Core
from relapp.store import nurturing_tables, tables
from relapp.store.connection import Database
from relapp.store.migrations import STEPS, m0001_first, m0002_boundaries, m0003_nurturing, m0004_backlog
from relapp.store.people import HANGING
from relapp.store.tables import Row
from relapp.store.triggers import JOURNALLED, SEARCHED, columns
from relapp.store.upgrade import open_file, statements

TYPES: dict[type[Field], str] = {
    AutoField: "INTEGER",
    IntegerField: "INTEGER",
    ForeignKeyField: "INTEGER",
    TextField: "TEXT",
    BlobField: "BLOB",
}
Column = tuple[str, str, bool, str | None, bool]
TABLES = (*tables.TABLES, *nurturing_tables.TABLES)


def as_peewee_knows(table: type[Row]) -> list[Column]:
    """Name, type, whether it must be filled, default and whether it is unique of each column."""
    return [
        (
            field.column_name,
            TYPES[type(field)],
            not field.null and not field.primary_key,
            None if field.default is None else repr(field.default),
            bool(field.unique),
        )
        for field in table._meta.sorted_fields
    ]


def as_the_file_says(db: Database, table: str) -> list[Column]:
    unique = {
        name
        for _, index, is_unique, origin, _ in db.rows(f"PRAGMA index_list({table})")
        for _, _, name in db.rows(f"PRAGMA index_info({index})")
        if is_unique and origin == "u"
    }
    return [
        (name, kind, bool(must), default, name in unique)
        for _, name, kind, must, default, _ in db.rows(f"PRAGMA table_info({table})")
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.table_name)
def test_peewee_knows_each_table_as_it_is_in_the_file(core: Core, table: type[Row]) -> None:
    assert as_peewee_knows(table) == as_the_file_says(core.desk.db, table._meta.table_name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.table_name)
def test_peewee_knows_where_each_reference_leads(core: Core, table: type[Row]) -> None:
    known = {(field.column_name, field.rel_model._meta.table_name) for field in table._meta.refs}
    rows = core.desk.db.rows(f"PRAGMA foreign_key_list({table._meta.table_name})")
    assert known == {(column, parent) for _, _, parent, column, *_ in rows}


def test_everything_the_user_says_is_in_a_table_of_peewee_and_in_the_journal() -> None:
    assert sorted(table._meta.table_name for table in TABLES) == sorted(JOURNALLED)


def triggers(db: Database) -> set[str]:
    return {name for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")}


@pytest.mark.parametrize("table", JOURNALLED)
def test_the_journal_watches_each_table(core: Core, table: str) -> None:
    assert {f"journal_{table}_{event}" for event in ("insert", "update", "delete")} <= triggers(core.desk.db)


@pytest.mark.parametrize("table", SEARCHED)
def test_the_search_watches_each_table_it_looks_into(core: Core, table: str) -> None:
    assert {f"search_{table}_{event}" for event in ("insert", "update", "delete")} <= triggers(core.desk.db)


def test_the_steps_make_all_tables(core: Core) -> None:
    """What the steps say is all that a new file holds, apart from the triggers."""
    made = {name for (name,) in core.desk.db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    steps = (m0001_first.SQL, m0002_boundaries.SQL, m0003_nurturing.SQL, m0004_backlog.SQL)
    said = {words[words.index("TABLE") + 1] for step in steps for words in map(str.split, tables_of(step))}
    assert steps == STEPS
    assert said == {name for name in made if not shadow(name)}


def tables_of(script: str) -> list[str]:
    return [one for one in statements(script) if one.startswith(("CREATE TABLE", "CREATE VIRTUAL TABLE"))]


def shadow(name: str) -> bool:
    """Whether the engine keeps this table for itself, or for one of the full-text tables."""
    return name.startswith("sqlite_") or name.endswith(("_data", "_idx", "_content", "_docsize", "_config"))


def test_the_file_works_as_it_ships(tmp_path: Path) -> None:
    wanted: dict[str, Any] = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "application_id": 0x52454C41,
        "user_version": len(STEPS),
    }
    db = open_file(tmp_path / "mine.db")
    assert {pragma: db.value(f"PRAGMA {pragma}") for pragma in wanted} == wanted
    db.close()


def test_what_hangs_on_a_person_goes_with_them(core: Core) -> None:
    """Every journalled table with a `person_id` is emptied of a person who is deleted for good."""
    hanging = {table for table in JOURNALLED if "person_id" in [name for name, _ in columns(core.desk.db, table)]}
    assert hanging == set(HANGING)
