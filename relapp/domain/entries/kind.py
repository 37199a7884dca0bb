"""What every kind of entry tells about itself; one kind is one file beside this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from relapp.domain.people import Channel


class Direction(StrEnum):
    """Who turned to whom."""

    IN = "in"
    OUT = "out"
    NONE = "none"


class Outcome(StrEnum):
    """What became of it, where that is a question (calls, video)."""

    SPOKE = "spoke"
    LEFT_MESSAGE = "left_message"
    NO_ANSWER = "no_answer"


class Effect(StrEnum):
    """What an entry does to the cadence: contact resets it, an attempt only counts as tried."""

    CONTACT = "contact"
    ATTEMPT = "attempt"
    NONE = "none"


class Title(Protocol):
    """What an entry is called on the screen: "Call with Tom", "E-mail from Tom"; `names` are ready to show."""

    def __call__(self, direction: Direction, names: str, outcome: Outcome | None = None) -> str: ...


@dataclass(frozen=True, slots=True)
class EntryKind:
    """One kind of entry.

    `key` is stored; `label` and `title` are for the screen; `icon` is a name of the Phosphor set;
    `words` are what quick entry understands, English, lower case, at most two each;
    `both_ways` kinds are contact by nature;
    `outcomes` are offered for it, the first is the default; `attempts`: an outbound one without answer counts as tried.
    """

    key: str
    label: Callable[[], str]
    title: Title
    icon: str
    words: tuple[str, ...]
    channel: Channel | None
    direction: Direction = Direction.OUT
    outcomes: tuple[Outcome, ...] = ()
    both_ways: bool = False
    attempts: bool = False

    def effect(self, direction: Direction, outcome: Outcome | None, said: bool | None = None) -> Effect:
        """Contact or attempt; `said` is the user's own tick and wins over the rule of `product.md`."""
        if said:
            return Effect.CONTACT
        if said is None and self._is_contact(direction, outcome):
            return Effect.CONTACT
        if self.attempts and direction is Direction.OUT:
            return Effect.ATTEMPT
        return Effect.NONE

    def _is_contact(self, direction: Direction, outcome: Outcome | None) -> bool:
        if self.channel is None:
            return False
        if outcome in (Outcome.LEFT_MESSAGE, Outcome.NO_ANSWER):
            return False
        return self.both_ways or direction is Direction.IN or outcome is Outcome.SPOKE
