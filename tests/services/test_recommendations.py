"""My list of books, films and activities, and giving each to a person once."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.core import Core
from relapp.domain.business import Given, Recommendation, RecommendationKind
from relapp.domain.errors import NoSuchPerson, NoSuchRecord, Refused

BOOK = Recommendation(RecommendationKind.BOOK, " The  sea", ("sailing, History", "sailing", ""), " Short ")
KEPT = Recommendation(RecommendationKind.BOOK, "The sea", ("sailing", "History"), "Short", 1)
FIRST, LATER = date(2026, 3, 1), date(2026, 3, 8)


def test_the_list_stands_by_kind_and_title(core: Core) -> None:
    core.recommendations.add(BOOK)
    walk = core.recommendations.add(Recommendation(RecommendationKind.ACTIVITY, "Walk"))
    again = core.recommendations.add(Recommendation(RecommendationKind.BOOK, "a hill"))
    assert [one.id for one in core.recommendations.all()] == [walk, again, 1]
    assert core.recommendations.get(1) == KEPT
    for title in ("THE SEA", " "):
        with pytest.raises(Refused):
            core.recommendations.add(Recommendation(RecommendationKind.BOOK, title))
    core.recommendations.edit(KEPT)
    core.recommendations.delete(walk)
    with pytest.raises(NoSuchRecord):
        core.recommendations.edit(Recommendation(RecommendationKind.ACTIVITY, "Run", id=walk))
    core.history.undo()
    assert core.recommendations.get(walk).title == "Walk"


def test_nobody_gets_the_same_twice(core: Core, tom: int, ana: int) -> None:
    core.recommendations.add(BOOK)
    walk = core.recommendations.add(Recommendation(RecommendationKind.ACTIVITY, "Walk"))
    core.recommendations.give(1, tom, FIRST)
    core.recommendations.give(walk, tom, LATER)
    core.recommendations.give(1, ana, LATER)
    changes = len(core.history.list())
    with pytest.raises(Refused, match="“The sea” was recommended to Tom Keller already, on 1 March 2026"):
        core.recommendations.give(1, tom, LATER)
    assert len(core.history.list()) == changes
    assert [one.recommendation.title for one in core.recommendations.given(tom)] == ["Walk", "The sea"]
    with pytest.raises(NoSuchPerson):
        core.recommendations.give(1, 99, FIRST)


def test_what_leaves_the_list_and_comes_back_still_knows_who_got_it(core: Core, tom: int) -> None:
    core.recommendations.add(BOOK)
    core.recommendations.give(1, tom, FIRST)
    core.recommendations.delete(1)
    assert core.recommendations.given(tom) == []
    core.history.undo()
    assert core.recommendations.given(tom) == [Given(KEPT, FIRST)]
    core.history.undo()
    assert core.recommendations.given(tom) == []
