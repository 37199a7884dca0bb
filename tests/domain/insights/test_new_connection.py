"""Calling somebody newly connected. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.insights.new_connection import Candidate, find

TODAY = date(2026, 3, 12)
TOM = Candidate(7, "Tom Keller", "Tom", 3, date(2026, 3, 9))


def test_it_reads_well() -> None:
    (found,) = find([TOM], TODAY)
    assert (found.title, found.short) == ("Call Tom Keller", "connected on Monday")
    assert found.why == "You connected on Monday and have not spoken since."
    assert found.about == "3"


@pytest.mark.parametrize(("ago", "new"), [(-1, False), (0, True), (21, True), (22, False)])
def test_a_connection_is_new_for_three_weeks(ago: int, new: bool) -> None:
    assert bool(list(find([TOM._replace(day=TODAY - timedelta(days=ago))], TODAY))) is new
