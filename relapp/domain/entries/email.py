"""An e-mail: theirs is contact, mine alone is an attempt."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("E-mail")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.IN:
        return tr("E-mail from {names}").format(names=names)
    return tr("E-mail to {names}").format(names=names)


KIND = EntryKind(
    key="email",
    label=_label,
    title=_title,
    icon="envelope-simple",
    words=("email", "e-mail", "mail", "mailed", "emailed", "e-mailed"),
    channel=Channel.EMAIL,
    attempts=True,
)
