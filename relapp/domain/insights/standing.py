"""Twice a year: how do I stand with an A or B client? Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.business import STANDING_DAYS
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import around_words
from relapp.domain.relative import date_words
from relapp.domain.tiers import Tier
from relapp.domain.words import tr

SETTLED = 90
"""So many days after somebody became a client it can be said how one stands."""
_NEVER = 10_000
_TIER_DAYS = {Tier.A: 200, Tier.B: 0}


class Candidate(NamedTuple):
    """A client with my last mark, of 1 to 5, and its day."""

    person: int
    shown: str
    given: str
    tier: Tier
    score: int | None
    day: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """Who was never rated first, then the oldest mark."""
    for one in candidates:
        age = None if one.day is None else (today - one.day).days
        if age is not None and age <= STANDING_DAYS:
            continue
        if one.day is None:
            short, fact = tr("never rated"), tr("No mark yet")
            why = tr("You have not yet said how you stand with {given}.").format(given=one.given)
        else:
            short = tr("last rated {when}").format(when=around_words(one.day, today))
            fact = tr("{score} of 5 on {day}").format(score=one.score, day=date_words(one.day))
            why = tr("You rated your standing {score} of 5 {when}, more than half a year ago.").format(
                score=one.score, when=around_words(one.day, today)
            )
        yield Finding(
            one.person,
            tr("Rate your standing with {person}").format(person=one.shown),
            short,
            why,
            (tr("Client, {tier}").format(tier=one.tier), fact),
            weight=(_NEVER if age is None else age) + _TIER_DAYS.get(one.tier, 0),
        )


INSIGHT = Insight(
    key="standing",
    label=lambda: tr("Rate your standing again"),
    find=find,
    minutes=2,
    rest=150,
    rank=44,
)
