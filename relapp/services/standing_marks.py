"""What one can do with standing marks: how I stand with people, from 1 to 5."""

from __future__ import annotations

from dataclasses import replace

from relapp.domain.business import STANDING, StandingMark
from relapp.domain.errors import Refused
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.business import BUSINESS, name_of, present
from relapp.services.desk import Desk
from relapp.store import standing_marks as store


class StandingMarks:
    """Adding, editing, deleting, reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, id_: int) -> StandingMark:
        """One of them. Raises NoSuchRecord."""
        return present(store.get(self._desk.db, id_))

    def of_person(self, person: int) -> list[StandingMark]:
        """Those of a person, newest first."""
        return store.newest(self._desk.db, person)

    def all(self) -> list[StandingMark]:
        """Those of everybody who isn't in the trash, newest first."""
        return store.newest(self._desk.db)

    def add(self, mark: StandingMark, origin: object = None) -> int:
        """A new one (its `id` is not looked at). Returns the id. Raises Refused, NoSuchPerson."""
        kept = self._checked(mark)
        with self._desk.write(self._title("Standing with {name}: {score}", kept), BUSINESS, origin):
            return store.insert(self._desk.db, kept)

    def edit(self, mark: StandingMark, origin: object = None) -> None:
        """Makes the one with that id what is given. Raises Refused, NoSuchPerson, NoSuchRecord."""
        self.get(mark.id)
        kept = self._checked(mark)
        with self._desk.write(self._title("Standing with {name} edited: {score}", kept), BUSINESS, origin):
            store.update(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        found = self.get(id_)
        with self._desk.write(self._title("Standing with {name} deleted: {score}", found), BUSINESS, origin):
            store.delete(self._desk.db, id_)

    def _checked(self, mark: StandingMark) -> StandingMark:
        if mark.score not in STANDING:
            raise Refused(tr("Standing goes from 1 (one vendor among many) to 5 (trusted adviser)."))
        return replace(mark, note=mark.note.strip())

    def _title(self, key: str, mark: StandingMark) -> Phrase:
        name = name_of(self._desk, mark.person)
        return phrase(key, name=name, score=mark.score)
