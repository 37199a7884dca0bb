"""What nurturing is told of a person: sales, marks, ideas, referrals, standing, and why somebody went quiet.

Days are local dates of mine; money is an integer of minor units (cents) with an ISO 4217 currency.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SATISFACTION = range(11)
"""Marks a client gives: 0 (not at all) to 10."""
STANDING = range(1, 6)
"""From "one vendor among many" to "trusted adviser"."""
STANDING_DAYS = 182
"""A mark of standing older than that is given anew."""


@dataclass(frozen=True, slots=True)
class Sale:
    """`day` it was sold, `delivered` on; `amount` in minor units of `currency`. `id` 0 is a new one."""

    person: int
    what: str
    day: date
    amount: int
    currency: str
    delivered: date | None = None
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """`score` of SATISFACTION, with their words."""

    person: int
    day: date
    score: int
    words: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Idea:
    """What a client suggested, wished or complained of; open until `answered`."""

    person: int
    day: date
    text: str
    answered: date | None = None
    answer: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Referral:
    """`person` sent `referred` (a person's id, or 0) or somebody by name; `thanked` and `told` how it went, or not."""

    person: int
    day: date
    referred: int = 0
    referred_name: str = ""
    thanked: date | None = None
    told: date | None = None
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class StandingMark:
    """How I stand with a person: `score` of STANDING; `would_tell` whether they would tell of a rival's same offer."""

    person: int
    day: date
    score: int
    would_tell: bool | None = None
    note: str = ""
    id: int = 0


class Reason(StrEnum):
    """Why somebody went quiet."""

    NO_NEED = "no_need"
    COMPETITOR = "competitor"
    PRICE = "price"
    SERVICE = "service"
    MOVED = "moved"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class WinBack:
    """What was found out about a silence."""

    person: int
    day: date
    reason: Reason
    note: str = ""
    id: int = 0


class RecommendationKind(StrEnum):
    """What my list holds."""

    BOOK = "book"
    FILM = "film"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One of my list; `interests` are the words by which it fits a person ("history", "sailing")."""

    kind: RecommendationKind
    title: str
    interests: tuple[str, ...] = ()
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """What was recommended to somebody, and when."""

    recommendation: Recommendation
    day: date
