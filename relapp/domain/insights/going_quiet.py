"""Somebody goes quiet: silent for long against their own rhythm, or not answering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.people import Channel
from relapp.domain.quiet import whole_days
from relapp.domain.relative import counted, date_words
from relapp.domain.tiers import Tier
from relapp.domain.words import tr

_WEIGHTS = {Tier.A: 3000, Tier.B: 2000, Tier.C: 1000}
_MOST_DAYS = 999


class Candidate(NamedTuple):
    """Their rhythm: `usual` days between contacts (the median), `last` contact, quiet since `quiet_on`.

    `unanswered` is how many attempts there were since; `by_attempts` tells that these made it quiet.
    """

    person: int
    shown: str
    given: str
    tier: Tier | None
    quiet_on: date
    last: date | None
    usual: float | None
    by_attempts: bool
    unanswered: int


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """By tier, then who went quiet last: there the thread is the easiest to take up."""
    for one in candidates:
        if one.quiet_on > today:
            continue
        days = (today - one.quiet_on).days
        silent = None if one.last is None else (today - one.last).days
        yield Finding(
            one.person,
            tr("Get back in touch with {person}").format(person=one.shown),
            _short(one, silent),
            _why(one, silent),
            _facts(one),
            weight=(0 if one.tier is None else _WEIGHTS[one.tier]) - min(days, _MOST_DAYS),
        )


def _short(one: Candidate, silent: int | None) -> str:
    if one.by_attempts or silent is None:
        return counted(one.unanswered, tr("one message without an answer"), tr("{n} messages without an answer"))
    return counted(silent, tr("silent for a day"), tr("silent for {n} days"))


def _why(one: Candidate, silent: int | None) -> str:
    said = []
    if one.usual is not None and silent is not None:
        usual = counted(whole_days(one.usual), tr("Usually every day"), tr("Usually every {n} days"))
        said.append(tr("{usual}; silent for {silent}.").format(usual=usual, silent=silent))
    if one.by_attempts or not said:
        said.append(
            counted(one.unanswered, tr("Your last message had no answer."), tr("Your last {n} messages had no answer."))
        )
    return " ".join(said)


def _facts(one: Candidate) -> tuple[str, ...]:
    last = tr("No contact yet") if one.last is None else tr("Last contact: {day}").format(day=date_words(one.last))
    facts = [last]
    if one.usual is not None:
        facts.append(counted(whole_days(one.usual), tr("Rhythm: a day"), tr("Rhythm: {n} days")))
    if one.unanswered:
        facts.append(tr("Attempts since: {count}").format(count=one.unanswered))
    return tuple(facts)


INSIGHT = Insight(
    key="going_quiet",
    label=lambda: tr("Going quiet"),
    find=find,
    minutes=5,
    rest=30,
    rank=75,
    phrase="check_in",
    channels=(Channel.CALL, Channel.EMAIL, Channel.MESSAGE),
    then=14,
)
