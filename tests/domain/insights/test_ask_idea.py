"""Asking for feedback or an idea. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.insights.ask_idea import INSIGHT, Candidate, find
from relapp.domain.tiers import Tier
from tests.domain.insights.table import found as ranked

TODAY = date(2026, 3, 12)
TOM = Candidate(7, "Tom Keller", "Tom", Tier.A, None)


@pytest.mark.parametrize(("days", "asked"), [(None, True), (0, False), (179, False), (180, True)])
def test_whoever_was_heard_within_half_a_year_is_left_in_peace(days: int | None, asked: bool) -> None:
    heard = None if days is None else TODAY - timedelta(days=days)
    assert bool(list(find([TOM._replace(heard=heard)], TODAY))) is asked


def test_the_reasons_read_well() -> None:
    never, long_ago = find([TOM, TOM._replace(heard=date(2025, 9, 1))], TODAY)
    assert never.title == "Ask Tom Keller for feedback or an idea"
    assert (never.short, never.why) == ("opinion not known yet", "What Tom thinks of your work is not known yet.")
    assert (long_ago.short, long_ago.why) == (
        "last heard 6 months ago",
        "You last heard Tom’s opinion in September, 6 months ago.",
    )
    assert never.weight > long_ago.weight


def test_of_two_heard_alike_the_a_client_weighs_more() -> None:
    assert [one.person for one in ranked(INSIGHT, TOM._replace(person=1, tier=Tier.B), TOM)] == [7, 1]
