"""Connect on LinkedIn with whom one has a profile of, and endorse them once a year."""

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

YEAR = 365
_WEIGHTS = {Tier.A: 2, Tier.B: 1, Tier.C: 0}


class Candidate(NamedTuple):
    """Somebody with a profile; `last` is the last day of a word on social media, either way."""

    person: int
    shown: str
    given: str
    tier: Tier
    last: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """Connect where there was never a word, endorse where the last is more than a year ago; A clients first."""
    for one in candidates:
        if one.last is None:
            yield Finding(
                one.person,
                tr("Connect with {person} on LinkedIn").format(person=one.shown),
                tr("never a word there yet"),
                tr("You have {given}’s profile and were never in touch there.").format(given=one.given),
                (tr("A link to a LinkedIn profile"), tr("No entry of social media")),
                weight=_WEIGHTS[one.tier],
            )
        elif (today - one.last).days > YEAR:
            yield Finding(
                one.person,
                tr("Endorse {person} on LinkedIn").format(person=one.shown),
                tr("last word there {when}").format(when=around_words(one.last, today)),
                tr("Your last word on social media was {when}: {span} ago.").format(
                    when=around_words(one.last, today), span=span_words((today - one.last).days)
                ),
                (tr("A link to a LinkedIn profile"), tr("Social media, {day}").format(day=date_words(one.last))),
                weight=_WEIGHTS[one.tier],
            )


INSIGHT = Insight(
    key="linkedin",
    label=lambda: tr("Connect or endorse on LinkedIn"),
    find=find,
    minutes=2,
    rest=YEAR,
    rank=40,
    channels=(Channel.SOCIAL,),
)
