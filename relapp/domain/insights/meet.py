"""Meet an A client in person who had neither lunch nor visit for a quarter. Calls and video don't count here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import around_words, span_words
from relapp.domain.people import Channel
from relapp.domain.words import tr

DAYS = 91
_NEVER = 1_000_000


class Candidate(NamedTuple):
    """An A client and the day of the last lunch or visit."""

    person: int
    shown: str
    given: str
    last: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """Each of them; who was never met first, then the longest ago."""
    for one in sorted(candidates, key=lambda one: one.person):
        days = _NEVER if one.last is None else (today - one.last).days
        if days >= DAYS:
            yield _finding(one, days, today)


def _finding(one: Candidate, days: int, today: date) -> Finding:
    if one.last is None:
        short = tr("no lunch or visit yet")
        why = tr("{name} is an A client, and the two of you have had no lunch or visit yet.").format(name=one.shown)
        fact = tr("No lunch or visit is noted")
    else:
        when = around_words(one.last, today)
        short = tr("no lunch or visit for {span}").format(span=span_words(days))
        why = tr("{name} is an A client; your last lunch or visit was {when}.").format(name=one.shown, when=when)
        fact = tr("Last lunch or visit {when}").format(when=when)
    return Finding(
        person=one.person,
        title=tr("Meet {name} in person").format(name=one.shown),
        short=short,
        why=why,
        facts=(fact,),
        weight=days,
        fields={"meeting": tr("lunch")},
    )


INSIGHT = Insight(
    key="meet",
    label=lambda: tr("Meet an A client in person"),
    find=find,
    minutes=3,
    rest=60,
    rank=54,
    phrase="check_in",
    channels=(Channel.LUNCH, Channel.VISIT, Channel.MEETING),
    then=7,
)
