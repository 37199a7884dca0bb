"""Answering what was left open. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.insights.answer_idea import INSIGHT, Candidate, find
from tests.domain.insights.table import found as ranked

TODAY = date(2026, 3, 12)
PORTAL = Candidate(7, "Tom Keller", "Tom", 3, "A portal\nfor invoices.", date(2026, 3, 2))


def test_it_reads_well() -> None:
    (found,) = find([PORTAL], TODAY)
    assert found.title == "Answer Tom Keller’s idea"
    assert found.short == "open for 10 days: “A portal for invoices.”"
    assert found.why == "Tom’s idea came on 2 March and has been open for 10 days: “A portal for invoices”."
    assert (found.about, found.fields) == ("3", {"idea": "A portal for invoices"})


@pytest.mark.parametrize(("days", "due"), [(4, False), (5, True), (400, True), (-1, False)])
def test_an_idea_may_wait_for_five_days(days: int, due: bool) -> None:
    assert bool(list(find([PORTAL._replace(day=TODAY - timedelta(days=days))], TODAY))) is due


def test_what_waits_longest_weighs_most() -> None:
    old = PORTAL._replace(idea=4, day=date(2026, 1, 2))
    assert [one.about for one in ranked(INSIGHT, PORTAL, old)] == ["4", "3"]


def test_a_long_idea_is_cut_in_the_reasons_and_whole_in_the_draft() -> None:
    (found,) = find([PORTAL._replace(text="portal " * 300)], TODAY)
    assert len(found.short) < 100
    assert 240 < len(found.why) < 340
    assert found.fields["idea"].count("portal") == 300
