"""Looking at a fact again. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.insights.refresh_fact import Candidate, find

TODAY = date(2026, 3, 12)
JOB = Candidate(7, "Tom Keller", "Tom", 3, "Partner", "looks for work", date(2026, 3, 2))


def test_it_reads_well() -> None:
    (found,) = find([JOB], TODAY)
    assert (found.title, found.short) == ("Is it still true of Tom Keller?", "Partner: looks for work")
    assert found.why == "You wanted to look at this again on 2 March: “Partner: looks for work”."
    assert found.about == "3-2026-03-02"


@pytest.mark.parametrize(("days", "due"), [(-1, True), (0, True), (1, False)])
def test_it_comes_on_the_day_of_review(days: int, due: bool) -> None:
    assert bool(list(find([JOB._replace(review=TODAY + timedelta(days=days))], TODAY))) is due


def test_a_new_day_of_review_is_a_new_act() -> None:
    one, other = find([JOB, JOB._replace(review=TODAY)], TODAY)
    assert one.about != other.about
    assert one.weight > other.weight


def test_of_a_private_fact_nothing_is_told() -> None:
    (found,) = find([JOB._replace(label="", text="")], TODAY)
    assert (found.short, found.fields) == ("something private", {})
