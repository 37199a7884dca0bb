"""After a sale: three questions, each within its window after the delivery, each once a sale."""

from __future__ import annotations

import pytest

from relapp.domain.insights.after_sale import INSIGHT, Candidate
from tests.domain.insights.table import back, found

SOLD = Candidate(1, "Hanna Grau", "Hanna", 7, "Audit", back(3))


@pytest.mark.parametrize(
    ("days", "about"),
    [
        (2, None),
        (3, "7-3"),
        (10, "7-3"),
        (11, None),
        (29, None),
        (30, "7-30"),
        (44, "7-30"),
        (45, None),
        (89, None),
        (90, "7-90"),
        (110, "7-90"),
        (111, None),
    ],
)
def test_each_question_has_its_days(days: int, about: str | None) -> None:
    findings = found(INSIGHT, SOLD._replace(delivered=back(days)))
    assert [one.about for one in findings] == ([] if about is None else [about])


@pytest.mark.parametrize(
    ("days", "title", "why"),
    [
        (
            3,
            "Ask Hanna Grau how the delivery went",
            "You delivered “Audit” on Monday. Asking now shows that you care after the sale as well.",
        ),
        (
            30,
            "Ask Hanna Grau how it is working out",
            "You delivered “Audit” on 10 February. After a month they know whether it does what it should.",
        ),
        (
            90,
            "Ask Hanna Grau what has come of it",
            "You delivered “Audit” on 12 December 2025. After three months they know what it was worth.",
        ),
    ],
)
def test_it_says_why_now(days: int, title: str, why: str) -> None:
    (ask,) = found(INSIGHT, SOLD._replace(delivered=back(days)))
    assert (ask.title, ask.why) == (title, why)
    assert ask.fields == {"what": "Audit"}


def test_what_passes_sooner_comes_first() -> None:
    late = SOLD._replace(sale=8, delivered=back(10))
    assert [one.about for one in found(INSIGHT, SOLD, late)] == ["8-3", "7-3"]
