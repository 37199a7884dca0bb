"""What Today shows: who waits to hear from me, what is planned, and which days come round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from relapp.domain.answers import AnswerDue
from relapp.domain.dates import PartialDate
from relapp.domain.follow_ups import FollowUpLine
from relapp.domain.open_day import OpenDay


class Waiting(NamedTuple):
    """Somebody whose cadence says it is time. `last_contact` is seconds since 1970 UTC; `due_on` an ISO day."""

    person: int
    shown: str
    subtitle: str
    tier: str | None
    last_contact: int | None
    cadence_days: int
    due_on: str
    attempts: int
    has_photo: int


class Planned(NamedTuple):
    """An entry of the timeline that is still to come. `at` is seconds since 1970 UTC; `people` its names, joined."""

    entry: int
    at: int
    kind: str
    text: str
    place: str
    person: int
    people: str


class Round(StrEnum):
    """Which day of a person comes round."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    RENEWAL = "renewal"


class Dated(NamedTuple):
    """A stored date of somebody that may come round. `title` says what a renewal renews."""

    person: int
    shown: str
    what: str
    stored: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that comes round on `day`; `years` are completed then, None when the year isn't known.

    `title` says what a renewal renews; it is empty for the others.
    """

    person: int
    shown: str
    what: Round
    day: date
    years: int | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpsToday:
    """Follow-ups of the page: what was due before today, today (also what is snoozed until later today), and next.

    The lists are cut; the counts are of all. Of more overdue ones than the daily cap only those stand in the list that
    come first; `to_spread` of the others may be put on other days.
    """

    overdue: tuple[FollowUpLine, ...] = ()
    today: tuple[FollowUpLine, ...] = ()
    next: tuple[FollowUpLine, ...] = ()
    overdue_count: int = 0
    today_count: int = 0
    next_count: int = 0
    to_spread: int = 0


class NextUp(NamedTuple):
    """What comes next when nobody waits: a follow-up or, without `what`, a cadence. An instant, or a local day."""

    person: int
    shown: str
    what: str
    due: datetime | date


class DayReminder(NamedTuple):
    """A reminder of the present day, where it came or will come. `key` as in Reminder; `at` is UTC."""

    key: str
    person: int
    shown: str
    what: str
    at: datetime
    occasion: bool = False
    delivered: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class DayReminders:
    """All of a day in order of time. `held` of them waited through the quiet time before it.

    `since_yesterday`: that quiet time began on the day before, or later.
    """

    reminders: tuple[DayReminder, ...] = ()
    held: int = 0
    since_yesterday: bool = True


@dataclass(frozen=True, slots=True)
class Today:
    """Everything of the page. The lists of those who wait and of answers are cut; the counts are of all."""

    overdue: tuple[Waiting, ...]
    due: tuple[Waiting, ...]
    never: tuple[Waiting, ...]
    overdue_count: int
    due_count: int
    never_count: int
    planned: tuple[Planned, ...]
    occasions: tuple[Occasion, ...]
    day: OpenDay
    follow_ups: FollowUpsToday = FollowUpsToday()
    answers: tuple[AnswerDue, ...] = ()
    answers_count: int = 0
    people_count: int = 0
    """Who waits in all: by cadence, for a follow-up or for an answer, each person once."""
    done: bool = False
    """Whether a follow-up was closed, or somebody was in touch, today."""
    next_up: NextUp | None = None
    """Told when nobody waits."""

    @property
    def waiting_count(self) -> int:
        """How many people wait by their cadence."""
        return self.overdue_count + self.due_count + self.never_count


def month_days(first: date, days: int) -> list[str]:
    """`MM-DD` of each of `days` days from `first`; 29 February stands beside the 28th in common years."""
    found: list[str] = []
    for day in (first + timedelta(days=number) for number in range(days)):
        found.append(f"{day:%m-%d}")
        if PartialDate(None, 2, 29).in_year(day.year) == day and day.day == 28:
            found.append("02-29")
    return found


def coming_round(dated: Sequence[Dated], first: date, days: int) -> Iterator[Occasion]:
    """The occasions, soonest first, that fall into these days. A renewal also on its very first day."""
    found: list[Occasion] = []
    for one in dated:
        born, what = PartialDate.parse(one.stored), Round(one.what)
        day = None if born is None else born.next_from(first)
        if born is None or day is None or (day - first).days >= days:
            continue
        years = born.years_on(day)
        if years is None or years >= (0 if what is Round.RENEWAL else 1):
            found.append(Occasion(one.person, one.shown, what, day, years, one.title))
    yield from sorted(found, key=lambda one: (one.day, one.shown))
