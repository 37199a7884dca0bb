"""People coming in: whom each card is, what would change, and writing it in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from relapp.domain.cards import Card
from relapp.domain.matching import Identity, identity_of, same
from relapp.domain.merging import Difference, merge
from relapp.domain.names import display, stand_in
from relapp.services.desk import Desk
from relapp.store import cards as stored
from relapp.store import writing

if TYPE_CHECKING:
    from relapp.services.imports import Choices

BATCH = 200
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Item:
    """A card in the preview. `state` is "added", "merged" or "unchanged"; `person` whom it was found to be.

    `filled` fields would gain something, `differing` ones stay unless taken.
    """

    index: int
    card: Card
    name: str
    state: str
    person: int | None = None
    filled: tuple[str, ...] = ()
    differing: tuple[Difference, ...] = ()


def name_of(card: Card) -> str:
    """The name on screen: the card's, or what stands in for it."""
    return stand_in(
        display(card.name),
        next((one.organisation for one in card.affiliations if one.organisation), ""),
        next((one.value for one in card.emails if one.value), ""),
        next((one.value for one in card.phones if one.value), ""),
    )


class _Known:
    """Everybody by what they may be recognised by. New people of the same file join with negative ids."""

    def __init__(self, found: Iterator[tuple[int, Identity]]) -> None:
        self._identities: dict[int, Identity] = {}
        self._by: dict[tuple[str, str], list[int]] = {}
        for person, identity in found:
            self.add(person, identity)

    def add(self, person: int, identity: Identity) -> None:
        self._identities[person] = identity
        for key in _keys(identity):
            self._by.setdefault(key, []).append(person)

    def find(self, identity: Identity) -> int | None:
        """Whom this is, the one known longest; None for somebody new."""
        for key in _keys(identity):
            for person in self._by.get(key, ()):
                if same(self._identities[person], identity):
                    return person
        return None


def _keys(identity: Identity) -> Iterator[tuple[str, str]]:
    yield from (("uid", uid) for uid in sorted(identity.uids))
    if identity.name:
        yield ("name", identity.name)


class CardImport:
    """One run over one file. Without a `change` it only looks. `touched` are the ids of those added or filled in."""

    def __init__(self, desk: Desk, change: int = 0) -> None:
        self._desk = desk
        self._change = change
        self.touched: list[int] = []
        self._known = _Known(stored.known_identities(desk.db))
        self._names = stored.Names(desk.db)
        self._pending: list[tuple[int, Card]] = []
        self._real: dict[int, int] = {}
        self._now: dict[int, Card] = {}

    def items(self, cards: Sequence[Card], progress: Progress | None = None) -> Iterator[Item]:
        """What would become of each card."""
        for index, card in enumerate(cards):
            if progress is not None and index % BATCH == 0:
                progress(index, len(cards))
            person = self._find(index, card)
            if person is None:
                yield Item(index, card, name_of(card), "added")
                continue
            kept = self._card(person)
            merged = merge(kept, card)
            self._now[person] = merged.card
            state = "unchanged" if merged.card == kept else "merged"
            shown = person if person > 0 else None
            yield Item(index, card, name_of(card), state, shown, merged.filled, merged.differing)

    def run(self, cards: Sequence[Card], choices: Choices, progress: Progress | None = None) -> list[str]:
        """Writes the cards, 200 a transaction. Returns the state of each; "left" for those left out."""
        states: list[str] = []
        for start in range(0, len(cards), BATCH):
            if progress is not None:
                progress(start, len(cards))
            with writing.batch(self._desk.db, self._desk.basis(), self._change):
                for index, card in enumerate(cards[start : start + BATCH], start):
                    states.append("left" if index in choices.leave else self._take_in(index, card, choices))
                self._write_pending()
        return states

    def _take_in(self, index: int, card: Card, choices: Choices) -> str:
        person = self._find(index, card)
        if person is None:
            self._pending.append((_placeholder(index), card))
            return "added"
        if person < 0 and person not in self._real:
            self._write_pending()
        kept = self._card(person)
        merged = merge(kept, card, choices.take.get(index, frozenset()))
        self._now[person] = merged.card
        real = self._real.get(person, person)
        stored.update(self._desk.db, real, kept, merged.card, card.uid, self._desk.seconds())
        if merged.card == kept:
            return "unchanged"
        self.touched.append(real)
        return "merged"

    def _find(self, index: int, card: Card) -> int | None:
        """Whom the card is; somebody new is known from now on under a placeholder."""
        identity = identity_of(card)
        person = self._known.find(identity)
        if person is None:
            self._known.add(_placeholder(index), identity)
            self._now[_placeholder(index)] = card
        return person

    def _card(self, person: int) -> Card:
        return self._now.get(person) or stored.read(self._desk.db, person)

    def _write_pending(self) -> None:
        found = [card for _, card in self._pending]
        uids = self._own_uids(found)
        ids = stored.insert(self._desk.db, found, uids, self._names, self._desk.seconds())
        self.touched += ids
        for (placeholder, card), id_, uid in zip(self._pending, ids, uids, strict=True):
            self._real[placeholder] = id_
            self._now[placeholder] = replace(card, uid=uid)
        self._pending.clear()

    def _own_uids(self, found: Sequence[Card]) -> list[str]:
        """A card keeps its uid where nobody has it (also not in the trash); else it gets one, and its own as source."""
        given: list[str] = []
        for card in found:
            free = card.uid and card.uid not in given and not stored.uid_taken(self._desk.db, card.uid)
            given.append(card.uid if free else str(uuid4()))
        return given


def _placeholder(index: int) -> int:
    """Stands for a new person until there is an id."""
    return -1 - index
