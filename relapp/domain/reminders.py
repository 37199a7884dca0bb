"""What is delivered: a follow-up or an occasion as the rules of delivery see it, and when and why it comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relapp.domain.boundaries.hours import Hours
from relapp.domain.people import Channel
from relapp.domain.tiers import Tier


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to deliver. `due` is a UTC instant, or a local date of mine when it is all-day.

    `key` is unique: "f:12" a follow-up, "birthday:3", "anniversary:3" of a person, "occasion:5". `set_at` is when the
    due moment was last said. A snooze replaces `due` for delivery alone. `theirs` are the person's own hours.
    """

    key: str
    person: int
    what: str
    due: datetime | date
    set_at: datetime
    fixed: bool = False
    urgent: bool = False
    anyway: bool = False
    channel: Channel | None = None
    tier: Tier | None = None
    theirs: Hours | None = None
    hold_until: date | None = None
    snoozed_to: datetime | None = None
    snoozed_anyway: bool = False
    occasion: bool = False
    missed: int = 0

    @property
    def all_day(self) -> bool:
        return not isinstance(self.due, datetime)

    @property
    def moment(self) -> str:
        """What this popup is about, once only: the snooze, else the due moment, as ISO text."""
        return (self.snoozed_to or self.due).isoformat()


@dataclass(frozen=True, slots=True)
class Delivery:
    """When a reminder comes (UTC), the sentence that says why then, and whether that is after it was due.

    `held` is true when quiet time moved it back: these are what the cap counts.
    """

    at: datetime
    reason: str
    late: bool
    held: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder with its delivery among the others. `digest`: it arrives together with others of that opening."""

    reminder: Reminder
    at: datetime
    reason: str
    late: bool
    held: bool = False
    digest: bool = False
    pushed: bool = False  # the cap moved it to another day


class Door(StrEnum):
    """How I stand to the world right now."""

    OPEN = "open"
    QUIET = "quiet"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Status:
    """What side bar and tray say: open or quiet until `until` (None: no end in sight), and what stands at the door.

    `waiting` reminders are due and held back; `shown` were delivered and are still open (the tray's number). `breaks`
    is the quiet time within today's open hours that comes next, if any: its two instants.
    """

    door: Door
    until: datetime | None
    waiting: int
    shown: int
    breaks: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A reminder that was delivered and is still open, as the tray's menu and our own window show it."""

    reminder: Reminder
    name: str
    at: datetime
    reason: str
    late: bool
    again: bool  # it may have been seen before the app was killed


@dataclass(frozen=True, slots=True)
class Logged:
    """A reminder in the log of deliveries. `moment` as in Reminder; `again`: it was shown more than once."""

    key: str
    moment: str
    person: int
    due: datetime | date
    intended_at: datetime
    shown_at: datetime | None
    confirmed_at: datetime | None
    late: bool
    again: bool
    reason: str
