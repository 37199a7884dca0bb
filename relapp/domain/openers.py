"""What to ask about next time: the three best openers from the personal file and the last contact, each with why.

Knows one person's facts and entries only; whether the person may be asked at all is the caller's to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from relapp.domain.dates import PartialDate
from relapp.domain.entries.kind import Effect
from relapp.domain.facts import Fact, Section
from relapp.domain.markup import to_plain
from relapp.domain.relative import day_words, month_name
from relapp.domain.timeline import Entry
from relapp.domain.words import tr

COUNT = 3
PASSED_DAYS = 45
"""How long something over is still worth a question."""
AHEAD_DAYS = 45
YEARLY_DAYS = 14
"""Around a date that comes round (no year), how many days before and after."""
NOTED_DAYS = 60
"""How long an undated fact counts as news."""

_DATED = frozenset(Section) - {Section.PREFERENCES, Section.REACH}
_UNDATED = frozenset({Section.FAMILY, Section.INTERESTS, Section.TRAVEL, Section.ACCOMPLISHMENTS})
_JOURNEY_WORDS = frozenset(
    ("trip", "travel", "travels", "journey", "holiday", "holidays", "fair", "conference", "leave")
)
_SENTENCE = re.compile(r".*?[.!?…。！？](?=\s|$)|.+", re.DOTALL)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Opener:
    """`text` is what to ask about, `why` says why now (may be empty). A `private` one is not for a shared screen."""

    text: str
    why: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class _Ranked:
    rank: tuple[int, int, int, int]
    opener: Opener


def openers(facts: Iterable[Fact], entries: Iterable[Entry], today: date, zone: tzinfo = UTC) -> tuple[Opener, ...]:
    """The best three: what has just happened (latest first), what is soon to come and what was lately noted (newest
    note first), what the last contact was about. Instants become days in `zone`. To leave private ones out, leave the
    private facts out.
    """
    ranked = [one for fact in facts if (one := _of_fact(fact, today, zone)) is not None]
    ranked.extend(_of_last_contact(entries, today, zone))
    ranked.sort(key=lambda one: one.rank)
    once = {one.opener.text: one.opener for one in reversed(ranked)}
    return tuple(dict.fromkeys(once[one.opener.text] for one in ranked))[:COUNT]


def _of_fact(fact: Fact, today: date, zone: tzinfo) -> _Ranked | None:
    noted = fact.noted.astimezone(zone).date().toordinal() if fact.noted else 0
    span = _span(fact, today)
    if span is None:
        dated = fact.day is not None and fact.day.month is not None
        fresh = fact.section in _UNDATED and 0 <= today.toordinal() - noted <= NOTED_DAYS
        if dated or not fresh:
            return None
        why = tr("noted {day}").format(day=day_words(date.fromordinal(noted), today))
        return _Ranked((2, -noted, 0, fact.id), _opener(fact, _words(fact), why))
    if fact.section not in _DATED:
        return None
    start, end = span
    if start <= today:
        news = end if end < today else start
        happened = (
            _over(fact, start, end, today) if end < today or start == end else _under_way(fact, start, end, today)
        )
        return _Ranked((0, -news.toordinal(), -noted, fact.id), happened)
    return _Ranked((1, -noted, start.toordinal(), fact.id), _ahead(fact, start, today))


def _span(fact: Fact, today: date) -> tuple[date, date] | None:
    """First and last day of a dated fact that is near enough to be news."""
    if fact.day is None or fact.day.month is None:
        return None
    start = fact.day.first()
    if start is None:
        return _yearly(fact.day, today)
    until = None if fact.ends is None else fact.ends.last()
    end = max(start, until or fact.day.last() or start)
    near = today - timedelta(days=PASSED_DAYS) <= end and start <= today + timedelta(days=AHEAD_DAYS)
    return (start, end) if near else None


def _yearly(day: PartialDate, today: date) -> tuple[date, date] | None:
    rounds = (day.in_year(year) for year in (today.year - 1, today.year, today.year + 1))
    near = [one for one in rounds if one is not None and abs((one - today).days) <= YEARLY_DAYS]
    return (near[0], near[0]) if near else None


def _over(fact: Fact, start: date, end: date, today: date) -> Opener:
    if fact.section is Section.TRAVEL:
        why = tr("back since {day}").format(day=day_words(end, today))
        return _opener(fact, tr("How was {journey}?").format(journey=_journey(fact)), why)
    return _opener(fact, _words(fact), _on(fact, end, today))


def _under_way(fact: Fact, start: date, end: date, today: date) -> Opener:
    if fact.ends is None:  # a month, and which day of it isn't known
        return _opener(fact, _words(fact), _on(fact, end, today))
    if fact.section is Section.TRAVEL:
        why = tr("there until {day}").format(day=day_words(end, today))
        return _opener(fact, _sentence_case(_journey(fact)), why)
    return _opener(fact, _words(fact), tr("started {day}").format(day=day_words(start, today)))


def _ahead(fact: Fact, start: date, today: date) -> Opener:
    if fact.section is Section.TRAVEL:
        why = (
            tr("from {day}").format(day=day_words(start, today))
            if fact.day and fact.day.day
            else _on(fact, start, today)
        )
        return _opener(fact, _sentence_case(_journey(fact)), why)
    return _opener(fact, _words(fact), _on(fact, start, today))


def _on(fact: Fact, day: date, today: date) -> str:
    """The day; of a date known to the month only the month, unless the words say it already."""
    if fact.day is not None and fact.day.day is None:
        month = month_name(day.month)
        return "" if month in fact.text or month in fact.label else tr("in {month}").format(month=month)
    return day_words(day, today)


def _journey(fact: Fact) -> str:
    """ "the trip to Norway", from a label that is a place, else from the text."""
    label, text = to_plain(fact.label), to_plain(fact.text)
    where = text if not label or label.casefold() in _JOURNEY_WORDS else label
    if where[:1].isupper() or not where[:1].isalpha():
        return tr("the trip to {place}").format(place=_short(where))
    return tr("the {journey}").format(journey=_short(where))


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _words(fact: Fact) -> str:
    return fact_words(fact.label, fact.text)


def fact_words(label: str, text: str) -> str:
    """A fact in one line, "Race: half-marathon in April", cut where it is long."""
    label, text = to_plain(label), to_plain(text)
    return _short(tr("{label}: {text}").format(label=label, text=text) if label and text else label or text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _opener(fact: Fact, text: str, why: str) -> Opener:
    return Opener(text, why, fact.private)


def _of_last_contact(entries: Iterable[Entry], today: date, zone: tzinfo) -> Iterator[_Ranked]:
    def day(moment: datetime) -> date:
        return moment.astimezone(zone).date()

    past = [one for one in entries if one.effect is Effect.CONTACT and one.text.strip() and day(one.at) <= today]
    if past:
        last = max(past, key=lambda one: (one.at, one.id))
        found = _SENTENCE.match(to_plain(last.text))
        text = tr("Last time: {text}").format(text=_short(found[0] if found else ""))
        yield _Ranked((3, 0, 0, last.id), Opener(text, day_words(day(last.at), today)))
