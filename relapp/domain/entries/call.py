"""A telephone call: contact when we spoke or they rang, an attempt when nobody answered."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Call")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.IN:
        return tr("Call from {names}").format(names=names)
    if outcome in (Outcome.LEFT_MESSAGE, Outcome.NO_ANSWER):
        return tr("Call to {names}").format(names=names)
    return tr("Call with {names}").format(names=names)


KIND = EntryKind(
    key="call",
    label=_label,
    title=_title,
    icon="phone",
    words=("call", "called", "phone", "phoned", "rang", "ring", "phone call"),
    channel=Channel.CALL,
    outcomes=(Outcome.SPOKE, Outcome.LEFT_MESSAGE, Outcome.NO_ANSWER),
    attempts=True,
)
