"""Ask a client who is very content to pass my name on. Who has done so lately is not asked again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import around_words, on_words
from relapp.domain.people import Channel
from relapp.domain.words import tr

SCORE = 9
DAYS = 90
REFERRED_DAYS = 180
"""So long after sending somebody they are left in peace."""

_QUOTES = ' \n\t"“”„«»'
"""Whoever notes what was said may have put it between these; the sentence has its own."""


class Candidate(NamedTuple):
    """The newest mark of satisfaction, 0 to 10, with their words; `referred` is the day they last sent somebody."""

    person: int
    shown: str
    given: str
    score: int
    day: date
    words: str
    referred: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One for each; the highest mark weighs most, then the newest."""
    for one in sorted(candidates, key=lambda one: one.person):
        days = (today - one.day).days
        sent_lately = one.referred is not None and (today - one.referred).days <= REFERRED_DAYS
        if one.score >= SCORE and 0 <= days <= DAYS and not sent_lately:
            yield _finding(one, today, one.score * (DAYS + 1) - days)


def _finding(one: Candidate, today: date, weight: int) -> Finding:
    rated = {"name": one.shown, "score": one.score, "when": on_words(one.day, today)}
    words = one.words.strip(_QUOTES)
    said = tr(": “{words}”").format(words=words) if words else ""
    if one.referred is None:
        before = tr("Nobody has come to you through {name} yet.").format(name=one.given)
    else:
        when = around_words(one.referred, today)
        before = tr("The last one {name} sent to you came {when}.").format(name=one.given, when=when)
    return Finding(
        person=one.person,
        title=tr("Ask {name} for a referral").format(name=one.shown),
        short=tr("rated you {score} of 10 {when}").format(**rated),
        why=tr("{name} rated you {score} of 10 {when}.").format(**rated) + " " + before,
        facts=(tr("Satisfaction {when}: {score} of 10").format(**rated) + said,),
        weight=weight,
    )


INSIGHT = Insight(
    key="ask_referral",
    label=lambda: tr("Ask a content client for a referral"),
    find=find,
    minutes=3,
    rest=365,
    rank=60,
    phrase="referral",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE),
    then=14,
)
