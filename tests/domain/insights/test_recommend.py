"""Recommend what fits an interest: by whole words, one thing a person, the best fitting first."""

from __future__ import annotations

import pytest

from relapp.domain.business import RecommendationKind
from relapp.domain.insights.recommend import INSIGHT, Candidate, fits
from tests.domain.insights.table import found

VIKINGS = ("history", "Norway")
TOM = Candidate(
    1, "Tom Keller", "Tom", 5, "History", "of the north", 7, RecommendationKind.BOOK, "Vikings at sea", VIKINGS
)


@pytest.mark.parametrize(
    ("text", "fitting"),
    [
        ("likes history", ["history"]),
        ("HISTORY, and Norway", ["history", "Norway"]),
        ("prehistory", []),
        ("Norwegian", []),
        ("", []),
    ],
)
def test_whole_words_fit(text: str, fitting: list[str]) -> None:
    assert fits(VIKINGS, text) == fitting


@pytest.mark.parametrize(
    ("interest", "text", "expected"),
    [("local history", "The local history of Kiel", True), ("local history", "history, local food", False),
     ("Tromsø", "tromso in winter", True), ("café", "Cafe culture", True), ("--", "--", False)],
)  # fmt: skip
def test_several_words_stand_together_and_accents_do_not_matter(interest: str, text: str, expected: bool) -> None:
    assert bool(fits((interest,), text)) is expected


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (RecommendationKind.BOOK, "Recommend a book to Tom Keller"),
        (RecommendationKind.FILM, "Recommend a film to Tom Keller"),
        (RecommendationKind.ACTIVITY, "Suggest an outing to Tom Keller"),
    ],
)
def test_it_says_why_now(kind: RecommendationKind, title: str) -> None:
    (recommend,) = found(INSIGHT, TOM._replace(kind=kind))
    assert (recommend.title, recommend.short) == (title, "likes history; you noted “Vikings at sea”")
    assert recommend.why == (
        "Tom Keller’s interests say “History: of the north”, and “Vikings at sea” on your list is about history."
    )
    assert recommend.about == "7"
    assert recommend.fields == {"recommendation": "Vikings at sea", "interest": "history"}


def test_one_thing_a_person_the_one_that_fits_best() -> None:
    fjords = TOM._replace(recommendation=3, title="Fjords", interests=("north",))
    both = TOM._replace(recommendation=9, title="Northern history", interests=("north", "history"))
    assert [one.about for one in found(INSIGHT, TOM, fjords)] == ["3"]
    assert [one.about for one in found(INSIGHT, TOM, both, fjords)] == ["9"]
    assert found(INSIGHT, TOM._replace(interests=("sailing",))) == []


def test_whose_line_is_the_latest_does_not_matter() -> None:
    """Else who last got a file would come before the best clients."""
    ana = TOM._replace(person=2, fact=6)
    assert {one.weight for one in found(INSIGHT, TOM, ana)} == {0}
