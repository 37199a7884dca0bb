"""Ask how it goes 3, 30 and 90 days after something was delivered. What was only sold is not asked about yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import on_words, span_words
from relapp.domain.people import Channel
from relapp.domain.words import tr

WINDOWS = {3: 10, 30: 44, 90: 110}
"""The days after delivery from which to ask, and the last day on which that question still fits."""


class Candidate(NamedTuple):
    """A sale and the day it was delivered."""

    person: int
    shown: str
    given: str
    sale: int
    what: str
    delivered: date


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One for each sale in one of the windows; what passes sooner weighs more."""
    for one in sorted(candidates, key=lambda one: (one.person, one.sale)):
        days = (today - one.delivered).days
        for step, last in WINDOWS.items():
            if step <= days <= last:
                yield _finding(one, step, last - days, today)


def _finding(one: Candidate, step: int, left: int, today: date) -> Finding:
    title, reason = {
        3: (tr("Ask {name} how the delivery went"), tr("Asking now shows that you care after the sale as well.")),
        30: (tr("Ask {name} how it is working out"), tr("After a month they know whether it does what it should.")),
        90: (tr("Ask {name} what has come of it"), tr("After three months they know what it was worth.")),
    }[step]
    told = {"what": one.what, "when": on_words(one.delivered, today)}
    delivered = tr("You delivered “{what}” {when}.").format(**told)
    return Finding(
        person=one.person,
        title=title.format(name=one.shown),
        short=tr("“{what}”, delivered {when}").format(**told),
        why=f"{delivered} {reason}",
        facts=(tr("{span} since “{what}” was delivered").format(span=_span(one, today), what=one.what),),
        about=f"{one.sale}-{step}",
        weight=-left,
        fields={"what": one.what},
    )


def _span(one: Candidate, today: date) -> str:
    return span_words((today - one.delivered).days)


INSIGHT = Insight(
    key="after_sale",
    label=lambda: tr("Ask how it goes after a sale"),
    find=find,
    minutes=3,
    rest=0,
    rank=85,
    phrase="check_in",
    channels=(Channel.CALL, Channel.EMAIL, Channel.MESSAGE),
)
