"""Answer an idea that was left open: every idea gets an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import on_words, span_words
from relapp.domain.people import Channel
from relapp.domain.relative import date_words
from relapp.domain.words import tr

DAYS = 5
"""So long an idea may wait for an answer."""
_SHORT, _LONG = 60, 240


class Candidate(NamedTuple):
    """An open idea and the day it came."""

    person: int
    shown: str
    given: str
    idea: int
    text: str
    day: date


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One finding an idea; what waits longest weighs most."""
    for one in candidates:
        days = (today - one.day).days
        if days < DAYS:
            continue
        text = " ".join(one.text.split())
        yield Finding(
            one.person,
            tr("Answer {person}’s idea").format(person=one.shown),
            tr("open for {span}: “{idea}”").format(span=span_words(days), idea=_cut(text, _SHORT)),
            tr("{given}’s idea came {when} and has been open for {span}: “{idea}”.").format(
                given=one.given,
                when=on_words(one.day, today),
                span=span_words(days),
                idea=_cut(text, _LONG).rstrip("."),
            ),
            (tr("Open idea, {day}: {idea}").format(day=date_words(one.day), idea=text),),
            about=str(one.idea),
            weight=days,
            fields={"idea": text.rstrip(".")},
        )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(",;:") + "…"


INSIGHT = Insight(
    key="answer_idea",
    label=lambda: tr("Answer an open idea"),
    find=find,
    minutes=5,
    rest=1,
    rank=90,
    phrase="survey",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE, Channel.LETTER),
)
