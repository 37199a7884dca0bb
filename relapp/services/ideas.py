"""What one can do with ideas: what clients suggested, wished or complained of, open until answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from relapp.domain.business import Idea
from relapp.domain.errors import Refused
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.business import BUSINESS, brief, name_of, present
from relapp.services.desk import Desk
from relapp.store import ideas as store


class Ideas:
    """Adding, answering, editing, deleting, reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, id_: int) -> Idea:
        """One of them. Raises NoSuchRecord."""
        return present(store.get(self._desk.db, id_))

    def of_person(self, person: int) -> list[Idea]:
        """Those of a person, newest first."""
        return store.newest(self._desk.db, person)

    def all(self) -> list[Idea]:
        """Those of everybody who isn't in the trash, newest first."""
        return store.newest(self._desk.db)

    def add(self, idea: Idea, origin: object = None) -> int:
        """A new one (its `id` is not looked at). Returns the id. Raises Refused, NoSuchPerson."""
        kept = self._checked(idea)
        with self._desk.write(self._title("Idea of {name}: {text}", kept), BUSINESS, origin):
            return store.insert(self._desk.db, kept)

    def edit(self, idea: Idea, origin: object = None) -> None:
        """Makes the one with that id what is given. Raises Refused, NoSuchPerson, NoSuchRecord."""
        self.get(idea.id)
        kept = self._checked(idea)
        with self._desk.write(self._title("Idea of {name} edited: {text}", kept), BUSINESS, origin):
            store.update(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        found = self.get(id_)
        with self._desk.write(self._title("Idea of {name} deleted: {text}", found), BUSINESS, origin):
            store.delete(self._desk.db, id_)

    def answer(self, id_: int, day: date, text: str = "", origin: object = None) -> None:
        """It was answered on a day of mine, with these words if any. Raises NoSuchRecord, Refused before its day."""
        found = self._checked(replace(self.get(id_), answered=day, answer=text))
        with self._desk.write(self._title("Idea of {name} answered: {text}", found), BUSINESS, origin):
            store.update(self._desk.db, found)

    def _checked(self, idea: Idea) -> Idea:
        text = idea.text.strip()
        if not text:
            raise Refused(tr("An idea needs words."))
        if idea.answered is not None and idea.answered < idea.day:
            raise Refused(tr("An idea can't be answered before the day it was told."))
        return replace(idea, text=text, answer=idea.answer.strip())

    def _title(self, key: str, idea: Idea) -> Phrase:
        name = name_of(self._desk, idea.person)
        return phrase(key, name=name, text=brief(idea.text))
