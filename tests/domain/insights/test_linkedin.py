"""Connecting on LinkedIn, and endorsing once a year. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.insights.linkedin import INSIGHT, Candidate, find
from relapp.domain.tiers import Tier
from tests.domain.insights.table import found as ranked

TODAY = date(2026, 3, 12)
TOM = Candidate(7, "Tom Keller", "Tom", Tier.A, None)


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (None, "Connect with Tom Keller on LinkedIn"),
        (0, None),
        (365, None),
        (366, "Endorse Tom Keller on LinkedIn"),
    ],
)
def test_connect_once_and_endorse_after_a_year(days: int | None, title: str | None) -> None:
    last = None if days is None else TODAY - timedelta(days=days)
    assert [one.title for one in find([TOM._replace(last=last)], TODAY)] == ([] if title is None else [title])


def test_the_reasons_read_well() -> None:
    connect, endorse = find([TOM, TOM._replace(last=date(2025, 1, 20))], TODAY)
    assert (connect.short, connect.why) == (
        "never a word there yet",
        "You have Tom’s profile and were never in touch there.",
    )
    assert (endorse.short, endorse.why) == (
        "last word there in January 2025",
        "Your last word on social media was in January 2025: 13 months ago.",
    )


def test_a_clients_weigh_most() -> None:
    c, b, a = (TOM._replace(person=number, tier=tier) for number, tier in enumerate(reversed(Tier)))
    assert [one.person for one in ranked(INSIGHT, c, b, a)] == [a.person, b.person, c.person]
