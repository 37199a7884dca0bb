"""Get to know a second person at a client where only one is known. Who has left there doesn't count as known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.people import Channel
from relapp.domain.words import tr


class Candidate(NamedTuple):
    """The only active person known at `organisation`."""

    person: int
    shown: str
    given: str
    organisation: str


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One for each person; of several organisations the first by name."""
    first: dict[int, Candidate] = {}
    for one in sorted(candidates, key=lambda one: (one.person, one.organisation)):
        first.setdefault(one.person, one)
    for one in first.values():
        words = {"name": one.shown, "given": one.given, "organisation": one.organisation}
        yield Finding(
            person=one.person,
            title=tr("Meet a second person at {organisation}").format(**words),
            short=tr("you know only {name} there").format(**words),
            why=tr("At {organisation} you know only {name}. Should {given} leave, nobody there would know you.").format(
                **words
            ),
            facts=(tr("Active people at {organisation}: one").format(**words),),
            fields={"alone_at": one.organisation},
        )


INSIGHT = Insight(
    key="second_person",
    label=lambda: tr("Get to know a second person at a client"),
    find=find,
    minutes=3,
    rest=180,
    rank=36,
    phrase="check_in",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE),
    then=14,
)
