"""What a search finds: one hit, with the words that matched marked in its snippet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MARK_OPEN, MARK_CLOSE = "\x02", "\x03"
"""Around the matching words of a snippet; never part of a text."""


class HitKind(StrEnum):
    """Where it was found."""

    PERSON = "person"
    ORGANISATION = "organisation"
    FACT = "fact"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Hit:
    """`id` is of its kind; `person` the person to open (None for an organisation). `at` in seconds for entries.

    `detail` is the key of an entry's kind, the label of a fact, the number of people of an organisation.
    """

    kind: HitKind
    id: int
    title: str
    snippet: str
    person: int | None = None
    at: int | None = None
    detail: str = ""
