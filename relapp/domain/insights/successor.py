"""A contact left a client: introduce myself to the successor, or ask who follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from relapp.domain.dates import PartialDate
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import on_words
from relapp.domain.people import Channel
from relapp.domain.relative import date_words, day_words
from relapp.domain.words import tr

DAYS = 120
"""How long after somebody left."""
HAND_OVER = 60
"""Who began so many days before the other left, or later, may be the successor."""


class Candidate(NamedTuple):
    """Somebody who is now where a contact left: `left` is who left, `post` their position there, `until` its end.

    `title` and `since` are of the person's own position there, `met` the last day of contact; `free` tells whether
    the person may be turned to now.
    """

    person: int
    shown: str
    given: str
    left: str
    post: int
    post_title: str
    organisation: str
    until: PartialDate
    title: str
    since: PartialDate | None
    met: date | None
    free: bool


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One finding for each who left: the successor, unless there was contact since they began, else the newest."""
    ordered = sorted(candidates, key=lambda one: (one.post, one.person))
    for _, group in groupby(ordered, key=lambda one: one.post):
        others = list(group)
        until = others[0].until.last()
        if until is None or others[0].until.month is None:
            continue
        until = min(until, today) if (others[0].until.first() or today) <= today else until
        if not 0 <= (today - until).days <= DAYS:
            continue
        found = _of_post(others, until, today)
        if found is not None:
            yield found


def _of_post(others: Sequence[Candidate], until: date, today: date) -> Finding | None:
    after = [one for one in others if _since(one) >= until - timedelta(days=HAND_OVER)]
    if after:
        one = max(after, key=lambda one: (_same_title(one), _since(one), -one.person))
        known = one.met is not None and one.met >= _since(one)
        return _introduce(one, until, today) if one.free and not known else None
    one = max(others, key=lambda one: (_since(one), -one.person))
    return _ask(one, until, today) if one.free else None


def _introduce(one: Candidate, until: date, today: date) -> Finding:
    return Finding(
        one.person,
        tr("Introduce yourself to {person}").format(person=one.shown),
        tr("follows {left} at {organisation}").format(left=one.left, organisation=one.organisation),
        tr("{left} left {organisation} {when}. {given} has been there since {since}.").format(
            left=one.left,
            organisation=one.organisation,
            when=_when(one.until, until, today),
            given=one.given,
            since=_began(one, today),
        ),
        _facts(one),
        about=str(one.post),
        weight=2 * DAYS - (today - until).days,
        fields={"left": one.left},
    )


def _ask(one: Candidate, until: date, today: date) -> Finding:
    return Finding(
        one.person,
        tr("Ask {person} who follows {left}").format(person=one.shown, left=one.left),
        tr("{left} left {organisation}").format(left=one.left, organisation=one.organisation),
        tr("{left} left {organisation} {when}, and nobody who began since is known.").format(
            left=one.left, organisation=one.organisation, when=_when(one.until, until, today)
        ),
        _facts(one),
        about=str(one.post),
        weight=DAYS - (today - until).days,
        fields={"left": one.left},
    )


def _when(until: PartialDate, day: date, today: date) -> str:
    return on_words(day, today) if until.day else tr("in {month}").format(month=date_words(until))


def _began(one: Candidate, today: date) -> str:
    if one.since is None:
        return ""
    return day_words(_since(one), today) if one.since.day else date_words(one.since)


def _facts(one: Candidate) -> tuple[str, ...]:
    left = tr("{person}, {title}, until {day}") if one.post_title else tr("{person}, until {day}")
    stays = (
        (tr("{person}, {title}, since {day}") if one.title else tr("{person}, since {day}"))
        if one.since
        else (tr("{person}, {title}") if one.title else "{person}")
    )
    since = "" if one.since is None else date_words(one.since)
    return (
        left.format(person=one.left, title=one.post_title, day=date_words(one.until)),
        stays.format(person=one.shown, title=one.title, day=since),
    )


def _since(one: Candidate) -> date:
    """The first day there; long ago where it is not known."""
    return (one.since.first() if one.since is not None else None) or date.min + timedelta(days=HAND_OVER)


def _same_title(one: Candidate) -> bool:
    return bool(one.title) and one.title.casefold() == one.post_title.casefold()


INSIGHT = Insight(
    key="successor",
    label=lambda: tr("Get to know the successor"),
    find=find,
    minutes=5,
    rest=14,
    rank=64,
    phrase="check_in",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE, Channel.LETTER),
    then=14,
)
