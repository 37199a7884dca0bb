"""What people of the sample bought, said and passed on, my list of recommendations, and the sessions that were held.

The file tells it in lines, `person | … | …`, with days relative to today; sales and sessions move to working days.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Any

from relapp.domain.business import (
    Idea,
    Reason,
    Recommendation,
    RecommendationKind,
    Referral,
    Sale,
    Satisfaction,
    StandingMark,
    WinBack,
)
from relapp.domain.insights import INSIGHTS
from relapp.domain.sample.moments import Moments, working_day
from relapp.domain.sample.shapes import SampleAct, SampleBusiness, SampleGiven, Told

BUSINESS_FILE = "business.toml"
_CENTS = 100
_SESSION_AT = 15 * 60


def business(moments: Moments, read: Callable[[str], str]) -> SampleBusiness:
    """Everything of the file. Raises ValueError for a line that is told in no way this knows."""
    told: dict[str, Any] = tomllib.loads(read(BUSINESS_FILE))
    lines = [
        (_sale, told["sales"]),
        (_satisfaction, told["satisfaction"]),
        (_idea, told["ideas"]),
        (_referral, told["referrals"]),
        (_standing, told["standing"]),
        (_win_back, told["win_backs"]),
    ]
    return SampleBusiness(
        told=tuple(make(_parts(line), moments) for make, some in lines for line in some),
        recommendations=tuple(_recommendation(_parts(line)) for line in told["recommendations"]),
        given=tuple(_given(_parts(line), moments) for line in told["given"]),
        acts=tuple(chain.from_iterable(_session(one, moments) for one in told["sessions"])),
    )


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")]


def _sale(parts: list[str], moments: Moments) -> Told:
    """`person | what | day | € amount`, then perhaps the day of the delivery."""
    person, what, day, amount, *delivered = parts
    on = _working(delivered[0], moments) if delivered else None
    return Told(person, Sale(0, what, _working(day, moments), int(amount) * _CENTS, "EUR", on))


def _satisfaction(parts: list[str], moments: Moments) -> Told:
    """`person | day | score`, then perhaps their words."""
    person, day, score, *words = parts
    return Told(person, Satisfaction(0, _day(day, moments), int(score), "".join(words)))


def _idea(parts: list[str], moments: Moments) -> Told:
    """`person | day | text`, then perhaps the day of my answer and the answer."""
    person, day, text, *answered = parts
    return Told(person, Idea(0, _day(day, moments), text, _perhaps(answered[:1], moments), "".join(answered[1:])))


def _referral(parts: list[str], moments: Moments) -> Told:
    """`person | whom | day`, then perhaps the days of my thanks and of telling how it went; `= name` has no file."""
    person, whom, day, *more = parts
    name = whom.removeprefix("= ") if whom.startswith("= ") else ""
    thanked, told = _perhaps(more[:1], moments), _perhaps(more[1:], moments)
    return Told(person, Referral(0, _day(day, moments), 0, name, thanked, told), "" if name else whom)


def _standing(parts: list[str], moments: Moments) -> Told:
    """`person | day | score`, then perhaps yes or no: would they tell me of a rival’s offer?"""
    person, day, score, *would_tell = parts
    told = would_tell[0] == "yes" if would_tell else None
    return Told(person, StandingMark(0, _day(day, moments), int(score), told))


def _win_back(parts: list[str], moments: Moments) -> Told:
    person, day, reason, note = parts
    return Told(person, WinBack(0, _day(day, moments), Reason(reason), note))


def _recommendation(parts: list[str]) -> Recommendation:
    """`kind | title | interest, interest`, then perhaps a note."""
    kind, title, interests, *note = parts
    words = tuple(word.strip() for word in interests.split(","))
    return Recommendation(RecommendationKind(kind), title, words, "".join(note))


def _given(parts: list[str], moments: Moments) -> SampleGiven:
    title, person, day = parts
    return SampleGiven(title, person, _day(day, moments))


def _session(one: dict[str, Any], moments: Moments) -> Iterator[SampleAct]:
    """Its acts, `person | rule | title | why`, one after the other; the person of my own is a dash."""
    day = _day(one["day"], moments)
    at = moments.instant(day, _SESSION_AT)
    for line in one["acts"]:
        person, rule, title, why = _parts(line)
        insight = next(each for each in INSIGHTS if each.key == rule)
        at += timedelta(minutes=insight.minutes)
        yield SampleAct(person.strip("-"), rule, title, moments.fill(why), day, at, insight.minutes, insight.rest)


def _perhaps(told: list[str], moments: Moments) -> date | None:
    return _day(told[0], moments) if told and told[0] else None


def _working(told: str, moments: Moments) -> date:
    return working_day(_day(told, moments))


def _day(told: str, moments: Moments) -> date:
    day = moments.day(told)
    if day is None:
        raise ValueError(f"{told!r} is no day")
    return day
