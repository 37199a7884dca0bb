"""What one can do with win-backs: why somebody went quiet, as was found out."""

from __future__ import annotations

from dataclasses import replace

from relapp.domain.business import WinBack
from relapp.domain.win_back import reason_words
from relapp.domain.words import Phrase, phrase
from relapp.services.business import BUSINESS, name_of, present
from relapp.services.desk import Desk
from relapp.store import win_backs as store


class WinBacks:
    """Adding, editing, deleting, reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, id_: int) -> WinBack:
        """One of them. Raises NoSuchRecord."""
        return present(store.get(self._desk.db, id_))

    def of_person(self, person: int) -> list[WinBack]:
        """Those of a person, newest first."""
        return store.newest(self._desk.db, person)

    def all(self) -> list[WinBack]:
        """Those of everybody who isn't in the trash, newest first."""
        return store.newest(self._desk.db)

    def add(self, found_out: WinBack, origin: object = None) -> int:
        """A new one (its `id` is not looked at). Returns the id. Raises Refused, NoSuchPerson."""
        kept = self._checked(found_out)
        with self._desk.write(self._title("Why {name} went quiet: {reason}", kept), BUSINESS, origin):
            return store.insert(self._desk.db, kept)

    def edit(self, found_out: WinBack, origin: object = None) -> None:
        """Makes the one with that id what is given. Raises Refused, NoSuchPerson, NoSuchRecord."""
        self.get(found_out.id)
        kept = self._checked(found_out)
        with self._desk.write(self._title("Why {name} went quiet edited: {reason}", kept), BUSINESS, origin):
            store.update(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        found = self.get(id_)
        with self._desk.write(self._title("Why {name} went quiet deleted: {reason}", found), BUSINESS, origin):
            store.delete(self._desk.db, id_)

    def _checked(self, found_out: WinBack) -> WinBack:
        return replace(found_out, note=found_out.note.strip())

    def _title(self, key: str, found_out: WinBack) -> Phrase:
        name = name_of(self._desk, found_out.person)
        return phrase(key, name=name, reason=reason_words(found_out.reason))
