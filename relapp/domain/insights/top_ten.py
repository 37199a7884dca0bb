"""Thank one of the ten best clients each week, in turn: best by a year’s sales, else A clients by their silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.money import money_words
from relapp.domain.past_words import around_words, span_words
from relapp.domain.people import Channel
from relapp.domain.words import tr

DAYS = 365
COUNT = 10
_NEVER = 1_000_000
"""Counts as more days than anybody was thanked ago."""


class Candidate(NamedTuple):
    """`place` among the ten. `amount` in minor units of `currency`, spent in a year; 0 where silence decides.

    `last` is the day of the last contact, `turn` when this rule last had them thanked, `thanked` when any did.
    """

    person: int
    shown: str
    given: str
    place: int
    amount: int
    currency: str
    what: str
    last: date | None
    turn: date | None
    thanked: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """All of the ten: first who never had a turn, by place, then whose turn was longest ago."""
    for one in sorted(candidates, key=lambda one: one.person):
        ago = _NEVER if one.turn is None else (today - one.turn).days
        yield Finding(
            person=one.person,
            title=tr("Thank {name}").format(name=one.shown),
            short=_short(one, today),
            why=_why(one, today),
            facts=_facts(one, today),
            weight=ago * (COUNT + 1) - one.place,
            fields={"what": one.what} if one.what else {},
        )


def _short(one: Candidate, today: date) -> str:
    if one.amount:
        return tr("number {n} of your top ten").format(n=one.place)
    if one.last is None:
        return tr("an A client without any contact yet")
    return tr("an A client, silent for {span}").format(span=span_words(max(1, (today - one.last).days)))


def _why(one: Candidate, today: date) -> str:
    if one.amount:
        price = money_words(one.amount, one.currency)
        why = tr("{name} is number {n} of your clients by the sales of a year ({price}).").format(
            name=one.shown, n=one.place, price=price
        )
    elif one.last is None:
        why = tr("{name} is an A client, and there has been no contact yet.").format(name=one.shown)
    else:
        when = around_words(one.last, today)
        why = tr("{name} is an A client; your last contact was {when}.").format(name=one.shown, when=when)
    if one.thanked is None:
        return why
    return f"{why} " + tr("Your last thank-you was {when}.").format(when=around_words(one.thanked, today))


def _facts(one: Candidate, today: date) -> tuple[str, ...]:
    if one.amount:
        spent = tr("Sales in twelve months: {price}").format(price=money_words(one.amount, one.currency))
    elif one.last is None:
        spent = tr("A client, never contacted")
    else:
        spent = tr("A client, last contact {when}").format(when=around_words(one.last, today))
    if one.turn is None:
        return spent, tr("No turn yet in the round of ten")
    return spent, tr("The last turn in the round of ten was {when}").format(when=around_words(one.turn, today))


INSIGHT = Insight(
    key="top_ten",
    label=lambda: tr("Thank one of your ten best clients"),
    find=find,
    minutes=3,
    rest=60,
    rank=50,
    phrase="thank",
    channels=(Channel.CALL, Channel.EMAIL, Channel.LETTER, Channel.MESSAGE),
)
