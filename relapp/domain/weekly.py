"""The weekly session: which suggestions fit into its minutes, and what became of them. Days are local dates of mine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relapp.domain.people import Channel
from relapp.domain.relative import weekday_name
from relapp.domain.words import tr


def session_name(weekday: int, minutes: int) -> str:
    """What the session is called, "Friday 15"; weekday 1 is Monday."""
    return tr("{weekday} {minutes}").format(weekday=weekday_name(weekday - 1), minutes=minutes)


class Said(StrEnum):
    """What became of a suggestion."""

    DONE = "done"
    LATER = "later"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A finding, ready to act on. `id` is the rule, the person and what it is about: the same act has the same id.

    `person` is None for housekeeping. `channel` None: nothing is sent. `reach` is the address for the channel (an
    e-mail address, a phone number, a profile's link), empty where none is known. `missing` are fields of the phrase
    that nothing is known for; the draft has a line to fill in for each. `then` days after which a follow-up is due.
    """

    id: str
    rule: str
    person: int | None
    shown: str
    subtitle: str
    title: str
    short: str
    why: str
    facts: tuple[str, ...]
    minutes: int
    channel: Channel | None
    reach: str = ""
    subject: str = ""
    draft: str = ""
    missing: tuple[str, ...] = ()
    then: int | None = None
    in_session: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A suggestion that was dealt with, as the log keeps it. `at` is UTC."""

    id: int
    name: str
    rule: str
    person: int | None
    shown: str
    said: Said
    day: date
    at: datetime
    minutes: int
    title: str
    why: str
    rests_until: date


@dataclass(frozen=True, slots=True)
class Session:
    """This week's: what is left of it and what was done, the others to choose from, and the weeks it was held.

    `minutes` is its length, `spent` what the done ones took; `weeks` tells of the last twelve whether it was held,
    this week last; `in_a_row` counts weeks up to now (this week only once it was held); `reached` people since
    1 January.
    """

    session: tuple[Suggestion, ...]
    others: tuple[Suggestion, ...]
    done: tuple[Act, ...]
    minutes: int
    spent: int
    weeks: tuple[bool, ...]
    in_a_row: int
    reached: int
    next_at: datetime | None = None
