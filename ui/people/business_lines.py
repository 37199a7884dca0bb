"""What stands of a client's business in one line each: sales, marks, ideas, referrals, recommendations, win-backs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from relapp.core import Core
from relapp.domain.business import Given, Idea, Referral, Sale, Satisfaction, WinBack
from relapp.domain.money import money_words
from relapp.domain.relative import day_words
from relapp.domain.win_back import reason_words
from relapp.domain.words import tr

Noun = Sale | Satisfaction | Idea | Referral | Given | WinBack
_LONGEST = 140
_NO_BREAK = "\N{NO-BREAK SPACE}"
_QUOTES = '“"„«'


class Kind(IntEnum):
    """In the order of the card."""

    SALE = 0
    SATISFACTION = 1
    IDEA = 2
    REFERRAL = 3
    RECOMMENDED = 4
    WIN_BACK = 5

    def word(self) -> str:
        """What stands at the start of its lines."""
        return _WORDS[self]()


_WORDS: dict[Kind, Callable[[], str]] = {
    Kind.SALE: lambda: tr("Sale"),
    Kind.SATISFACTION: lambda: tr("Satisfaction"),
    Kind.IDEA: lambda: tr("Idea"),
    Kind.REFERRAL: lambda: tr("Referral"),
    Kind.RECOMMENDED: lambda: tr("Recommended"),
    Kind.WIN_BACK: lambda: tr("Went quiet"),
}


class Step(NamedTuple):
    """What one click does with a line: its key, and the words of its button."""

    key: str
    words: str


class BusinessLine(NamedTuple):
    """A line about `noun`; `place` is its place among those of its kind, `step` what is still to be done."""

    kind: Kind
    place: int
    text: str
    noun: Noun
    step: Step | None = None


def business_lines(core: Core, person: int) -> list[BusinessLine]:
    """All that stands of a person, by kind; open ideas first, else newest first."""
    today = core.desk.today()
    ideas = sorted(core.ideas.of_person(person), key=lambda idea: idea.answered is not None)
    given = core.recommendations.given(person)
    win_backs = core.win_backs.of_person(person)
    return [
        *_lines(Kind.SALE, [(_sale(one, today), one, None) for one in core.sales.of_person(person)]),
        *_lines(Kind.SATISFACTION, [(_mark(one, today), one, None) for one in core.satisfaction.of_person(person)]),
        *_lines(Kind.IDEA, [(_idea(one, today), one, _answer(one)) for one in ideas]),
        *_lines(
            Kind.REFERRAL, [(_referral(one, today), one, _thanks(one)) for one in core.referrals.of_person(person)]
        ),
        *_lines(Kind.RECOMMENDED, [(_given(one, today), one, None) for one in given]),
        *_lines(Kind.WIN_BACK, [(_win_back(one, today), one, None) for one in win_backs]),
    ]


def shortened(lines: Sequence[BusinessLine], most: int) -> list[BusinessLine]:
    """So many of them, in their order: the first of each kind, then the second of each, and so on."""
    kept = sorted(lines, key=lambda line: (line.place, line.kind))[:most]
    return sorted(kept, key=lambda line: (line.kind, line.place))


def _lines(kind: Kind, found: Sequence[tuple[str, Noun, Step | None]]) -> list[BusinessLine]:
    return [BusinessLine(kind, at, text, noun, step) for at, (text, noun, step) in enumerate(found)]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _brief(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    cut = words[:_LONGEST]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _unbroken(words: str) -> str:
    return words.replace(" ", _NO_BREAK)


def _day(day: date, today: date) -> str:
    return _unbroken(day_words(day, today))


def _quoted(text: str) -> str:
    brief = _brief(text)
    return brief if brief[0] in _QUOTES else tr("“{words}”").format(words=brief)


def _sale(one: Sale, today: date) -> str:
    delivered = ""
    if one.delivered is not None:
        words = tr("delivered {day}") if one.delivered <= today else tr("to be delivered {day}")
        delivered = words.format(day=_day(one.delivered, today))
    price = _unbroken(money_words(one.amount, one.currency))
    return _joined(_brief(one.what), price, _day(one.day, today), delivered)


def _mark(one: Satisfaction, today: date) -> str:
    said = tr("{score} of 10").format(score=one.score)
    return _joined(said, _quoted(one.words) if one.words else "", _day(one.day, today))


def _idea(one: Idea, today: date) -> str:
    if one.answered is None:
        return _joined(_brief(one.text), _day(one.day, today))
    when = _day(one.answered, today)
    words = tr("answered {day}: {answer}") if one.answer else tr("answered {day}")
    return _joined(_brief(one.text), words.format(day=when, answer=_brief(one.answer)))


def _answer(one: Idea) -> Step | None:
    return Step("answer", tr("Answered…")) if one.answered is None else None


def _referral(one: Referral, today: date) -> str:
    if one.told is not None:
        state = tr("told how it went") if one.thanked is None else tr("thanked and told how it went")
    else:
        state = tr("not thanked yet") if one.thanked is None else tr("thanked, not told yet how it went")
    return _joined(_brief(one.referred_name), _day(one.day, today), state)


def _thanks(one: Referral) -> Step | None:
    if one.thanked is None:
        return Step("thank", tr("Thanked"))
    return Step("tell", tr("Told")) if one.told is None else None


def _given(one: Given, today: date) -> str:
    return _joined(_quoted(one.recommendation.title), _day(one.day, today))


def _win_back(one: WinBack, today: date) -> str:
    return _joined(reason_words(one.reason), _brief(one.note), _day(one.day, today))
