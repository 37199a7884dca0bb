"""Ask about a trip that ended, or about an event that passed: openers that grew ripe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.dates import PartialDate
from relapp.domain.facts import Fact, Section
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.markup import to_plain
from relapp.domain.openers import fact_words, openers
from relapp.domain.past_words import on_words
from relapp.domain.people import Channel
from relapp.domain.relative import date_words, day_words, month_name
from relapp.domain.words import tr

FIRST, LAST = 1, 14
"""So many days after the end it is asked about: from, to."""


class Candidate(NamedTuple):
    """A fact with its day, or with its span."""

    person: int
    shown: str
    given: str
    id: int
    section: Section
    label: str
    text: str
    day: PartialDate
    ends: PartialDate | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One finding a fact; travels before the rest, then what ended last weighs most."""
    for one in candidates:
        end = _end(one)
        if end is None or not FIRST <= (today - end).days <= LAST:
            continue
        fact = Fact(one.id, one.person, one.section, one.label, one.text, one.day, one.ends)
        words = fact_words(one.label, one.text).rstrip(".")
        asked = next(iter(openers((fact,), (), today)), None)
        if asked is None or not words:
            continue
        yield Finding(
            one.person,
            _title(one),
            asked.text,
            _why(one, words, end, today),
            (_fact(one, words),),
            about=str(one.id),
            weight=(LAST if one.section is Section.TRAVEL else 0) - (today - end).days,
            fields={"opener": _question(asked.text)},
        )


def _end(one: Candidate) -> date | None:
    first, last = one.day.first(), one.day.last()
    if first is None or last is None or one.day.month is None:
        return None
    until = one.ends.last() if one.ends is not None else None
    return max(first, until or last)


def _title(one: Candidate) -> str:
    label = to_plain(one.label)
    if one.section is Section.TRAVEL or not label:
        return tr("Ask {person} how it went").format(person=one.shown)
    return tr("Ask {person} about “{what}”").format(person=one.shown, what=label)


def _question(asked: str) -> str:
    if asked.endswith("?"):
        return asked
    return tr("You told me about this: {words}. How did it go?").format(words=asked.rstrip("."))


def _why(one: Candidate, words: str, end: date, today: date) -> str:
    if one.section is Section.TRAVEL:
        back = tr("{given} has been back since {when}.").format(given=one.given, when=day_words(end, today))
        return tr("{back} You noted “{words}”.").format(back=back, words=words)
    if one.day.day is None and one.ends is None:
        return tr("You noted “{words}”; that was in {month}.").format(words=words, month=month_name(end.month))
    return tr("You noted “{words}”; that was {when}.").format(words=words, when=on_words(end, today))


def _fact(one: Candidate, words: str) -> str:
    if one.ends is None or one.ends == one.day:
        return tr("{words}, {day}").format(words=words, day=date_words(one.day))
    return tr("{words}, {first} to {last}").format(words=words, first=date_words(one.day), last=date_words(one.ends))


INSIGHT = Insight(
    key="ripe_opener",
    label=lambda: tr("Ask about what has just passed"),
    find=find,
    minutes=3,
    rest=7,
    rank=78,
    phrase="check_in",
    channels=(Channel.EMAIL, Channel.MESSAGE, Channel.CALL),
)
