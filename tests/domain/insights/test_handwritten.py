"""Notes by hand: nobody within a year of a letter, and no more than three a quarter."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.insights.handwritten import INSIGHT, Candidate
from relapp.domain.tiers import Tier
from tests.domain.insights.table import back, found

HANNA = Candidate(1, "Hanna Grau", "Hanna", Tier.A, None, 0)


@pytest.mark.parametrize(
    ("last", "sent", "expected"),
    [(None, 0, 1), (back(364), 0, 0), (back(365), 0, 1), (None, 2, 1), (None, 3, 0)],
)
def test_a_year_apart_and_three_a_quarter(last: date | None, sent: int, expected: int) -> None:
    assert len(found(INSIGHT, HANNA._replace(last=last, sent=sent))) == expected


@pytest.mark.parametrize(
    ("tier", "last", "short", "why"),
    [
        (
            Tier.A,
            None,
            "no letter from you yet",
            "Hanna Grau is an A client, and has had no letter from you yet. "
            "Of three notes by hand a quarter this would be number 2.",
        ),
        (
            Tier.B,
            back(400),
            "no letter for 13 months",
            "Hanna Grau is a B client, and your last letter was in February 2025. "
            "Of three notes by hand a quarter this would be number 2.",
        ),
    ],
)
def test_it_says_why_now(tier: Tier, last: date | None, short: str, why: str) -> None:
    (write,) = found(INSIGHT, HANNA._replace(tier=tier, last=last, sent=1))
    assert (write.title, write.short, write.why) == ("Write a note by hand to Hanna Grau", short, why)
    assert write.facts[1] == "Notes by hand this quarter: 1 of 3"


def test_who_never_had_one_comes_first_then_the_oldest() -> None:
    others = (HANNA._replace(person=2, last=back(400)), HANNA._replace(person=3, last=back(800)))
    assert [one.person for one in found(INSIGHT, *others, HANNA)] == [1, 3, 2]
