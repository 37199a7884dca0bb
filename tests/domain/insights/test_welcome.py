"""Welcome: new clients and first sales of three weeks, and nobody after that."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.insights.welcome import INSIGHT, Candidate
from tests.domain.insights.table import back, found

NOOR = Candidate(1, "Noor Aziz", "Noor", back(2), None, "")


@pytest.mark.parametrize(
    ("since", "sold", "expected"),
    [
        (back(0), None, 1),
        (back(21), None, 1),
        (back(22), None, 0),
        (back(-1), None, 0),
        (None, back(21), 1),
        (None, back(22), 0),
        (back(200), back(3), 1),
        (back(3), back(200), 1),
        (None, None, 0),
    ],
)
def test_three_weeks_long(since: date | None, sold: date | None, expected: int) -> None:
    assert len(found(INSIGHT, NOOR._replace(since=since, sold=sold))) == expected


def test_it_says_why_now() -> None:
    (welcome,) = found(INSIGHT, NOOR)
    assert (welcome.title, welcome.short) == ("Welcome Noor Aziz", "client since Tuesday")
    assert welcome.why == (
        "Noor Aziz has been a client since Tuesday. A welcome now says how to reach you and what comes next."
    )
    assert welcome.facts == ("A new client since Tuesday",)
    assert welcome.fields == {}


def test_the_first_sale_is_named() -> None:
    (welcome,) = found(INSIGHT, NOOR._replace(since=None, sold=back(3), what="Workshop"))
    assert welcome.short == "client since Monday"
    assert welcome.facts == ("The first sale was on Monday: “Workshop”",)
    assert welcome.fields == {"what": "Workshop"}


def test_who_waits_longest_comes_first() -> None:
    early = NOOR._replace(person=2, since=back(9))
    assert [one.person for one in found(INSIGHT, NOOR, early)] == [2, 1]
