"""A fact of the personal file whose day of review has come. Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.openers import fact_words
from relapp.domain.past_words import on_words
from relapp.domain.relative import date_words
from relapp.domain.words import tr


class Candidate(NamedTuple):
    """A fact to look at again from the day `review` on; of a private one label and text stay empty."""

    person: int
    shown: str
    given: str
    fact: int
    label: str
    text: str
    review: date


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One finding a fact; what is due longest weighs most."""
    for one in candidates:
        if one.review > today:
            continue
        words = fact_words(one.label, one.text) or tr("something private")
        yield Finding(
            one.person,
            tr("Is it still true of {person}?").format(person=one.shown),
            words,
            tr("You wanted to look at this again {when}: “{words}”.").format(
                when=on_words(one.review, today), words=words.rstrip(".")
            ),
            (tr("{words}, to be reviewed on {day}").format(words=words.rstrip("."), day=date_words(one.review)),),
            about=f"{one.fact}-{one.review.isoformat()}",
            weight=(today - one.review).days,
        )


INSIGHT = Insight(
    key="refresh_fact",
    label=lambda: tr("Look at a fact again"),
    find=find,
    minutes=2,
    rest=1,
    rank=58,
)
