"""Dates that come round, and how they are announced: birthday, anniversary, renewal. Days are local dates of mine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from relapp.domain.boundaries.hours import Hours
from relapp.domain.dates import PartialDate
from relapp.domain.relative import month_name
from relapp.domain.reminders import Reminder
from relapp.domain.tiers import Tier
from relapp.domain.words import tr


class OccasionKind(StrEnum):
    """Birthday and anniversary lie with the person; a person may have several renewals."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    RENEWAL = "renewal"


@dataclass(frozen=True, slots=True)
class Occasion:
    """How a date of a person is announced: `lead_days` before. `id` 0: nothing was said, the defaults hold.

    `popup` None follows the tier: A and B get one. A renewal has a `title` and its own `day`.
    """

    person: int
    kind: OccasionKind
    day: PartialDate
    title: str = ""
    lead_days: int = 0
    popup: bool | None = None
    id: int = 0

    @property
    def key(self) -> str:
        """The reminder's key."""
        return f"occasion:{self.id}" if self.kind is OccasionKind.RENEWAL else f"{self.kind}:{self.person}"


@dataclass(frozen=True, slots=True)
class Celebrated:
    """An occasion with what its reminder must know of the person."""

    occasion: Occasion
    tier: Tier | None
    hold_until: date | None
    since: datetime
    theirs: Hours | None = None

    @property
    def pops_up(self) -> bool:
        """Only for A and B clients, or where the user ticked it."""
        said = self.occasion.popup
        return self.tier in (Tier.A, Tier.B) if said is None else said


def rounds(day: PartialDate, first: date, last: date) -> Iterator[date]:
    """The days in `[first, last)` on which it comes round; never before its own year."""
    for year in range(first.year, last.year + 1):
        found = day.in_year(year)
        if found is None or found < first or found >= last:
            continue
        if day.year is None or year >= day.year:
            yield found


def reminders(celebrated: Celebrated, first: date, last: date) -> Iterator[Reminder]:
    """One for each time its lead day falls into `[first, last)`; none where no popup is wanted."""
    if not celebrated.pops_up:
        return
    one = celebrated.occasion
    lead = timedelta(days=one.lead_days)
    for day in rounds(one.day, first + lead, last + lead):
        years = one.day.years_on(day)
        if years == 0 and one.kind is not OccasionKind.RENEWAL:
            continue
        yield Reminder(
            key=one.key,
            person=one.person,
            what=words(one, day, years),
            due=day - lead,
            set_at=celebrated.since,
            fixed=True,
            tier=celebrated.tier,
            hold_until=celebrated.hold_until,
            occasion=True,
        )


def words(occasion: Occasion, day: date, years: int | None) -> str:
    """What a reminder says beside the name: “Birthday on 15 March: 40 years”."""
    named = {
        OccasionKind.BIRTHDAY: tr("Birthday"),
        OccasionKind.ANNIVERSARY: tr("Anniversary"),
        OccasionKind.RENEWAL: tr("Renewal"),
    }
    title = occasion.title or named[occasion.kind]
    on = tr("{day} {month}").format(day=day.day, month=month_name(day.month))
    if not years:
        return tr("{occasion} on {day}").format(occasion=title, day=on)
    if years == 1:
        return tr("{occasion} on {day}: one year").format(occasion=title, day=on)
    return tr("{occasion} on {day}: {years} years").format(occasion=title, day=on, years=years)
