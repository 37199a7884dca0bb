"""Follow-ups: something to do about a person at a moment. Instants are UTC, days are local dates of mine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
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
    anyway: bool = False

    @property
    def movable(self) -> bool:
        """Whether it may be put on another day: neither fixed nor urgent nor to be delivered anyway."""
        return not (self.fixed or self.urgent or self.anyway)


@dataclass(frozen=True, slots=True)
class FollowUpFilter:
    """Which follow-ups: of these standings (empty: all open ones), of a person, of a channel, with these words."""

    standings: frozenset[Standing] = frozenset()
    person: int | None = None
    channel: Channel | None = None
    text: str = ""


class Spread(NamedTuple):
    """So many follow-ups were put on so many days, of which `last` is the last."""

    moved: int
    days: int
    last: date


class DeliveryRecord(NamedTuple):
    """What became of one delivery: when it was intended, shown and confirmed, by which back end, and why then."""

    due: datetime | date
    intended: datetime
    shown: datetime | None
    confirmed: datetime | None
    back_end: str
    held: bool
    late: bool
    times: int
    reason: str
    dismissed: datetime | None


def standing_of(
    due: datetime | date, snoozed_to: datetime | None, state: State, now: datetime, zone: tzinfo
) -> Standing:
    """How it stands at `now`. Overdue is what was due on a day before today: today's stays today's until midnight."""
    if state is not State.OPEN:
        return Standing.DONE if state is State.DONE else Standing.SKIPPED
    if snoozed_to is not None and snoozed_to > now:
        return Standing.SNOOZED
    day, today = day_of(due, zone), now.astimezone(zone).date()
    return Standing.OVERDUE if day < today else Standing.TODAY if day == today else Standing.NEXT


def day_of(due: datetime | date, zone: tzinfo) -> date:
    """The local day of a due moment."""
    return due.astimezone(zone).date() if isinstance(due, datetime) else due


def as_new(follow_up: FollowUp) -> NewFollowUp:
    """The follow-up as it would be given to make it again."""
    return NewFollowUp(
        person=follow_up.person,
        what=follow_up.what,
        due=follow_up.due,
        fixed=follow_up.fixed,
        urgent=follow_up.urgent,
        anyway=follow_up.anyway,
        channel=follow_up.channel,
        repeat=follow_up.repeat,
        note=follow_up.note,
    )
