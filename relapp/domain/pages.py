"""A page of a timeline: what is narrowed to, one line, and where a page begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class TimelineOf:
    """Whose timeline: a person's, or that of all people of an organisation; narrowed by kinds, text and time."""

    person: int = 0
    organisation: int = 0
    kinds: frozenset[str] = field(default_factory=frozenset)
    text: str = ""
    since: int | None = None  # seconds, inclusive
    until: int | None = None  # seconds, exclusive


class Anchor(NamedTuple):
    """A place in a timeline: the page after it begins with the next older entry."""

    at: int
    entry: int


NEWEST = Anchor(1 << 62, 0)


class EntryLine(NamedTuple):
    """An entry on a timeline, as stored; `others` are the names of the further people, ready to show."""

    id: int
    kind: str
    at: int
    direction: str
    outcome: str | None
    minutes: int | None
    place: str
    text: str
    effect: str
    people: str
