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
QUIET = 7
"""Who was in touch within so many days is not silent."""
THANKED = 30
"""Who was thanked within so many days, for whatever, waits."""
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
    """All of the ten: first who never had a turn, by place, then whose turn was longest ago.

    Who neither bought nor was ever in touch has nothing to be thanked for.
    """
    for one in sorted(candidates, key=lambda one: one.person):
        if one.thanked is not None and (today - one.thanked).days < THANKED:
            continue
        if one.amount:
            yield _finding(one, today, *_by_sales(one))
        elif one.last is not None:
            yield _finding(one, today, *_by_silence(one, one.last, today))


def _finding(one: Candidate, today: date, short: str, why: str, fact: str) -> Finding:
    if one.thanked is not None:
        why += " " + tr("Your last thank-you was {when}.").format(when=around_words(one.thanked, today))
    if one.turn is None:
        ago, turn = _NEVER, tr("No turn yet in the round of ten")
    else:
        ago = (today - one.turn).days
        turn = tr("The last turn in the round of ten was {when}").format(when=around_words(one.turn, today))
    return Finding(
        person=one.person,
        title=tr("Thank {name}").format(name=one.shown),
        short=short,
        why=why,
        facts=(fact, turn),
        weight=ago * (COUNT + 1) - one.place,
        fields={"what": one.what} if one.what else {},
    )


def _by_sales(one: Candidate) -> tuple[str, str, str]:
    told = {"name": one.shown, "n": one.place, "price": money_words(one.amount, one.currency)}
    return (
        tr("number {n} of your top ten").format(**told),
        tr("{name} is number {n} among your clients by sales in twelve months ({price}).").format(**told),
        tr("Sales in twelve months: {price}").format(**told),
    )


def _by_silence(one: Candidate, last: date, today: date) -> tuple[str, str, str]:
    told = {"name": one.shown, "span": span_words((today - last).days), "when": around_words(last, today)}
    return (
        tr("an A client, silent for {span}").format(**told),
        tr("{name} is an A client; your last contact was {when}.").format(**told),
        tr("A client, last contact {when}").format(**told),
    )


INSIGHT = Insight(
    key="top_ten",
    label=lambda: tr("Thank one of your ten best clients"),
    find=find,
    minutes=3,
    rest=60,
    rank=82,
    phrase="thank",
    channels=(Channel.CALL, Channel.EMAIL, Channel.LETTER, Channel.MESSAGE),
)
