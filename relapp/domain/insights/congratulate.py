"""Congratulate on a new position, a promotion, or on what they or a child of theirs achieved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.dates import PartialDate
from relapp.domain.facts import Section
from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.openers import fact_words
from relapp.domain.past_words import on_words
from relapp.domain.people import Channel
from relapp.domain.relative import date_words, day_words, month_name
from relapp.domain.words import tr

ROLE_DAYS = 60
"""How long a new position is news."""
NEWS_DAYS = 30
"""How long a success is, from its day, else from when it was noted."""
SUCCESS = ("passed", "graduated", "won", "award", "prize", "medal", "champion", "accepted", "promoted", "first day")
"""Words that make a milestone or a line about the family a success, as they were typed."""
DATED_SUCCESS = (
    *("exam", "school", "university", "graduation", "diploma", "degree", "first term"),
    *("born", "baby", "wedding", "married", "engaged"),
)
"""Words that do so beside a day only: without one they tell how things are."""
_ANY = re.compile(rf"\b({'|'.join(SUCCESS)})", re.IGNORECASE)
_DATED = re.compile(rf"\b({'|'.join(SUCCESS + DATED_SUCCESS)})", re.IGNORECASE)
_SAD = re.compile(r"\b(fail|divorc|funeral|die[ds]|death|passed (away|on)|cancel|postpone|not )", re.IGNORECASE)


class Role(NamedTuple):
    """A present position with its beginning; `before` and `title_before` tell of another one, now or earlier."""

    person: int
    shown: str
    given: str
    id: int
    title: str
    organisation: str
    since: PartialDate
    title_before: str
    before: str


class Success(NamedTuple):
    """A fact of their achievements, milestones or family; `noted` is a day of mine."""

    person: int
    shown: str
    given: str
    id: int
    section: Section
    label: str
    text: str
    day: PartialDate | None
    ends: PartialDate | None
    noted: date


Candidate = Role | Success


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """One finding for every new position and every success; the latest weighs most."""
    for one in candidates:
        found = _role(one, today) if isinstance(one, Role) else _success(one, today)
        if found is not None:
            yield found


def _role(one: Role, today: date) -> Finding | None:
    since = one.since.first()
    if since is None or one.since.month is None or not (one.title or one.organisation):
        return None
    age = (today - since).days
    if age < 0 or age > ROLE_DAYS:
        return None
    role = _position(one.title, one.organisation)
    before = _position(one.title_before, one.before)
    when = day_words(since, today) if one.since.day else month_name(one.since.month)
    why = tr("{given} has been {role} since {when}.").format(given=one.given, role=role, when=when)
    facts = [tr("{role}, since {day}").format(role=role, day=date_words(one.since))]
    if before:
        facts.append(tr("Known before: {role}").format(role=before))
    return Finding(
        one.person,
        _title(one.shown),
        _short(one),
        why,
        tuple(facts),
        about=f"{one.id}-role",
        weight=-age,
        fields={"occasion": _occasion(one), "news": ", ".join(filter(None, (one.title, one.organisation)))},
    )


def _short(one: Role) -> str:
    if not one.organisation:
        return tr("now {title}").format(title=one.title)
    return tr("new role at {organisation}").format(organisation=one.organisation)


def _occasion(one: Role) -> str:
    if one.title and one.organisation in ("", one.before):
        return tr("your new role as {title}").format(title=one.title)
    return tr("your new role at {organisation}").format(organisation=one.organisation)


def _position(title: str, organisation: str) -> str:
    if title and organisation:
        return tr("{title} at {organisation}").format(title=title, organisation=organisation)
    return title or (tr("at {organisation}").format(organisation=organisation) if organisation else "")


def _success(one: Success, today: date) -> Finding | None:
    words = fact_words(one.label, one.text).rstrip(".")
    day = _day(one, today)
    if day is None or not words or not _is_cause(one.section, words, dated=one.day is not None):
        return None
    age = (today - day).days
    if age < 0 or age > NEWS_DAYS:
        return None
    when = on_words(day, today)
    if one.day is None:
        why = tr("You noted {when}: “{words}”.").format(when=when, words=words)
        fact = why
    elif one.day.day is None:
        fact = tr("{words}, {day}").format(words=words, day=date_words(one.day))
        why = tr("You noted “{words}”; that was in {month}.").format(words=words, month=month_name(day.month))
    else:
        fact = tr("{words}, {day}").format(words=words, day=date_words(day))
        why = tr("You noted “{words}”; that was {when}.").format(words=words, when=when)
    return Finding(
        one.person,
        _title(one.shown),
        words,
        why,
        (fact,),
        about=f"{one.id}-fact",
        weight=-age,
        fields={"occasion": words, "news": words},
    )


def _day(one: Success, today: date) -> date | None:
    """The day it happened: its last; of one known to the month today, while that month lasts."""
    if one.day is None:
        return one.noted
    if one.day.month is None:
        return None
    first, last = one.day.first(), one.day.last()
    if first is None or last is None:
        return None
    if one.ends is not None and (end := one.ends.last()) is not None:
        return max(first, end)
    return last if last <= today or first > today else today


def _is_cause(section: Section, words: str, *, dated: bool) -> bool:
    if _SAD.search(words):
        return False
    return section is Section.ACCOMPLISHMENTS or (_DATED if dated else _ANY).search(words) is not None


def _title(shown: str) -> str:
    return tr("Congratulate {person}").format(person=shown)


INSIGHT = Insight(
    key="congratulate",
    label=lambda: tr("Congratulate on a new position or a success"),
    find=find,
    minutes=3,
    rest=7,
    rank=82,
    phrase="congratulate",
    channels=(Channel.EMAIL, Channel.MESSAGE, Channel.LETTER, Channel.CALL, Channel.SOCIAL),
)
