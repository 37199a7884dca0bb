"""Long timelines for tests, written in bulk: one entry at a time would take a second for every hundred."""

from __future__ import annotations

from collections.abc import Sequence

from relapp.core import Core
from relapp.store import bulk


def log_notes(core: Core, person: int, at: Sequence[int]) -> None:
    """Notes "note 0", "note 1" … at these instants, in seconds."""
    db = core.desk.db
    with db.transaction():
        rows = [(f"e{number}", "note", when, "none", "none", f"note {number}") for number, when in enumerate(at)]
        ids = bulk.insert(db, "entry", ("uid", "kind", "at", "direction", "effect", "text"), rows)
        links = [(person, id_, when, "none", "none") for id_, when in zip(ids, at, strict=True)]
        bulk.insert(db, "entry_person", ("person_id", "entry_id", "at", "effect", "direction"), links)
