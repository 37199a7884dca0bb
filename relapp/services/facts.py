"""What one can do with the facts of a personal file."""

from __future__ import annotations

from collections.abc import Sequence

from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchRecord
from relapp.domain.facts import Fact, Section
from relapp.domain.words import Phrase, phrase
from relapp.services.desk import Desk
from relapp.store import facts, lookup

_FACTS = (Area.FACTS,)


class Facts:
    """Adding, editing in place, reordering, deleting."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, fact: int) -> Fact:
        """One fact. Raises NoSuchRecord."""
        found = facts.get(self._desk.db, fact)
        if found is None:
            raise NoSuchRecord
        return found

    def add(self, fact: Fact, origin: object = None) -> int:
        """A new fact at the end of its section (its `id` and `noted` are not looked at). Returns the id."""
        with self._desk.write(self._title("Fact about {name}: {label}", fact), _FACTS, origin):
            return facts.insert(self._desk.db, fact, self._desk.seconds())

    def edit(self, fact: Fact, origin: object = None) -> None:
        """Makes the fact with that id what is given. Raises NoSuchRecord."""
        self.get(fact.id)
        with self._desk.write(self._title("Fact about {name} edited: {label}", fact), _FACTS, origin):
            facts.update(self._desk.db, fact, self._desk.seconds())

    def delete(self, fact: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        found = self.get(fact)
        with self._desk.write(self._title("Fact about {name} deleted: {label}", found), _FACTS, origin):
            facts.delete(self._desk.db, fact)

    def reorder(self, person: int, section: Section, ids: Sequence[int], origin: object = None) -> None:
        """Puts these facts of a person into the section, in this order."""
        name = "".join(lookup.shown(self._desk.db, (person,)))
        with self._desk.write(phrase("Facts about {name} reordered", name=name), _FACTS, origin):
            facts.reorder(self._desk.db, section, ids)

    def _title(self, key: str, fact: Fact) -> Phrase:
        name = "".join(lookup.shown(self._desk.db, (fact.person,)))
        return phrase(key, name=name, label=fact.label or fact.text)
