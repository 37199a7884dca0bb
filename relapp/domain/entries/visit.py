"""A visit, mine to them or theirs to me: goes both ways by nature."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Visit")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.IN:
        return tr("Visit from {names}").format(names=names)
    return tr("Visit to {names}").format(names=names)


KIND = EntryKind(
    key="visit",
    label=_label,
    title=_title,
    icon="map-pin",
    words=("visit", "visited"),
    channel=Channel.VISIT,
    both_ways=True,
)
