"""A person's whole page in one piece: what the personal file, its header and the edit dialog show."""

from __future__ import annotations

from dataclasses import dataclass

from relapp.domain.boundaries.hours import Closure
from relapp.domain.facts import Fact
from relapp.domain.people import Channel, ContactPoint, Permission, Person, Position
from relapp.domain.timeline import Rhythm


@dataclass(frozen=True, slots=True)
class Related:
    """A relation as seen from one side. `kind` is already turned for that side; `other` is 0 for a mere name."""

    kind: str
    name: str
    other: int = 0
    id: int = 0
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class PersonalFile:
    """Everything of one person but the timeline. `shown` is the name on screen, stand-ins included."""

    person: Person
    shown: str
    points: tuple[ContactPoint, ...]
    positions: tuple[Position, ...]
    permissions: dict[Channel, Permission]
    tags: tuple[str, ...]
    relations: tuple[Related, ...]
    facts: tuple[Fact, ...]
    rhythm: Rhythm
    cadence_days: int | None
    due_on: str | None
    has_photo: bool
    closures: tuple[Closure, ...] = ()
