"""The lines of the preview as data: who or what comes in, what becomes of it, and the words for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from relapp.domain.cards import Card
from relapp.domain.entries import ENTRY_KINDS
from relapp.domain.merging import Difference, field_label
from relapp.domain.words import tr
from relapp.services.card_import import Item
from relapp.services.note_import import NoteItem
from ui.moments import Moments
from ui.palette import Tone

_EXCERPT = 200


class State(StrEnum):
    """What becomes of a record. Somebody who is filled in and differs besides is DIFFERS."""

    NEW = "new"
    FILLS = "fills"
    DIFFERS = "differs"
    SAME = "same"

    def word(self) -> str:
        """As the chip says it."""
        return {
            State.NEW: tr("new"),
            State.FILLS: tr("fills in"),
            State.DIFFERS: tr("differs"),
            State.SAME: tr("already there"),
        }[self]

    @property
    def tone(self) -> Tone:
        return _TONES[self]


_TONES = {State.NEW: Tone.BLUE, State.FILLS: Tone.GREEN, State.DIFFERS: Tone.AMBER, State.SAME: Tone.GREY}
_STATES = {"added": State.NEW, "merged": State.FILLS, "unchanged": State.SAME}


@dataclass(frozen=True, slots=True)
class Row:
    """One record; `index` is its place among the people or notes of its file, `fills` whether it adds to what is
    there."""

    index: int
    name: str
    detail: str
    state: State
    fills: bool = False
    differing: tuple[Difference, ...] = ()

    def words(self) -> str:
        """The whole line, for a tool tip and for screen readers."""
        return " · ".join(part for part in (self.name, self.state.word(), self.detail) if part)


def rows_of_people(items: Iterable[Item]) -> Iterator[Row]:
    """A line for each person."""
    for item in items:
        state = State.DIFFERS if item.differing else _STATES[item.state]
        yield Row(item.index, item.name, _detail(item), state, item.state == "merged", item.differing)


def rows_of_notes(items: Iterable[NoteItem], moments: Moments) -> Iterator[Row]:
    """A line for each note; those that can't be placed have none."""
    labels = {kind.key: kind.label() for kind in ENTRY_KINDS}
    for item in items:
        if item.state in _STATES:
            excerpt = " ".join(item.text[:_EXCERPT].split())
            parts = (labels[item.kind], moments.day_and_time(item.at), excerpt)
            detail = " · ".join(part for part in parts if part)
            yield Row(item.index, ", ".join(item.names), detail, _STATES[item.state], item.state == "merged")


def _detail(item: Item) -> str:
    said: list[str] = []
    if item.person is None and item.state != "added":
        said.append(tr("the same person as further up"))
    if item.filled:
        said.append(tr("fills in: {fields}").format(fields=_labels(item.filled)))
    if item.differing:
        said.append(tr("differs: {fields}").format(fields=_labels(one.field for one in item.differing)))
    return " · ".join(said) or _about(item.card, item.name)


def _labels(fields: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(map(field_label, fields)))


def _about(card: Card, name: str) -> str:
    """Where they are and how to reach them, briefly; what already stands as the name is not said again."""
    place = next((one for one in card.affiliations if one.organisation or one.title), None)
    parts = [] if place is None else [place.organisation, place.title]
    parts += [points[0].value for points in (card.emails, card.phones) if points]
    return " · ".join(part for part in parts if part and part != name)
