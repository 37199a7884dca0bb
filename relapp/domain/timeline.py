"""The timeline: what happened with whom, when. Instants are UTC; durations whole minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from relapp.domain.entries.kind import Direction, Effect, Outcome


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as the user gives it. `counts` None follows the rule of the kind; `people` are ids, at least one."""

    kind: str
    at: datetime
    people: tuple[int, ...]
    text: str = ""
    direction: Direction = Direction.OUT
    outcome: Outcome | None = None
    minutes: int | None = None
    counts: bool | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is stored."""

    id: int
    uid: str
    kind: str
    at: datetime
    people: tuple[int, ...]
    text: str
    direction: Direction
    outcome: Outcome | None
    minutes: int | None
    counts: bool | None
    place: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Derived from the entries up to now, never stored by hand.

    `attempts` are the unanswered ones since the last contact.
    """

    last_contact: datetime | None = None
    last_inbound: datetime | None = None
    last_outbound: datetime | None = None
    attempts: int = 0
