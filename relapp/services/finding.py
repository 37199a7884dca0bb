"""One box over people, organisations, facts and entries."""

from __future__ import annotations

from dataclasses import replace

from relapp.domain.entries import kind_of
from relapp.domain.finding import Hit
from relapp.services.desk import Desk
from relapp.store import lookup, search


class Finding:
    """Names and facts are ranked always; notes come newest written first while typing and ranked on Enter."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def typing(self, text: str) -> list[Hit]:
        """What to show after each keystroke."""
        return self._find(text, ranked=False)

    def ranked(self, text: str, limit: int = 50) -> list[Hit]:
        """What to show on Enter, and what `search` prints."""
        return self._find(text, ranked=True, limit=limit)

    def _find(self, text: str, *, ranked: bool, limit: int = 20) -> list[Hit]:
        db = self._desk.db
        notes = [self._titled(hit) for hit in search.notes(db, text, limit, ranked=ranked)]
        return [*search.people(db, text), *search.organisations(db, text), *search.facts(db, text), *notes]

    def _titled(self, hit: Hit) -> Hit:
        """A note found is titled by its kind and the person."""
        name = "" if hit.person is None else "".join(lookup.shown(self._desk.db, (hit.person,)))
        return replace(hit, title=f"{kind_of(hit.title).label()} · {name}", detail=hit.title)
