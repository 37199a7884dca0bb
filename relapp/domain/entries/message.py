"""A short message by telephone or messenger: theirs is contact, mine alone is an attempt."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Message")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.IN:
        return tr("Message from {names}").format(names=names)
    return tr("Message to {names}").format(names=names)


KIND = EntryKind(
    key="message",
    label=_label,
    title=_title,
    icon="chat-circle",
    words=("message", "messaged", "msg", "sms", "text", "texted", "text message", "chat", "chatted", "whatsapp"),
    channel=Channel.MESSAGE,
    attempts=True,
)
