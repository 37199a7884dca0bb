"""What one can do with recommendations: my list of books, films and activities, and giving one to a person, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from relapp.domain.business import Given, Recommendation
from relapp.domain.errors import Refused
from relapp.domain.relative import date_words
from relapp.domain.words import phrase, tr
from relapp.services.business import BUSINESS, brief, name_of, present
from relapp.services.desk import Desk
from relapp.store import recommendations as store


class Recommendations:
    """Adding, editing, deleting, giving, reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, id_: int) -> Recommendation:
        """One of them. Raises NoSuchRecord."""
        return present(store.get(self._desk.db, id_))

    def all(self) -> list[Recommendation]:
        """My list, by kind and title."""
        return store.all_of(self._desk.db)

    def given(self, person: int) -> list[Given]:
        """What was recommended to a person, newest first."""
        return store.given(self._desk.db, person)

    def add(self, one: Recommendation, origin: object = None) -> int:
        """A new one at its place in the list (its `id` is not looked at). Returns the id. Raises Refused."""
        kept = self._checked(replace(one, id=0))
        with self._desk.write(phrase("Recommendation added: {title}", title=brief(kept.title)), BUSINESS, origin):
            return store.insert(self._desk.db, kept)

    def edit(self, one: Recommendation, origin: object = None) -> None:
        """Makes the one with that id what is given. Raises Refused, NoSuchRecord."""
        self.get(one.id)
        kept = self._checked(one)
        with self._desk.write(phrase("Recommendation edited: {title}", title=brief(kept.title)), BUSINESS, origin):
            store.update(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Takes it off the list, with the memory of whom it was given to. Raises NoSuchRecord."""
        found = self.get(id_)
        with self._desk.write(phrase("Recommendation deleted: {title}", title=brief(found.title)), BUSINESS, origin):
            store.delete(self._desk.db, id_)

    def give(self, id_: int, person: int, day: date, origin: object = None) -> None:
        """They got it recommended on a day of mine. Raises NoSuchRecord, NoSuchPerson, and Refused the second time."""
        found = self.get(id_)
        name = name_of(self._desk, person)
        with self._desk.write(phrase("“{title}” for {name}", title=brief(found.title), name=name), BUSINESS, origin):
            for before in self.given(person):
                if before.recommendation.id == id_:
                    said = tr("“{title}” was recommended to {name} already, on {day}.")
                    raise Refused(said.format(title=found.title, name=name, day=date_words(before.day)))
            store.give(self._desk.db, id_, person, day)

    def _checked(self, one: Recommendation) -> Recommendation:
        title = " ".join(one.title.split())
        if not title:
            raise Refused(tr("A recommendation needs a title."))
        same = (one.kind, title.casefold())
        if any((other.kind, other.title.casefold()) == same and other.id != one.id for other in self.all()):
            raise Refused(tr("“{title}” is in your list already.").format(title=title))
        words = (" ".join(word.split()) for said in one.interests for word in said.split(","))
        interests = {word.casefold(): word for word in words if word}
        return replace(one, title=title, interests=tuple(interests.values()), note=one.note.strip())
