"""A lunch together: goes both ways by nature."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Lunch")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    return tr("Lunch with {names}").format(names=names)


KIND = EntryKind(
    key="lunch",
    label=_label,
    title=_title,
    icon="fork-knife",
    words=("lunch", "lunched"),
    channel=Channel.LUNCH,
    direction=Direction.NONE,
    both_ways=True,
)
