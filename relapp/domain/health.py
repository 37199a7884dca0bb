"""How a relationship stands, in four parts that are never added up: cadence, rhythm, standing, reciprocity.

Each part has its sentence. Days are local dates of mine.
"""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median_low
from typing import NamedTuple

from relapp.domain.business import STANDING_DAYS, StandingMark
from relapp.domain.cadence import Standing, State
from relapp.domain.past_words import around_words, span_words
from relapp.domain.quiet import every_words
from relapp.domain.relative import date_words, late_words, minutes_words
from relapp.domain.rhythm import LEAST_GAPS, UNANSWERED, Usual
from relapp.domain.tiers import Tier
from relapp.domain.words import tr

RATED = frozenset({Tier.A, Tier.B})
"""Whose standing is asked for, twice a year."""
_EXACT = 600
"""From so many minutes on an answer takes hours, and minutes say nothing."""


class CadencePart(NamedTuple):
    """The silence against the cadence, and the day the next contact is due."""

    standing: Standing
    due_on: date | None

    def sentence(self, today: date) -> str:
        """ "In touch; next by 11 April 2026."."""
        found = self.standing
        if found.of is None or self.due_on is None:
            return _without_cadence(found)
        if found.late:
            return _late(found)
        if self.due_on == today:
            return tr("Due today.")
        day = date_words(self.due_on)
        if found.state is State.NEW:
            return tr("No contact yet; the first is due by {day}.").format(day=day)
        if found.state is State.SOON:
            return tr("Due soon, by {day}.").format(day=day)
        return tr("In touch; the next is due by {day}.").format(day=day)


def _without_cadence(found: Standing) -> str:
    if found.days is None:
        return tr("No contact yet.")
    if not found.days:
        return tr("No cadence; in touch today.")
    return tr("No cadence; the last contact was {span} ago.").format(span=span_words(found.days))


def _late(found: Standing) -> str:
    late = late_words(found.late)
    if found.days is None:
        return tr("No contact yet; {late}.").format(late=late)
    return tr("{late}; the last contact was {span} ago.").format(late=late, span=span_words(found.days))


class RhythmPart(NamedTuple):
    """The usual gap (None: too few are known), the days of silence, whether it is long by now, and the attempts since
    the last contact.
    """

    usual: Usual | None
    silent: int | None
    is_quiet: bool
    attempts: int

    def sentence(self) -> str:
        """ "Usually every 21 days, at most 34; silent for 64."."""
        if self.usual is None:
            said = tr("No rhythm yet; it takes {n} days of contact in three years").format(n=LEAST_GAPS + 1)
        else:
            often, most = every_words(self.usual.median), self.usual.p90
            said = tr("Usually {often}, at most {most}").format(often=often, most=most)
        if self.is_quiet and self.attempts >= UNANSWERED:
            return tr("{said}; your last {n} messages had no answer.").format(said=said, n=self.attempts)
        if self.is_quiet and self.silent is not None:
            return tr("{said}; silent for {n}.").format(said=said, n=self.silent)
        return tr("{said}.").format(said=said)


class StandingPart(NamedTuple):
    """The latest mark, and the day from which it is asked for again; None where it never is."""

    mark: StandingMark | None
    next_on: date | None

    def sentence(self, today: date) -> str:
        """ "4 of 5, rated in January; asked again from 3 July 2026."."""
        if self.mark is None:
            return tr("Not rated yet.") if self.next_on is None else tr("Not rated yet; asked in your weekly session.")
        when = around_words(self.mark.day, today)
        said = tr("{score} of 5, rated {when}").format(score=self.mark.score, when=when)
        if self.mark.would_tell is not None:
            told = (
                tr("they would tell you of a rival") if self.mark.would_tell else tr("they would not tell of a rival")
            )
            said = tr("{said}; {told}").format(said=said, told=told)
        if self.next_on is None:
            return tr("{said}.").format(said=said)
        if self.next_on <= today:
            return tr("{said}; time to ask again.").format(said=said)
        return tr("{said}; asked again from {day}.").format(said=said, day=date_words(self.next_on))


class ReciprocityPart(NamedTuple):
    """Contacts of the last year by who turned to whom, and how long they waited for my answers: business minutes."""

    inbound: int
    outbound: int
    waits: tuple[int, ...] = ()

    @property
    def share(self) -> float | None:
        """Theirs of those that carry a direction, 0 to 1."""
        both = self.inbound + self.outbound
        return self.inbound / both if both else None

    @property
    def answer_minutes(self) -> int | None:
        """The median of the waits."""
        return median_low(self.waits) if self.waits else None

    def sentence(self) -> str:
        """ "5 of 8 contacts in a year came from them; you answer within 3 h 20 of business time."."""
        both = self.inbound + self.outbound
        if not both:
            said = tr("Neither called or wrote to the other in a year")
        elif both == 1:
            said = tr("One contact in a year, from them") if self.inbound else tr("One contact in a year, from you")
        else:
            said = tr("{theirs} of {n} contacts in a year came from them").format(theirs=self.inbound, n=both)
        if self.answer_minutes is None:
            return tr("{said}.").format(said=said)
        if not self.answer_minutes:
            return tr("{said}; you answer before your hours begin.").format(said=said)
        minutes = self.answer_minutes
        time = minutes_words(minutes if minutes < _EXACT else round(minutes / 60) * 60)
        return tr("{said}; you answer within {time} of business time.").format(said=said, time=time)


class Health(NamedTuple):
    """The four parts of one person."""

    cadence: CadencePart
    rhythm: RhythmPart
    standing: StandingPart
    reciprocity: ReciprocityPart


def next_rating(mark: StandingMark | None, tier: Tier | None, today: date) -> date | None:
    """From when standing is asked for: twice a year for A and B clients, at once where it never was."""
    if tier not in RATED:
        return None
    return today if mark is None else mark.day + timedelta(days=STANDING_DAYS + 1)
