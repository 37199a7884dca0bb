"""Thank who spent the most in the seven days up to today; thanks for a whole year are another rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.money import money_words
from relapp.domain.past_words import around_words, on_words
from relapp.domain.people import Channel
from relapp.domain.words import tr

DAYS = 7


class Candidate(NamedTuple):
    """`amount` in minor units of `currency`, spent in the seven days; `place` 1 spent the most of everybody.

    `what` and `last` are of the latest sale; `thanked` is the day of the last thank-you.
    """

    person: int
    shown: str
    given: str
    organisation: str
    place: int
    amount: int
    currency: str
    sales: int
    what: str
    last: date
    thanked: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """The one who spent the most; nobody while that one rests, for the next one did not."""
    first = (one for one in candidates if one.place == 1 and 0 <= (today - one.last).days < DAYS)
    best = min(first, key=lambda one: one.person, default=None)
    if best is not None:
        yield _finding(best, today)


def _finding(one: Candidate, today: date) -> Finding:
    price = money_words(one.amount, one.currency)
    who = one.organisation or one.shown
    why = tr("{who} spent the most with you this week ({price}).").format(who=who, price=price)
    if one.thanked is not None:
        thanked = tr("Your last thank-you was {when}.").format(when=around_words(one.thanked, today))
        why = f"{why} {thanked}"
    return Finding(
        person=one.person,
        title=tr("Thank {name}").format(name=one.shown),
        short=tr("biggest spender this week"),
        why=why,
        facts=(_sold(one, today),),
        fields={"what": one.what, "price": price},
    )


def _sold(one: Candidate, today: date) -> str:
    latest = {"what": one.what, "when": on_words(one.last, today)}
    if one.sales == 1:
        return tr("One sale in seven days, {when}: “{what}”").format(**latest)
    return tr("{n} sales in seven days, the last {when}: “{what}”").format(n=one.sales, **latest)


INSIGHT = Insight(
    key="thank_spender",
    label=lambda: tr("Thank who spent the most this week"),
    find=find,
    minutes=3,
    rest=30,
    rank=80,
    phrase="thank",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE),
)
