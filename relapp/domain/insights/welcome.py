"""Welcome a new client: somebody who became one, or bought for the first time, within three weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import on_words
from relapp.domain.people import Channel
from relapp.domain.relative import day_words
from relapp.domain.words import tr

DAYS = 21


class Candidate(NamedTuple):
    """`since` when they are a new client, `sold` the day of their first sale ever, of `what`; either may be unknown."""

    person: int
    shown: str
    given: str
    since: date | None
    sold: date | None
    what: str


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One for each; who has been waiting longest weighs most."""
    for one in sorted(candidates, key=lambda one: one.person):
        since, sold = _recent(one.since, today), _recent(one.sold, today)
        start = since or sold
        if start is not None:
            yield _finding(one, start, sold, today)


def _recent(day: date | None, today: date) -> date | None:
    return day if day is not None and 0 <= (today - day).days <= DAYS else None


def _finding(one: Candidate, start: date, sold: date | None, today: date) -> Finding:
    client = tr("{name} has been a client since {day}.").format(name=one.shown, day=day_words(start, today))
    hint = tr("A welcome now says how to reach you and what comes next.")
    facts = [] if one.since is None else [tr("A new client since {day}").format(day=day_words(one.since, today))]
    if sold is not None:
        facts.append(tr("The first sale was {when}: “{what}”").format(when=on_words(sold, today), what=one.what))
    return Finding(
        person=one.person,
        title=tr("Welcome {name}").format(name=one.shown),
        short=tr("client since {day}").format(day=day_words(start, today)),
        why=f"{client} {hint}",
        facts=tuple(facts),
        weight=(today - start).days,
        fields={"what": one.what} if sold is not None else {},
    )


INSIGHT = Insight(
    key="welcome",
    label=lambda: tr("Welcome a new client"),
    find=find,
    minutes=4,
    rest=365,
    rank=90,
    phrase="welcome",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE),
    then=14,
)
