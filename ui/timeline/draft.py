"""What an entry is to become, while it is being typed: kept by the window until it is saved. Stores nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from relapp.domain.entries import kind_of
from relapp.domain.entries.kind import Direction, Effect, EntryKind, Outcome
from relapp.domain.timeline import Entry, NewEntry

TIMED = frozenset({"call", "video", "meeting", "lunch", "visit"})
"""Kinds that last."""
PLACED = frozenset({"meeting", "lunch", "visit"})
"""Kinds that happen somewhere."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`at` None means the moment of saving; `counts` None follows the rule. `people` are those named in the form."""

    kind: str = "call"
    text: str = ""
    at: datetime | None = None
    minutes: int | None = None
    direction: Direction = Direction.OUT
    outcome: Outcome | None = Outcome.SPOKE
    counts: bool | None = None
    place: str = ""
    people: tuple[int, ...] = ()

    @property
    def entry_kind(self) -> EntryKind:
        return kind_of(self.kind)

    def effect(self) -> Effect:
        """What it would do to the cadence."""
        return self.entry_kind.effect(self.direction, self.asked_outcome(), self.counts)

    def asked_outcome(self) -> Outcome | None:
        """The outcome, where it is a question for this kind."""
        outcomes = self.entry_kind.outcomes
        return self.outcome if self.outcome in outcomes else next(iter(outcomes), None)

    def entry(self, now: datetime, *first: int) -> NewEntry:
        """The entry with these people and those named; what its kind does not ask is left out."""
        asked = replace(
            self,
            outcome=self.asked_outcome(),
            minutes=self.minutes if self.kind in TIMED else None,
            place=self.place if self.kind in PLACED else "",
        )
        return asked._as_said(self.at or now.replace(microsecond=0), tuple(dict.fromkeys((*first, *self.people))))

    def edited(self, before: Draft) -> NewEntry:
        """The entry that was `before`, made this. Unless its kind is another one, it keeps even what that doesn't ask.

        An import may have brought it.
        """
        at = self.at or before.at
        assert at is not None, "a stored entry has its moment"
        return self._as_said(at, self.people) if self.kind == before.kind else self.entry(at)

    def _as_said(self, at: datetime, people: tuple[int, ...]) -> NewEntry:
        return NewEntry(
            self.kind, at, people, self.text, self.direction, self.outcome, self.minutes, self.counts, self.place
        )


def new(kind: str = "call") -> Draft:
    """An empty draft of this kind."""
    made = kind_of(kind)
    return Draft(kind=kind, direction=made.direction, outcome=next(iter(made.outcomes), None))


def of_entry(entry: Entry) -> Draft:
    """A draft to edit this entry with."""
    return Draft(
        entry.kind,
        entry.text,
        entry.at,
        entry.minutes,
        entry.direction,
        entry.outcome,
        entry.counts,
        entry.place,
        entry.people,
    )


def to_remember(draft: Draft) -> dict[str, Any]:
    """The draft as the window keeps it."""
    return {
        "kind": draft.kind,
        "text": draft.text,
        "at": None if draft.at is None else draft.at.isoformat(),
        "minutes": draft.minutes,
        "direction": str(draft.direction),
        "outcome": None if draft.outcome is None else str(draft.outcome),
        "counts": draft.counts,
        "place": draft.place,
        "people": list(draft.people),
    }


def from_remembered(kept: object) -> Draft:
    """The draft that was kept; an empty one where nothing was, or something unreadable."""
    if not isinstance(kept, dict):
        return new()
    try:
        return Draft(
            kind=kind_of(kept["kind"]).key,
            text=str(kept["text"]),
            at=None if kept["at"] is None else datetime.fromisoformat(kept["at"]).astimezone(UTC),
            minutes=None if kept["minutes"] is None else int(kept["minutes"]),
            direction=Direction(kept["direction"]),
            outcome=None if kept["outcome"] is None else Outcome(kept["outcome"]),
            counts=None if kept["counts"] is None else bool(kept["counts"]),
            place=str(kept["place"]),
            people=tuple(map(int, kept["people"])),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return new()
