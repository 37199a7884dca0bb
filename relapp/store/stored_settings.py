"""Options that differ from their default."""

from __future__ import annotations

import json
from typing import Any

from relapp.store.connection import Database


def all_of(db: Database) -> dict[str, Any]:
    return {key: json.loads(value) for key, value in db.rows("SELECT key, value FROM setting")}


def put(db: Database, key: str, value: Any) -> None:
    """Stores the value; None takes the option back to its default."""
    from relapp.store.tables import SettingRow  # peewee waits until something is written

    if value is None:
        SettingRow.delete().where(SettingRow.key == key).execute(db.orm)
        return
    stored = json.dumps(value, ensure_ascii=False)
    if not SettingRow.update(value=stored).where(SettingRow.key == key).execute(db.orm):
        SettingRow.insert(key=key, value=stored).execute(db.orm)
