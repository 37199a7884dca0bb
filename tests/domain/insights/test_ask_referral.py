"""Ask for a referral: a mark of 9 or 10 within 90 days, from somebody who sent nobody for half a year."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.insights.ask_referral import INSIGHT, Candidate
from tests.domain.insights.table import back, found

JONAS = Candidate(1, "Jonas Lind", "Jonas", 9, back(3), "", None)


@pytest.mark.parametrize(
    ("score", "day", "referred", "expected"),
    [
        (9, back(0), None, 1),
        (8, back(0), None, 0),
        (10, back(90), None, 1),
        (10, back(91), None, 0),
        (10, back(-1), None, 0),
        (9, back(3), back(180), 0),
        (9, back(3), back(181), 1),
    ],
)
def test_content_and_not_asked_too_much(score: int, day: date, referred: date | None, expected: int) -> None:
    assert len(found(INSIGHT, JONAS._replace(score=score, day=day, referred=referred))) == expected


@pytest.mark.parametrize(
    ("words", "referred", "why", "fact"),
    [
        (
            "",
            None,
            "Jonas Lind rated you 9 of 10 on Monday. Nobody has come to you through Jonas yet.",
            "Satisfaction on Monday: 9 of 10",
        ),
        (
            "“Always on time”",
            date(2025, 6, 4),
            "Jonas Lind rated you 9 of 10 on Monday. The last one Jonas sent to you came in June.",
            "Satisfaction on Monday: 9 of 10: “Always on time”",
        ),
    ],
)
def test_it_says_why_now(words: str, referred: date | None, why: str, fact: str) -> None:
    (ask,) = found(INSIGHT, JONAS._replace(words=words, referred=referred))
    assert (ask.title, ask.short) == ("Ask Jonas Lind for a referral", "rated you 9 of 10 on Monday")
    assert (ask.why, ask.facts) == (why, (fact,))


def test_the_most_content_come_first_then_the_latest() -> None:
    others = (JONAS._replace(person=2, score=10, day=back(80)), JONAS._replace(person=3, day=back(1)))
    assert [one.person for one in found(INSIGHT, JONAS, *others)] == [2, 3, 1]
