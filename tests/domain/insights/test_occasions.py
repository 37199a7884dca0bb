"""Dates that come round within a week: birthdays, anniversaries and years as a client."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.dates import PartialDate
from relapp.domain.insights.occasions import ANNIVERSARY, BIRTHDAY, CLIENT, INSIGHT, Candidate
from tests.domain.insights.table import found

ELIF = Candidate(1, "Elif Brandt", "Elif", BIRTHDAY, PartialDate(1986, 3, 15))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (PartialDate(1986, 3, 11), 0),
        (PartialDate(1986, 3, 12), 1),
        (PartialDate(1986, 3, 19), 1),
        (PartialDate(1986, 3, 20), 0),
        (PartialDate(None, 3, 15), 1),
        (PartialDate(2026, 3, 15), 0),
        (PartialDate(2025, 3, 15), 1),
        (PartialDate(1986, 3), 0),
    ],
)
def test_within_a_week_and_after_the_first_year(day: PartialDate, expected: int) -> None:
    assert len(found(INSIGHT, ELIF._replace(day=day))) == expected


@pytest.mark.parametrize(
    ("kind", "day", "title", "short", "why", "fields"),
    [
        (
            BIRTHDAY,
            PartialDate(1986, 3, 15),
            "Elif Brandt’s birthday on Sunday",
            "turns 40 on Sunday",
            "Elif Brandt turns 40 on Sunday.",
            {"years": "40"},
        ),
        (
            BIRTHDAY,
            PartialDate(None, 3, 12),
            "Elif Brandt’s birthday today",
            "birthday today",
            "Elif Brandt’s birthday is today.",
            {},
        ),
        (
            ANNIVERSARY,
            PartialDate(2019, 3, 19),
            "Elif Brandt’s anniversary on 19 March",
            "7 years on 19 March",
            "Elif Brandt’s anniversary is on 19 March: 7 years.",
            {"years": "7", "occasion": "Your anniversary"},
        ),
        (
            CLIENT,
            PartialDate(2025, 3, 13),
            "Thank Elif Brandt for one year as a client",
            "one year tomorrow",
            "Elif Brandt first bought from you on 13 March 2025; that makes one year tomorrow.",
            {"years": "1", "occasion": "One year of working together"},
        ),
    ],
)
def test_it_says_why_now(kind: str, day: PartialDate, title: str, short: str, why: str, fields: dict[str, str]) -> None:
    (wish,) = found(INSIGHT, ELIF._replace(kind=kind, day=day))
    assert (wish.title, wish.short, wish.why, wish.fields) == (title, short, why, fields)
    assert wish.about == f"{kind}-2026"


def test_the_nearest_comes_first_and_each_year_is_an_act_of_its_own() -> None:
    tomorrow = ELIF._replace(person=2, day=PartialDate(1990, 3, 13))
    assert [one.person for one in found(INSIGHT, ELIF, tomorrow)] == [2, 1]
    (new_year,) = found(INSIGHT, ELIF._replace(day=PartialDate(1990, 1, 2)), today=date(2026, 12, 30))
    assert new_year.about == "birthday-2027"


def test_the_29th_of_february_is_kept_on_the_28th() -> None:
    (wish,) = found(INSIGHT, ELIF._replace(day=PartialDate(1988, 2, 29)), today=date(2026, 2, 28))
    assert wish.short == "turns 38 today"
