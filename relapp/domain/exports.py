"""What to take out: whose notes, from when to when, which kinds."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NotesWanted:
    """Empty means everybody, all kinds, any time. `since` and `until` in seconds since 1970 UTC, until exclusive."""

    persons: tuple[int, ...] = ()
    kinds: frozenset[str] = field(default_factory=frozenset)
    since: int | None = None
    until: int | None = None
