"""Ask an A or B client for feedback, or for an idea: whoever is asked stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import around_words, span_words
from relapp.domain.people import Channel
from relapp.domain.relative import date_words
from relapp.domain.tiers import Tier
from relapp.domain.words import tr

DAYS = 180
"""Who was heard within so many days is not asked."""
_NEVER = 10_000
_TIER_DAYS = {Tier.A: 200, Tier.B: 0}
"""An A client weighs as much as so many days of not having been heard."""


class Candidate(NamedTuple):
    """An active client; `heard` is the last day of a mark or an idea of theirs."""

    person: int
    shown: str
    given: str
    tier: Tier
    heard: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """Who was never heard first, then who was not for longest."""
    for one in candidates:
        days = None if one.heard is None else (today - one.heard).days
        if days is not None and days < DAYS:
            continue
        if one.heard is None or days is None:
            short = tr("opinion not known yet")
            why = tr("What {given} thinks of your work is not known yet.").format(given=one.given)
            fact = tr("No rating and no idea noted")
        else:
            short = tr("last heard {span} ago").format(span=span_words(days))
            why = tr("You last heard {given}’s opinion {when}, {span} ago.").format(
                given=one.given, when=around_words(one.heard, today), span=span_words(days)
            )
            fact = tr("Last rating or idea: {day}").format(day=date_words(one.heard))
        yield Finding(
            one.person,
            tr("Ask {person} for feedback or an idea").format(person=one.shown),
            short,
            why,
            (tr("Active client, {tier}").format(tier=one.tier), fact),
            weight=(_NEVER if days is None else days) + _TIER_DAYS.get(one.tier, 0),
        )


INSIGHT = Insight(
    key="ask_idea",
    label=lambda: tr("Ask for feedback or an idea"),
    find=find,
    minutes=3,
    rest=DAYS,
    rank=52,
    phrase="survey",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE),
    then=14,
)
