"""A gift, given or received. One given is a kindness, no attempt."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Gift")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.IN:
        return tr("Gift from {names}").format(names=names)
    return tr("Gift for {names}").format(names=names)


KIND = EntryKind(
    key="gift",
    label=_label,
    title=_title,
    icon="gift",
    words=("gift", "gave", "present"),
    channel=Channel.GIFT,
)
