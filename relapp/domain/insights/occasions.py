"""Birthdays, anniversaries and years as a client that come round within a week. Renewals are business, not a wish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.dates import PartialDate
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import on_words
from relapp.domain.people import Channel
from relapp.domain.relative import counted, date_words
from relapp.domain.words import tr

DAYS = 7
"""So many days ahead, today included as none."""
BIRTHDAY, ANNIVERSARY, CLIENT = "birthday", "anniversary", "client"


class Candidate(NamedTuple):
    """The date that comes round: `kind` of the three above; a client's is the day of the first sale."""

    person: int
    shown: str
    given: str
    kind: str
    day: PartialDate


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One for each that comes round from today to a week ahead, the nearest first; not the very day it began."""
    for one in sorted(candidates, key=lambda one: (one.person, one.kind)):
        coming = one.day.next_from(today)
        if coming is None or (coming - today).days > DAYS:
            continue
        years = one.day.years_on(coming)
        if years is None or years > 0:
            yield _finding(one, coming, years or 0, today)


def _finding(one: Candidate, coming: date, years: int, today: date) -> Finding:
    when = on_words(coming, today)
    say = {BIRTHDAY: _birthday, ANNIVERSARY: _anniversary, CLIENT: _client}[one.kind]
    title, short, why, occasion = say(one, years, when)
    fields = {"years": str(years) if years else "", "occasion": occasion}
    return Finding(
        person=one.person,
        title=title,
        short=short,
        why=why,
        facts=(_fact(one),),
        about=f"{one.kind}-{coming.year}",
        weight=-(coming - today).days,
        fields={name: value for name, value in fields.items() if value},
    )


def _birthday(one: Candidate, years: int, when: str) -> tuple[str, str, str, str]:
    told = {"name": one.shown, "years": years, "when": when}
    title = tr("{name}’s birthday {when}").format(**told)
    if years:
        return title, tr("turns {years} {when}").format(**told), tr("{name} turns {years} {when}.").format(**told), ""
    return title, tr("birthday {when}").format(**told), tr("{name}’s birthday is {when}.").format(**told), ""


def _anniversary(one: Candidate, years: int, when: str) -> tuple[str, str, str, str]:
    told = {"name": one.shown, "years": _years(years), "when": when}
    title, occasion = tr("{name}’s anniversary {when}").format(**told), tr("Your anniversary")
    if years:
        why = tr("{name}’s anniversary is {when}: {years}.").format(**told)
        return title, tr("{years} {when}").format(**told), why, occasion
    return (
        title,
        tr("anniversary {when}").format(**told),
        tr("{name}’s anniversary is {when}.").format(**told),
        occasion,
    )


def _client(one: Candidate, years: int, when: str) -> tuple[str, str, str, str]:
    told = {"name": one.shown, "years": _years(years), "when": when, "day": date_words(one.day)}
    return (
        tr("Thank {name} for {years} as a client").format(**told),
        tr("{years} {when}").format(**told),
        tr("{name} first bought from you on {day}; that makes {years} {when}.").format(**told),
        counted(years, tr("One year of working together"), tr("{n} years of working together")),
    )


def _years(years: int) -> str:
    return counted(years, tr("one year"), tr("{n} years"))


def _fact(one: Candidate) -> str:
    named = {
        BIRTHDAY: tr("Birthday: {day}"),
        ANNIVERSARY: tr("Anniversary: {day}"),
        CLIENT: tr("First sale: {day}"),
    }
    return named[one.kind].format(day=date_words(one.day))


INSIGHT = Insight(
    key="occasions",
    label=lambda: tr("Birthdays, anniversaries and years as a client"),
    find=find,
    minutes=3,
    rest=0,
    rank=88,
    phrase="birthday",
    channels=(Channel.EMAIL, Channel.CALL, Channel.MESSAGE),
)
