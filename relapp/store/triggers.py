"""Triggers, made from the tables as they are in the file: the journal's memory, and what makes derived rows stale.

Four families: `journal_*` keep the inverse of every row the user's change touched; `stale_*` note the people whose
derived row must be made again; `deliver_*` the follow-ups whose next delivery must; `search_*` keep the full-text
tables in step. Bulk inserts take those named
`*_insert` away for a moment and do their work for the whole batch (see `bulk.py`).
"""

from __future__ import annotations

from relapp.store.connection import Database

JOURNALLED = (
    "organisation",
    "person",
    "person_source",
    "photo",
    "contact_point",
    "channel_permission",
    "position",
    "tag",
    "person_tag",
    "relation",
    "fact",
    "entry",
    "entry_person",
    "extra",
    "setting",
    "closure",
    "opening",
    "follow_up",
    "occasion",
    "sale",
    "satisfaction",
    "idea",
    "recommendation",
    "recommended",
    "referral",
    "standing",
    "win_back",
    "phrase",
    "suggestion",
)
"""What the user said. Everything else in the file is derived or a log."""

_PEOPLE_OF_ROW = {
    "person": "SELECT {row}.id",
    "contact_point": "SELECT {row}.person_id",
    "position": "SELECT {row}.person_id",
    "person_tag": "SELECT {row}.person_id",
    "photo": "SELECT {row}.person_id",
    "entry_person": "SELECT {row}.person_id",
    "organisation": "SELECT person_id FROM position WHERE organisation_id = {row}.id",
}
SEARCHED = {"organisation": ("name", "note"), "fact": ("label", "text"), "entry": ("place", "text")}
"""Tables with a full-text twin `search_<table>` over these columns."""

_RECORDING = "(SELECT change_id IS NOT NULL FROM journal_state)"


def install(db: Database) -> None:
    """Makes all triggers anew. Call inside the transaction of an upgrade."""
    for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        db.execute(f"DROP TRIGGER {name}")
    for table in JOURNALLED:
        for statement in (*_journal(db, table), *_stale(table), *_deliver(table), *_search(table)):
            db.execute(statement)


def columns(db: Database, table: str) -> list[tuple[str, bool]]:
    """Name, and whether it holds bytes, of each column."""
    return [(name, kind == "BLOB") for _, name, kind, *_ in db.rows(f"PRAGMA table_info({table})")]


def _journal(db: Database, table: str) -> list[str]:
    found = columns(db, table)
    old = ", ".join(f"'{name}', " + (f"hex(OLD.{name})" if blob else f"OLD.{name}") for name, blob in found)
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name, _ in found)
    insert = "INSERT INTO change_row (change_id, in_table, first, last, op, old) SELECT change_id, "
    return [
        f"CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} WHEN {_RECORDING} BEGIN "
        f"{insert}'{table}', NEW.id, NEW.id, 'I', NULL FROM journal_state; END",
        f"CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} WHEN {_RECORDING} AND ({differs}) BEGIN "
        f"{insert}'{table}', OLD.id, OLD.id, 'U', json_object({old}) FROM journal_state; END",
        f"CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} WHEN {_RECORDING} BEGIN "
        f"{insert}'{table}', OLD.id, OLD.id, 'D', json_object({old}) FROM journal_state; END",
    ]


def _stale(table: str) -> list[str]:
    people = _PEOPLE_OF_ROW.get(table)
    if people is None:
        return []
    note = "INSERT INTO dirty_person (person_id) {people} WHERE true ON CONFLICT DO NOTHING;"
    new, old = (note.format(people=_where_free(people.format(row=row))) for row in ("NEW", "OLD"))
    return [
        f"CREATE TRIGGER stale_{table}_insert AFTER INSERT ON {table} BEGIN {new} END",
        f"CREATE TRIGGER stale_{table}_update AFTER UPDATE ON {table} BEGIN {old} {new} END",
        f"CREATE TRIGGER stale_{table}_delete AFTER DELETE ON {table} BEGIN {old} END",
    ]


_FOLLOW_UP_CAUSES = (
    "person_id", "due_at", "due_day", "fixed", "urgent", "anyway", "channel", "repeat", "anchor", "state", "snoozed_to",
    "snoozed_anyway", "set_at",
)  # fmt: skip
_PERSON_CAUSES = ("tier", "time_zone", "hours", "hold_until", "archived", "deceased", "trashed_at")
_NOTE_FOLLOW_UP = "INSERT INTO stale_follow_up (follow_up_id) VALUES ({row}.id) ON CONFLICT DO NOTHING;"
_NOTE_PERSON = (
    "INSERT INTO stale_follow_up (follow_up_id) SELECT id FROM follow_up "
    "WHERE person_id = {row} AND state = 'open' ON CONFLICT DO NOTHING;"
)


def _deliver(table: str) -> list[str]:
    """What makes stored next deliveries stale: see `next_delivery`. My own hours do not; they have a version."""
    if table == "follow_up":
        new, old = (_NOTE_FOLLOW_UP.format(row=row) for row in ("NEW", "OLD"))
        return [
            f"CREATE TRIGGER deliver_{table}_insert AFTER INSERT ON {table} BEGIN {new} END",
            f"CREATE TRIGGER deliver_{table}_update AFTER UPDATE ON {table} WHEN {_differs(_FOLLOW_UP_CAUSES)} "
            f"BEGIN {new} END",
            f"CREATE TRIGGER deliver_{table}_delete AFTER DELETE ON {table} BEGIN {old} END",
        ]
    if table == "person":
        return [
            f"CREATE TRIGGER deliver_{table}_update AFTER UPDATE ON {table} WHEN {_differs(_PERSON_CAUSES)} "
            f"BEGIN {_NOTE_PERSON.format(row='NEW.id')} END"
        ]
    if table == "closure":
        new, old = (_NOTE_PERSON.format(row=f"{row}.person_id") for row in ("NEW", "OLD"))
        return [
            f"CREATE TRIGGER deliver_{table}_insert AFTER INSERT ON {table} BEGIN {new} END",
            f"CREATE TRIGGER deliver_{table}_update AFTER UPDATE ON {table} BEGIN {old} {new} END",
            f"CREATE TRIGGER deliver_{table}_delete AFTER DELETE ON {table} BEGIN {old} END",
        ]
    return []


def _differs(names: tuple[str, ...]) -> str:
    return " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in names)


def _where_free(select: str) -> str:
    """An upsert needs a WHERE before ON CONFLICT; a select that has one is wrapped."""
    return f"SELECT * FROM ({select})" if " WHERE " in select else select


def _search(table: str) -> list[str]:
    texts = SEARCHED.get(table)
    if texts is None:
        return []
    names = ", ".join(texts)
    new, old = (", ".join(f"{row}.{text}" for text in texts) for row in ("NEW", "OLD"))
    changed = " OR ".join(f"OLD.{text} IS NOT NEW.{text}" for text in texts)
    indexed = "NOT EXISTS (SELECT 1 FROM search_backlog WHERE {row}.id >= first AND {row}.id <= last)"
    here, there = (indexed.format(row=row) if table == "entry" else "true" for row in ("NEW", "OLD"))
    add = f"INSERT INTO search_{table} (rowid, {names}) VALUES (NEW.id, {new});"
    drop = f"INSERT INTO search_{table} (search_{table}, rowid, {names}) VALUES ('delete', OLD.id, {old});"
    return [
        f"CREATE TRIGGER search_{table}_insert AFTER INSERT ON {table} WHEN {here} BEGIN {add} END",
        f"CREATE TRIGGER search_{table}_update AFTER UPDATE ON {table} WHEN ({changed}) AND {there} "
        f"BEGIN {drop} {add} END",
        f"CREATE TRIGGER search_{table}_delete AFTER DELETE ON {table} WHEN {there} BEGIN {drop} END",
    ]
