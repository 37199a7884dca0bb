"""A letter or card on paper. One sent is a kindness, no attempt: nobody waits for the answer."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Letter")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.IN:
        return tr("Letter from {names}").format(names=names)
    return tr("Letter to {names}").format(names=names)


KIND = EntryKind(
    key="letter",
    label=_label,
    title=_title,
    icon="pencil-line",
    words=("letter", "card", "postcard"),
    channel=Channel.LETTER,
)
