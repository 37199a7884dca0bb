"""People coming in: whom each card is, what would change, and writing it in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid4, uuid5

from relapp.domain.cards import Card, shown
from relapp.domain.matching import Identity, identity_of, same
from relapp.domain.merging import Difference, merge
from relapp.domain.names import display
from relapp.domain.words import tr
from relapp.formats import vcard
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
    return shown(card) or tr("No name")


class _Known:
    """Everybody by what they may be recognised by. New people of the same file join with negative ids."""

    def __init__(self, found: Iterator[tuple[int, Identity]]) -> None:
        self._identities: dict[int, Identity] = {}
        self._by: dict[tuple[str, str], list[int]] = {}
        for person, identity in found:
            self.add(person, identity)

    def add(self, person: int, identity: Identity) -> None:
        """Makes the person known by this as well."""
        before = self._identities.get(person, Identity())
        self._identities[person] = Identity(
            before.uids | identity.uids,
            identity.name,
            before.emails | identity.emails,
            before.phones | identity.phones,
        )
        for key in set(_keys(identity)) - set(_keys(before)):
            self._by.setdefault(key, []).append(person)

    def find(self, identity: Identity, source: str) -> list[int]:
        """Whom this may be, those known longest first: by the uid, else by what `same` says. Empty for somebody new."""
        known = self._by.get(("uid", source), ()) if source else ()
        named = self._by.get(("name", identity.name), ()) if identity.name else ()
        return list(known) or [person for person in named if same(self._identities[person], identity)]


def _keys(identity: Identity) -> Iterator[tuple[str, str]]:
    yield from (("uid", uid) for uid in identity.uids)
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
        self._pending: list[tuple[int, Card, str]] = []
        self._real: dict[int, int] = {}
        self._uids: dict[int, str] = {}
        self._now: dict[int, Card] = {}

    def items(self, cards: Sequence[Card], progress: Progress | None = None) -> Iterator[Item]:
        """What would become of each card."""
        for index, card in enumerate(cards):
            if progress is not None and index % BATCH == 0:
                progress(index, len(cards))
            source = _source(card)
            person = self._find(index, card, source)
            if person is None:
                yield Item(index, card, name_of(card), "added")
                continue
            kept = self._card(person)
            merged = merge(kept, card)
            self._remember(person, merged.card, source)
            state = "unchanged" if merged.card == kept else "merged"
            yield Item(
                index, card, name_of(card), state, person if person > 0 else None, merged.filled, merged.differing
            )

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
        source = _source(card)
        person = self._find(index, card, source)
        if person is None:
            self._pending.append((_placeholder(index), card, source))
            return "added"
        if person < 0 and person not in self._real:
            self._write_pending()
        kept = self._card(person)
        merged = merge(kept, card, choices.take.get(index, frozenset()))
        self._remember(person, merged.card, source)
        real = self._real.get(person, person)
        stored.update(self._desk.db, real, kept, merged.card, source, self._names, self._desk.seconds())
        if merged.card == kept:
            return "unchanged"
        self.touched.append(real)
        return "merged"

    def _find(self, index: int, card: Card, source: str) -> int | None:
        """Whom the card is; somebody new is known from now on under a placeholder.

        Of several who fit, the one who says it all already: that is where the card went when it came the first time.
        """
        identity = identity_of(card)
        found = self._known.find(identity, source)
        if not found:
            self._now[_placeholder(index)] = card
            own = frozenset((source, card.uid or f"new {index}")) - {""}
            self._known.add(_placeholder(index), Identity(own, identity.name, identity.emails, identity.phones))
            return None
        if len(found) == 1:
            return found[0]
        kept = ((person, self._card(person)) for person in found)
        return next((person for person, one in kept if merge(one, card).card == one), found[0])

    def _remember(self, person: int, now: Card, source: str) -> None:
        """What the person is from now on, and by what they are found."""
        self._now[person] = now
        identity = identity_of(now)
        self._known.add(person, replace(identity, uids=identity.uids | {source}) if source else identity)

    def _card(self, person: int) -> Card:
        known = self._now.get(person)
        if known is None:
            return stored.read(self._desk.db, person)
        return known if known.uid else replace(known, uid=self._uids.get(person, f"new {person}"))

    def _write_pending(self) -> None:
        found = [card for _, card, _ in self._pending]
        uids = self._own_uids(found)
        sources = [source for _, _, source in self._pending]
        ids = stored.insert(self._desk.db, found, uids, sources, self._names, self._desk.seconds())
        self.touched += ids
        for (placeholder, _, _), id_, uid in zip(self._pending, ids, uids, strict=True):
            self._real[placeholder] = id_
            self._uids[placeholder] = uid
        self._pending.clear()

    def _own_uids(self, found: Sequence[Card]) -> list[str]:
        """A card keeps its uid where nobody has it (also not in the trash); else it gets one, and its own as source."""
        given: list[str] = []
        for card in found:
            free = card.uid and card.uid not in given and not stored.uid_taken(self._desk.db, card.uid)
            given.append(card.uid if free else str(uuid4()))
        return given


def _source(card: Card) -> str:
    """By which uid the card is known again; one without a name or uid gets one from what it says.

    For what stands in for a name may be another once more is known, and a card may have nothing to be called by.
    """
    if card.uid or display(card.name):
        return card.uid
    content = sha256("".join(vcard.write([card])).encode()).hexdigest()
    return str(uuid5(NAMESPACE_URL, f"https://relapp.example/card/{content}"))


def _placeholder(index: int) -> int:
    """Stands for a new person until there is an id."""
    return -1 - index
