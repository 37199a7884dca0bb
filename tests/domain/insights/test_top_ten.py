"""One of the ten best in turn: who never had one by place, then whose was longest ago; why is sales or silence."""

from __future__ import annotations

import pytest

from relapp.domain.insights.top_ten import INSIGHT, Candidate
from tests.domain.insights.table import back, found

JONAS = Candidate(1, "Jonas Lind", "Jonas", 3, 2_400_000, "EUR", "Audit", back(12), None, None)


def test_everybody_has_their_turn() -> None:
    first = JONAS._replace(person=5, place=1)
    longest_ago = JONAS._replace(person=4, place=10, turn=back(200))
    lately = JONAS._replace(person=3, place=2, turn=back(70))
    assert [one.person for one in found(INSIGHT, lately, JONAS, longest_ago, first)] == [5, 1, 4, 3]


@pytest.mark.parametrize(
    ("candidate", "short", "why"),
    [
        (
            JONAS._replace(thanked=back(100)),
            "number 3 of your top ten",
            "Jonas Lind is number 3 among your clients by sales in twelve months (€ 24,000). "
            "Your last thank-you was in December.",
        ),
        (
            JONAS._replace(amount=0, last=back(64)),
            "an A client, silent for 64 days",
            "Jonas Lind is an A client; your last contact was in January.",
        ),
    ],
)
def test_it_says_why_now(candidate: Candidate, short: str, why: str) -> None:
    (thank,) = found(INSIGHT, candidate)
    assert (thank.title, thank.short, thank.why) == ("Thank Jonas Lind", short, why)


def test_it_says_what_it_went_by() -> None:
    (thank,) = found(INSIGHT, JONAS._replace(turn=back(100)))
    assert thank.facts == ("Sales in twelve months: € 24,000", "The last turn in the round of ten was in December")
    assert thank.fields == {"what": "Audit"}


@pytest.mark.parametrize(("days", "waits"), [(29, True), (30, False)])
def test_who_was_thanked_lately_waits(days: int, waits: bool) -> None:
    assert (found(INSIGHT, JONAS._replace(thanked=back(days))) == []) is waits


def test_who_neither_bought_nor_was_ever_in_touch_is_not_thanked() -> None:
    assert found(INSIGHT, JONAS._replace(amount=0, last=None)) == []
