"""One box over people, organisations, facts and entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from relapp.domain.entries import kind_of
from relapp.domain.finding import Hit
from relapp.services.desk import Desk
from relapp.store import lookup, search


class Finding:
    """Names and facts are ranked always; notes come newest written first while typing and ranked on Enter."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def typing(self, text: str, *, private: bool = True) -> list[Hit]:
        """What to show after each keystroke; `private` facts only where nobody looks on."""
        db = self._desk.db
        facts = search.facts(db, text, private=private)
        return [*search.people(db, text), *search.organisations(db, text), *facts, *self._notes(text, 20, False)]

    def ranked(self, text: str, limit: int = 50) -> list[Hit]:
        """What `search` prints."""
        db = self._desk.db
        found = [*search.people(db, text), *search.organisations(db, text), *search.facts(db, text)]
        return [*found, *self.best_notes(text, limit)]

    def best_notes(self, text: str, limit: int = 50) -> list[Hit]:
        """The notes alone, those that fit best first; among a million it takes a second or two."""
        return self._notes(text, limit, True)

    def people(self, persons: Iterable[int]) -> list[Hit]:
        """These people as hits, as far as they are here."""
        return search.known(self._desk.db, persons)

    def _notes(self, text: str, limit: int, ranked: bool) -> list[Hit]:
        return [self._titled(hit) for hit in search.notes(self._desk.db, text, limit, ranked=ranked)]

    def _titled(self, hit: Hit) -> Hit:
        """A note found is titled by its kind and the person."""
        name = "" if hit.person is None else "".join(lookup.shown(self._desk.db, (hit.person,)))
        return replace(hit, title=f"{kind_of(hit.title).label()} · {name}", detail=hit.title)
