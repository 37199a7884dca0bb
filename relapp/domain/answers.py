"""Answers I owe: what came in one way, and nothing went back since. Due in business time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from relapp.domain.boundaries.hours import Hours
from relapp.domain.entries.kind import Direction, Effect, Outcome

ONE_WAY = frozenset({"email", "message", "letter", "social"})
"""Kinds that wait for an answer when they come in and count as contact; a call does when only a message was left."""
FORGOTTEN_AFTER = timedelta(days=30)
"""What came in before that is no longer asked after: an import of old notes raises no wall of unanswered letters."""


class Happened(NamedTuple):
    """What an entry tells about answering. `at` is seconds since 1970 UTC."""

    entry: int
    kind: str
    at: int
    direction: str
    outcome: str | None
    effect: str


class Unanswered(NamedTuple):
    """The oldest entry of a person that still waits for an answer. `at` is a UTC instant."""

    person: int
    shown: str
    entry: int
    at: datetime


class AnswerDue(NamedTuple):
    """An answer I owe: to the entry that came in `at`, by `due_at` (UTC). `outside_hours`: it came in quiet time."""

    person: int
    shown: str
    entry: int
    at: datetime
    due_at: datetime
    outside_hours: bool


def asks_for_answer(one: Happened) -> bool:
    """Whether it came in one way. What the user said doesn't count as contact asks for nothing."""
    if one.direction != Direction.IN:
        return False
    if one.kind == "call":
        return one.outcome == Outcome.LEFT_MESSAGE
    return one.kind in ONE_WAY and one.effect == Effect.CONTACT


def answers(one: Happened) -> bool:
    """Whether it settles what waits: whatever went out, and contact that went both ways."""
    return one.direction == Direction.OUT or (one.effect == Effect.CONTACT and not asks_for_answer(one))


def oldest_unanswered(entries: Iterable[Happened]) -> Happened | None:
    """The first since the last answer; `entries` are those of one person, oldest first."""
    waits: Happened | None = None
    for one in entries:
        if answers(one):
            waits = None
        elif waits is None and asks_for_answer(one):
            waits = one
    return waits


def waits(entries: Iterable[Happened]) -> list[tuple[int, int]]:
    """From when to when they waited for what I wrote or said next, in seconds; `entries` as in `oldest_unanswered`.

    What was settled otherwise, by their call or in a meeting, was no wait for an answer of mine.
    """
    found: list[tuple[int, int]] = []
    asked: Happened | None = None
    for one in entries:
        if answers(one):
            if asked is not None and one.direction == Direction.OUT:
                found.append((asked.at, one.at))
            asked = None
        elif asked is None and asks_for_answer(one):
            asked = one
    return found


def due(waiting: Sequence[Unanswered], hours: Hours, within: timedelta) -> list[AnswerDue]:
    """Each with its due moment, `within` so much open time of mine; soonest first. Never open: in plain time."""
    from relapp.domain.boundaries import spans

    found = [
        AnswerDue(
            one.person,
            one.shown,
            one.entry,
            one.at,
            spans.add_open_time(hours, one.at, within) or one.at + within,
            not spans.is_open(hours, one.at),
        )
        for one in waiting
    ]
    return sorted(found, key=lambda one: (one.due_at, one.at, one.person))
