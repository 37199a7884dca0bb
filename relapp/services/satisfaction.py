"""What one can do with satisfaction: the marks from 0 to 10 that clients give my work."""

from __future__ import annotations

from dataclasses import replace

from relapp.domain.business import SATISFACTION, Satisfaction
from relapp.domain.errors import Refused
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.business import BUSINESS, name_of, present
from relapp.services.desk import Desk
from relapp.store import satisfaction as store


class Satisfactions:
    """Adding, editing, deleting, reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, id_: int) -> Satisfaction:
        """One of them. Raises NoSuchRecord."""
        return present(store.get(self._desk.db, id_))

    def of_person(self, person: int) -> list[Satisfaction]:
        """Those of a person, newest first."""
        return store.newest(self._desk.db, person)

    def all(self) -> list[Satisfaction]:
        """Those of everybody who isn't in the trash, newest first."""
        return store.newest(self._desk.db)

    def add(self, mark: Satisfaction, origin: object = None) -> int:
        """A new one (its `id` is not looked at). Returns the id. Raises Refused, NoSuchPerson."""
        kept = self._checked(mark)
        with self._desk.write(self._title("Satisfaction of {name}: {score}", kept), BUSINESS, origin):
            return store.insert(self._desk.db, kept)

    def edit(self, mark: Satisfaction, origin: object = None) -> None:
        """Makes the one with that id what is given. Raises Refused, NoSuchPerson, NoSuchRecord."""
        self.get(mark.id)
        kept = self._checked(mark)
        with self._desk.write(self._title("Satisfaction of {name} edited: {score}", kept), BUSINESS, origin):
            store.update(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        found = self.get(id_)
        with self._desk.write(self._title("Satisfaction of {name} deleted: {score}", found), BUSINESS, origin):
            store.delete(self._desk.db, id_)

    def _checked(self, mark: Satisfaction) -> Satisfaction:
        if mark.score not in SATISFACTION:
            raise Refused(tr("Satisfaction goes from 0 to 10."))
        return replace(mark, words=mark.words.strip())

    def _title(self, key: str, mark: Satisfaction) -> Phrase:
        name = name_of(self._desk, mark.person)
        return phrase(key, name=name, score=mark.score)
