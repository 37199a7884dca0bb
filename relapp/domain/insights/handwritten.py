"""A note by hand to a few each quarter: A and B clients with a postal address who had no letter for a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import around_words, span_words
from relapp.domain.people import Channel
from relapp.domain.tiers import Tier
from relapp.domain.words import tr

DAYS = 365
A_QUARTER = 3
_NEVER = 1_000_000


class Candidate(NamedTuple):
    """The day of the last letter, and how many notes this rule led to since the quarter began."""

    person: int
    shown: str
    given: str
    tier: Tier
    last: date | None
    sent: int


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """Each of them until the quarter has had its three; who never had a letter first, then whose is oldest."""
    for one in sorted(candidates, key=lambda one: one.person):
        days = _NEVER if one.last is None else (today - one.last).days
        if days >= DAYS and one.sent < A_QUARTER:
            yield _finding(one, days, today)


def _finding(one: Candidate, days: int, today: date) -> Finding:
    client = tr("{name} is an A client") if one.tier is Tier.A else tr("{name} is a {tier} client")
    if one.last is None:
        short, letter = tr("no letter from you yet"), tr("has had no letter from you yet")
    else:
        short = tr("no letter for {span}").format(span=span_words(days))
        letter = tr("your last letter was {when}").format(when=around_words(one.last, today))
    why = tr("{client}, and {letter}. Of three notes by hand a quarter this would be number {n}.")
    return Finding(
        person=one.person,
        title=tr("Write a note by hand to {name}").format(name=one.shown),
        short=short,
        why=why.format(client=client.format(name=one.shown, tier=one.tier), letter=letter, n=one.sent + 1),
        facts=(
            tr("No letter yet")
            if one.last is None
            else tr("Last letter {when}").format(when=around_words(one.last, today)),
            tr("Notes by hand this quarter: {n} of {most}").format(n=one.sent, most=A_QUARTER),
        ),
        weight=days,
    )


INSIGHT = Insight(
    key="handwritten",
    label=lambda: tr("Write a note by hand"),
    find=find,
    minutes=5,
    rest=365,
    rank=54,
    phrase="thank",
    channels=(Channel.LETTER,),
)
