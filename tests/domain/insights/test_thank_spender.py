"""Thank who spent the most this week: the first by place, only within seven days, with the last thank-you."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.insights.thank_spender import INSIGHT, Candidate
from tests.domain.insights.table import back, found

HANNA = Candidate(1, "Hanna Grau", "Hanna", "Halden", 1, 960000, "EUR", 1, "Audit", back(2), None)


@pytest.mark.parametrize(("days", "expected"), [(0, 1), (6, 1), (7, 0), (-1, 0)])
def test_only_what_was_bought_in_seven_days_counts(days: int, expected: int) -> None:
    assert len(found(INSIGHT, HANNA._replace(last=back(days)))) == expected


@pytest.mark.parametrize(
    ("thanked", "words"),
    [
        (None, "Halden spent the most with you this week (€ 9,600)."),
        (
            date(2025, 11, 20),
            "Halden spent the most with you this week (€ 9,600). Your last thank-you was in November.",
        ),
    ],
)
def test_it_says_why_now(thanked: date | None, words: str) -> None:
    (thank,) = found(INSIGHT, HANNA._replace(thanked=thanked))
    assert (thank.title, thank.short, thank.why) == ("Thank Hanna Grau", "biggest spender this week", words)
    assert thank.facts == ("One sale in seven days, on Tuesday: “Audit”",)
    assert thank.fields == {"what": "Audit", "price": "€ 9,600"}


def test_a_person_without_an_organisation_is_named() -> None:
    (thank,) = found(INSIGHT, HANNA._replace(organisation="", sales=3))
    assert thank.why.startswith("Hanna Grau spent the most")
    assert thank.facts == ("3 sales in seven days, the last on Tuesday: “Audit”",)


def test_who_spent_less_is_never_called_the_biggest_spender() -> None:
    assert found(INSIGHT, HANNA._replace(place=2)) == []
    tied = HANNA._replace(person=2, shown="Jonas Lind")
    assert [one.person for one in found(INSIGHT, tied, HANNA)] == [1]
