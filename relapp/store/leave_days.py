"""My leave as the file has it, and what it was when the derived days were last worked out."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from relapp.domain.leave import Leave, leave_of
from relapp.store import remembered
from relapp.store.connection import Database

_KNOWN = "derived.leave"
_SPANS = """
SELECT group_concat(first || '/' || last, ' ') FROM closure INDEXED BY closure_leave
WHERE person_id IS NULL AND holiday = 0 AND off = 0
"""
_BOTH = f"SELECT ({_SPANS}), (SELECT value FROM remembered WHERE key = '{_KNOWN}')"


class LeaveNow(NamedTuple):
    """`now` as it stands; `before` as the derived days were made by, None where that is the same."""

    now: Leave
    before: Leave | None


def read(db: Database) -> LeaveNow:
    """Closures of mine that are neither holidays nor off."""
    spans, known = db.one(_BOTH)
    said, before = spans or "", "" if known is None else json.loads(known)
    return LeaveNow(_leave(said), None if said == before else _leave(before))


def remember(db: Database) -> None:
    """The derived days are made by the leave as it is now."""
    remembered.put(db, _KNOWN, db.value(_SPANS) or "")


@lru_cache(maxsize=8)
def _leave(spans: str) -> Leave:
    """The same object for the same days."""
    pairs = (span.split("/") for span in spans.split())
    return leave_of((date.fromisoformat(first), date.fromisoformat(last)) for first, last in pairs)
