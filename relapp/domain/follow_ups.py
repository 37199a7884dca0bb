"""Follow-ups: something to do about a person at a moment. Instants are UTC, days are local dates of mine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from relapp.domain.people import Channel
from relapp.domain.tiers import Tier


class State(StrEnum):
    """What is stored. Snoozed and overdue are open ones, seen at a moment (`standing`)."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class Standing(StrEnum):
    """How a follow-up stands at a moment, for lists and filters."""

    OVERDUE = "overdue"
    TODAY = "today"
    NEXT = "next"
    SNOOZED = "snoozed"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """A follow-up as the user gives it. `due` is an instant, or a date when it is all-day.

    `repeat` is "" or a text that `repeats.read` takes: an RFC 5545 rule ("FREQ=MONTHLY;BYDAY=1MO", from the plan) or
    "after 30 days" (from done).
    """

    person: int
    what: str
    due: datetime | date
    fixed: bool = False
    urgent: bool = False
    anyway: bool = False
    channel: Channel | None = None
    repeat: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up as it is stored.

    `series` joins the occurrences of a repeat; `anchor` is the due moment the rule counts from (the first one).
    `set_at` is when its due moment was last said, `closed_at` when it was done or skipped.
    """

    id: int
    uid: str
    series: str
    person: int
    what: str
    due: datetime | date
    fixed: bool
    urgent: bool
    anyway: bool
    channel: Channel | None
    repeat: str
    anchor: datetime | date
    note: str
    state: State
    snoozed_to: datetime | None
    snoozed_anyway: bool
    set_at: datetime
    closed_at: datetime | None
    created_at: datetime

    @property
    def all_day(self) -> bool:
        return not isinstance(self.due, datetime)


class FollowUpLine(NamedTuple):
    """A follow-up as a list shows it. `due` and `deliver_at` as in FollowUp; `standing` is of the moment it was read.

    `deliver_at` is the stored next delivery, None when closed. `missed` counts planned repeats that went by.
    """

    id: int
    person: int
    shown: str
    has_photo: bool
    tier: Tier | None
    what: str
    due: datetime | date
    standing: Standing
    deliver_at: datetime | None
    channel: Channel | None
    repeat: str
    fixed: bool
    urgent: bool
    snoozed_to: datetime | None
    closed_at: datetime | None
    missed: int
    note: str


@dataclass(frozen=True, slots=True)
class FollowUpFilter:
    """Which follow-ups: of these standings (empty: all open ones), of a person, of a channel, with these words."""

    standings: frozenset[Standing] = frozenset()
    person: int | None = None
    channel: Channel | None = None
    text: str = ""
