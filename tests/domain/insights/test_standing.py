"""Rating anew how I stand with a client. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.insights.standing import INSIGHT, Candidate, find
from relapp.domain.tiers import Tier

TODAY = date(2026, 3, 12)
TOM = Candidate(7, "Tom Keller", "Tom", Tier.A, None, None)


@pytest.mark.parametrize(("days", "due"), [(None, True), (0, False), (182, False), (183, True)])
def test_a_mark_holds_for_half_a_year(days: int | None, due: bool) -> None:
    one = TOM if days is None else TOM._replace(score=3, day=TODAY - timedelta(days=days))
    assert bool(list(find([one], TODAY))) is due


def test_the_reasons_read_well() -> None:
    never, long_ago = find([TOM, TOM._replace(score=4, day=date(2025, 8, 3))], TODAY)
    assert never.title == "Rate your standing with Tom Keller"
    assert (never.short, never.why) == ("never rated", "You have not yet said how you stand with Tom.")
    assert (long_ago.short, long_ago.why) == (
        "last rated in August",
        "You rated your standing 4 of 5 in August, more than half a year ago.",
    )
    assert never.weight > long_ago.weight


def test_nothing_is_sent() -> None:
    assert (INSIGHT.channels, INSIGHT.phrase) == ((), "")
