"""What kinds of things happen, and how often: what counts as contact, and what lies around it."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.people import Channel, Permission, Tier
from relapp.domain.sample.cast import Role


@dataclass(frozen=True, slots=True)
class Slot:
    """One way something happens: the name of its texts, the kind, who turned to whom, and how often of a hundred."""

    texts: str
    kind: str
    weight: float
    direction: Direction = Direction.NONE
    outcome: Outcome | None = None


CONTACTS = (
    Slot("call spoke", "call", 20, Direction.OUT, Outcome.SPOKE),
    Slot("call in", "call", 9, Direction.IN, Outcome.SPOKE),
    Slot("video spoke", "video", 13, Direction.OUT, Outcome.SPOKE),
    Slot("email in", "email", 27, Direction.IN),
    Slot("message in", "message", 7, Direction.IN),
    Slot("meeting", "meeting", 12),
    Slot("lunch", "lunch", 7),
    Slot("visit", "visit", 5),
    Slot("social in", "social", 1.5, Direction.IN),
    Slot("letter in", "letter", 0.8, Direction.IN),
    Slot("gift in", "gift", 0.5, Direction.IN),
)
AROUND = (
    Slot("email out", "email", 46, Direction.OUT),
    Slot("note", "note", 21),
    Slot("call left_message", "call", 9, Direction.OUT, Outcome.LEFT_MESSAGE),
    Slot("call no_answer", "call", 5, Direction.OUT, Outcome.NO_ANSWER),
    Slot("message out", "message", 8, Direction.OUT),
    Slot("letter out", "letter", 3, Direction.OUT),
    Slot("gift out", "gift", 2, Direction.OUT),
    Slot("social out", "social", 5, Direction.OUT),
    Slot("video no_answer", "video", 1, Direction.OUT, Outcome.NO_ANSWER),
)
ATTEMPTS = tuple(slot for slot in AROUND if slot.texts in ("email out", "call left_message", "message out"))

TOGETHER = ("meeting", "lunch", "visit", "video")

_AROUND_ONE = {Tier.A: 1.15, Tier.B: 1.05, Tier.C: 0.9, None: 0.7}
_IN_ONE_ROOM = ("meeting", "lunch", "visit")
_LIKING = {
    Permission.PREFERRED: 2.2,
    Permission.ALLOWED: 1.0,
    Permission.URGENT_ONLY: 0.15,
    Permission.NOT_ALLOWED: 0.0,
}


class Urn:
    """Draws slots by weight, bent by what one person allows and by how far away they are."""

    def __init__(self, slots: tuple[Slot, ...], role: Role) -> None:
        self._slots = slots
        self._upto = tuple(accumulate(slot.weight * _bent(slot, role) for slot in slots))

    def draw(self, rng: random.Random) -> Slot:
        return self._slots[bisect_right(self._upto, rng.random() * self._upto[-1])]


def some_around(role: Role, rng: random.Random) -> int:
    """How many other things lie around one contact with this person."""
    return int(2 * _AROUND_ONE[role.person.tier] * rng.random() + 0.5)


def _bent(slot: Slot, role: Role) -> float:
    if slot.kind == "note":
        return 1.0
    liking = _LIKING[role.person.permissions.get(Channel(slot.kind), Permission.ALLOWED)]
    far = not role.person.time_zone.startswith(("Europe/", "Atlantic/")) and role.person.time_zone != ""
    if far and slot.kind in _IN_ONE_ROOM:
        return liking * 0.25
    return liking * 2 if far and slot.kind == "video" else liking
