"""A video call: goes both ways by nature, unless nobody came."""

from __future__ import annotations

from relapp.domain.entries.kind import Direction, EntryKind, Outcome
from relapp.domain.people import Channel
from relapp.domain.words import tr


def _label() -> str:
    return tr("Video")


def _title(direction: Direction, names: str, outcome: Outcome | None = None) -> str:
    if direction is Direction.OUT and outcome in (Outcome.LEFT_MESSAGE, Outcome.NO_ANSWER):
        return tr("Video call to {names}").format(names=names)
    return tr("Video call with {names}").format(names=names)


KIND = EntryKind(
    key="video",
    label=_label,
    title=_title,
    icon="video-camera",
    words=("video", "video call", "videocall", "video-call", "zoom", "teams"),
    channel=Channel.VIDEO,
    outcomes=(Outcome.SPOKE, Outcome.LEFT_MESSAGE, Outcome.NO_ANSWER),
    both_ways=True,
    attempts=True,
)
