"""A word on social media. Mine alone is a kindness, no attempt."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Social media")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.IN:
        return tr("Social media, from {names}").format(names=names)
    return tr("Social media, to {names}").format(names=names)


KIND = EntryKind(
    key="social",
    label=_label,
    title=_title,
    icon="share-network",
    words=("social", "social media", "linkedin", "xing", "mastodon"),
    channel=Channel.SOCIAL,
)
