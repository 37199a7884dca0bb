"""What one can do with referrals: whom people sent to me, thanking them, and telling them how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from relapp.domain.business import Referral
from relapp.domain.errors import Refused
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.business import BUSINESS, name_of, present
from relapp.services.desk import Desk
from relapp.store import referrals as store


class Referrals:
    """Adding, thanking, telling, editing, deleting, reading. Who was deleted for good has no name here any more."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, id_: int) -> Referral:
        """One of them. Raises NoSuchRecord."""
        return present(store.get(self._desk.db, id_))

    def of_person(self, person: int) -> list[Referral]:
        """Those of a person, newest first."""
        return store.newest(self._desk.db, person)

    def all(self) -> list[Referral]:
        """Those of everybody who isn't in the trash, newest first."""
        return store.newest(self._desk.db)

    def add(self, referral: Referral, origin: object = None) -> int:
        """A new one (its `id` is not looked at). Returns the id. Raises Refused, NoSuchPerson."""
        kept = self._checked(referral)
        with self._desk.write(self._title("Referral by {name}: {whom}", kept), BUSINESS, origin):
            return store.insert(self._desk.db, kept)

    def edit(self, referral: Referral, origin: object = None) -> None:
        """Makes the one with that id what is given. Raises Refused, NoSuchPerson, NoSuchRecord."""
        self.get(referral.id)
        kept = self._checked(referral)
        with self._desk.write(self._title("Referral by {name} edited: {whom}", kept), BUSINESS, origin):
            store.update(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        found = self.get(id_)
        with self._desk.write(self._title("Referral by {name} deleted: {whom}", found), BUSINESS, origin):
            store.delete(self._desk.db, id_)

    def thank(self, id_: int, day: date, origin: object = None) -> None:
        """They were thanked on a day of mine. Raises NoSuchRecord, Refused before the day of the referral."""
        found = replace(self.get(id_), thanked=day)
        self._keep("{name} thanked for a referral: {whom}", found, day, origin)

    def tell(self, id_: int, day: date, origin: object = None) -> None:
        """They were told on a day of mine how it went. Raises NoSuchRecord, Refused before the day of the referral."""
        found = replace(self.get(id_), told=day)
        self._keep("{name} told how a referral went: {whom}", found, day, origin)

    def _keep(self, key: str, referral: Referral, day: date, origin: object) -> None:
        if day < referral.day:
            raise Refused(tr("That can't be before the day of the referral."))
        with self._desk.write(self._title(key, referral), BUSINESS, origin):
            store.update(self._desk.db, referral)

    def _checked(self, referral: Referral) -> Referral:
        name = name_of(self._desk, referral.referred) if referral.referred else " ".join(referral.referred_name.split())
        if not name:
            raise Refused(tr("A referral needs to say who was sent to you."))
        if referral.referred == referral.person:
            raise Refused(tr("{name} can't have sent themselves to you.").format(name=name))
        if any(day is not None and day < referral.day for day in (referral.thanked, referral.told)):
            raise Refused(tr("Thanks and news of how it went can't come before the day of the referral."))
        return replace(referral, referred_name=name, note=referral.note.strip())

    def _title(self, key: str, referral: Referral) -> Phrase:
        name = name_of(self._desk, referral.person)
        return phrase(key, name=name, whom=referral.referred_name or "–")
