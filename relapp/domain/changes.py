"""What was changed: told once, after the commit, to everybody who shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """A part of the data that views look at."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    ENTRIES = "entries"
    FACTS = "facts"
    TAGS = "tags"
    SETTINGS = "settings"
    FOLLOW_UPS = "follow_ups"
    HOURS = "hours"
    DELIVERIES = "deliveries"
    BUSINESS = "business"
    PHRASES = "phrases"
    SUGGESTIONS = "suggestions"
    HISTORY = "history"


EVERYTHING = frozenset(Area)


@dataclass(frozen=True, slots=True)
class Change:
    """Rows of these areas changed. `ids` are person ids where known; empty means any of them."""

    areas: frozenset[Area]
    ids: frozenset[int] = frozenset()
    origin: object = None


Publish = Callable[[Change], None]
