"""The list of people: what it can be narrowed to and sorted by, and one line of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from relapp.domain.tiers import Stage, Tier


class Sort(StrEnum):
    """The orders of the list."""

    NAME = "name"
    LAST_CONTACT = "last_contact"
    OVERDUE = "overdue"


class Scope(StrEnum):
    """Which people: those one works with, the archived (and deceased), or the trash."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    TRASHED = "trashed"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the list is narrowed to; empty means everybody active.

    `silent_days`: no contact for so many days, or never.
    """

    text: str = ""
    tiers: frozenset[Tier] = field(default_factory=frozenset)
    stages: frozenset[Stage] = field(default_factory=frozenset)
    organisation: int = 0
    tag: str = ""
    silent_days: int = 0
    scope: Scope = Scope.ACTIVE
    sort: Sort = Sort.NAME


class PersonLine(NamedTuple):
    """A person in the list, as stored. `last_contact` is seconds since 1970 UTC, `due_on` an ISO day in my zone."""

    id: int
    shown: str
    subtitle: str
    tier: str | None
    stage: str | None
    last_contact: int | None
    cadence_days: int | None
    due_on: str | None
    attempts: int
    has_photo: int
    past: int = 0
