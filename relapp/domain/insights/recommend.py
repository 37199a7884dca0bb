"""Recommend a book, film or activity of my own list that fits an interest; never what was recommended already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.business import RecommendationKind
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.names import fold
from relapp.domain.openers import fact_words
from relapp.domain.people import Channel
from relapp.domain.words import tr

_WORD = re.compile(r"[^\W_]+")


class Candidate(NamedTuple):
    """One line of a person's interests (`fact`, its label and text), and one of my list, with its `interests`."""

    person: int
    shown: str
    given: str
    fact: int
    label: str
    text: str
    recommendation: int
    kind: RecommendationKind
    title: str
    interests: tuple[str, ...]


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One for each person: what fits the line best, then what came on the list first. Nobody weighs more."""
    best: dict[int, tuple[tuple[int, int, int], Candidate, str]] = {}
    for one in candidates:
        fitting = fits(one.interests, f"{one.label} {one.text}")
        order = (-len(fitting), one.recommendation, -one.fact)
        if fitting and (one.person not in best or order < best[one.person][0]):
            best[one.person] = (order, one, fitting[0])
    for person in sorted(best):
        _, one, interest = best[person]
        yield _finding(one, interest)


def fits(interests: Iterable[str], text: str) -> list[str]:
    """The interests that stand in the text, whole words only; case and accents don't matter."""
    line = f" {' '.join(_WORD.findall(fold(text)))} "
    wanted = ((interest, " ".join(_WORD.findall(fold(interest)))) for interest in interests)
    return [interest for interest, words in wanted if words and f" {words} " in line]


def _finding(one: Candidate, interest: str) -> Finding:
    title, listed = {
        RecommendationKind.BOOK: (tr("Recommend a book to {name}"), tr("On your list: the book “{title}”")),
        RecommendationKind.FILM: (tr("Recommend a film to {name}"), tr("On your list: the film “{title}”")),
        RecommendationKind.ACTIVITY: (tr("Suggest an outing to {name}"), tr("On your list: “{title}”")),
    }[one.kind]
    words = {"name": one.shown, "title": one.title, "interest": interest, "line": fact_words(one.label, one.text)}
    return Finding(
        person=one.person,
        title=title.format(**words),
        short=tr("likes {interest}; you noted “{title}”").format(**words),
        why=tr("{name}’s interests say “{line}”, and “{title}” on your list is about {interest}.").format(**words),
        facts=(tr("Interests: {line}").format(**words), listed.format(**words)),
        about=str(one.recommendation),
        fields={"recommendation": one.title, "interest": interest},
    )


INSIGHT = Insight(
    key="recommend",
    label=lambda: tr("Recommend something from your list"),
    find=find,
    minutes=2,
    rest=180,
    rank=54,
    phrase="recommendation",
    channels=(Channel.EMAIL, Channel.MESSAGE, Channel.SOCIAL),
)
