"""How close to stay to a person, and where they stand as a client: what lists know of them, and nothing heavier."""

from __future__ import annotations

from enum import StrEnum


class Tier(StrEnum):
    """How close to stay; sets the default cadence."""

    A = "A"
    B = "B"
    C = "C"


class Stage(StrEnum):
    """Where a client stands in the life cycle."""

    PROSPECT = "prospect"
    NEW = "new"
    ACTIVE = "active"
    GROWING = "growing"
    DORMANT = "dormant"
    LOST = "lost"
