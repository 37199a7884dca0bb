"""What one can do with sales: who bought what, when, for how much. Amounts are in minor units of the currency."""

from __future__ import annotations

from dataclasses import replace

from relapp.domain.business import Sale
from relapp.domain.errors import Refused
from relapp.domain.money import MOST, is_currency, money_words
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.business import BUSINESS, brief, name_of, present
from relapp.services.desk import Desk
from relapp.store import sales as store


class Sales:
    """Adding, editing, deleting, reading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, id_: int) -> Sale:
        """One of them. Raises NoSuchRecord."""
        return present(store.get(self._desk.db, id_))

    def of_person(self, person: int) -> list[Sale]:
        """Those of a person, newest first."""
        return store.newest(self._desk.db, person)

    def all(self) -> list[Sale]:
        """Those of everybody who isn't in the trash, newest first."""
        return store.newest(self._desk.db)

    def add(self, sale: Sale, origin: object = None) -> int:
        """A new one (its `id` is not looked at). Returns the id. Raises Refused, NoSuchPerson."""
        kept = self._checked(sale)
        with self._desk.write(self._title("Sale to {name}: {what}, {price}", kept), BUSINESS, origin):
            return store.insert(self._desk.db, kept)

    def edit(self, sale: Sale, origin: object = None) -> None:
        """Makes the one with that id what is given. Raises Refused, NoSuchPerson, NoSuchRecord."""
        self.get(sale.id)
        kept = self._checked(sale)
        with self._desk.write(self._title("Sale to {name} edited: {what}, {price}", kept), BUSINESS, origin):
            store.update(self._desk.db, kept)

    def delete(self, id_: int, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        found = self.get(id_)
        with self._desk.write(self._title("Sale to {name} deleted: {what}, {price}", found), BUSINESS, origin):
            store.delete(self._desk.db, id_)

    def _checked(self, sale: Sale) -> Sale:
        what = " ".join(sale.what.split())
        currency = sale.currency.strip().upper()
        if not what:
            raise Refused(tr("A sale needs to say what was sold."))
        if not is_currency(currency):
            raise Refused(tr("“{code}” is no currency; write its code of three letters.").format(code=sale.currency))
        if sale.amount < 0:
            raise Refused(tr("A sale can't be below zero."))
        if sale.amount > MOST:
            raise Refused(tr("A sale can't be that large; look at the amount again."))
        return replace(sale, what=what, currency=currency, note=sale.note.strip())

    def _title(self, key: str, sale: Sale) -> Phrase:
        name = name_of(self._desk, sale.person)
        return phrase(key, name=name, what=brief(sale.what), price=money_words(sale.amount, sale.currency))
