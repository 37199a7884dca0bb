"""A meeting in one room: goes both ways by nature."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Meeting")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    return tr("Meeting with {names}").format(names=names)


KIND = EntryKind(
    key="meeting",
    label=_label,
    title=_title,
    icon="users-three",
    words=("meeting", "meet", "met", "coffee"),
    channel=Channel.MEETING,
    direction=Direction.NONE,
    both_ways=True,
)
