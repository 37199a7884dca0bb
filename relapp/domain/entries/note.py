"""A note to oneself about somebody: never contact, unless the user says so."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.words import tr


def _label() -> str:
    return tr("Note")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    return tr("Note")


KIND = EntryKind(
    key="note",
    label=_label,
    title=_title,
    icon="note",
    words=("note", "noted", "memo"),
    channel=None,
    direction=Direction.NONE,
)
