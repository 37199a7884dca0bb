"""Call a new connection: somebody with whom there was a first word on social media, and nothing since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import on_words
from relapp.domain.people import Channel
from relapp.domain.relative import date_words
from relapp.domain.words import tr

DAYS = 21
"""How long a connection is new."""


class Candidate(NamedTuple):
    """The first entry of social media with somebody whose number is known, and whom nothing else followed."""

    person: int
    shown: str
    given: str
    entry: int
    day: date


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One finding a connection; the newest weighs most."""
    for one in candidates:
        age = (today - one.day).days
        if not 0 <= age <= DAYS:
            continue
        when = on_words(one.day, today)
        yield Finding(
            one.person,
            tr("Call {person}").format(person=one.shown),
            tr("connected {when}").format(when=when),
            tr("You connected {when} and have not spoken since.").format(when=when),
            (
                tr("Social media, {day}").format(day=date_words(one.day)),
                tr("No contact since; a phone number is known"),
            ),
            about=str(one.entry),
            weight=-age,
        )


INSIGHT = Insight(
    key="new_connection",
    label=lambda: tr("Call a new connection"),
    find=find,
    minutes=5,
    rest=90,
    rank=70,
    channels=(Channel.CALL,),
    then=30,
)
