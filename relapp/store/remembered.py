"""What the window remembers of itself: sizes, columns, the last choice. Not the user's words, so never journalled."""

from __future__ import annotations

import json
from typing import Any

from relapp.store.connection import Database
from relapp.store.trouble import explained

_PUT = "INSERT INTO remembered (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def get(db: Database, key: str) -> Any:
    found = db.value("SELECT value FROM remembered WHERE key = ?", (key,))
    return None if found is None else json.loads(found)


def put(db: Database, key: str, value: Any) -> None:
    """Writes only what differs. Raises KnownError."""
    if get(db, key) != value:
        with explained(db.path):
            db.execute(_PUT, (key, json.dumps(value, ensure_ascii=False)))
