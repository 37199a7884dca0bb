"""Getting back in touch with who went quiet. Today is Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.domain.insights.going_quiet import INSIGHT, Candidate, find
from relapp.domain.tiers import Tier
from tests.domain.insights.table import found as ranked

TODAY = date(2026, 3, 12)
FERRO = Candidate(
    7, "Aldo Ferro", "Aldo", None, date(2026, 2, 20), TODAY - timedelta(days=64), 21.0, by_attempts=False, unanswered=0
)


@pytest.mark.parametrize(
    ("one", "short", "why"),
    [
        (FERRO, "silent for 64 days", "Usually every 21 days; silent for 64."),
        (FERRO._replace(usual=20.5), "silent for 64 days", "Usually every 21 days; silent for 64."),
        (FERRO._replace(usual=1.0), "silent for 64 days", "Usually every day; silent for 64."),
        (
            FERRO._replace(by_attempts=True, unanswered=3),
            "3 messages without an answer",
            "Usually every 21 days; silent for 64. Your last 3 messages had no answer.",
        ),
        (
            FERRO._replace(by_attempts=True, unanswered=3, usual=None),
            "3 messages without an answer",
            "Your last 3 messages had no answer.",
        ),
        (
            FERRO._replace(by_attempts=True, unanswered=4, usual=None, last=None),
            "4 messages without an answer",
            "Your last 4 messages had no answer.",
        ),
    ],
)
def test_the_reasons_read_well(one: Candidate, short: str, why: str) -> None:
    (found,) = find([one], TODAY)
    assert (found.short, found.why) == (short, why)
    assert found.title == "Get back in touch with Aldo Ferro"


@pytest.mark.parametrize(("days", "quiet"), [(-1, True), (0, True), (1, False)])
def test_somebody_is_quiet_from_their_day_on(days: int, quiet: bool) -> None:
    assert bool(list(find([FERRO._replace(quiet_on=TODAY + timedelta(days=days))], TODAY))) is quiet


def test_tiers_come_first_then_who_went_quiet_last() -> None:
    old_a = FERRO._replace(person=1, tier=Tier.A, quiet_on=date(2020, 1, 1))
    new_b = FERRO._replace(person=2, tier=Tier.B, quiet_on=TODAY)
    old_b = FERRO._replace(person=3, tier=Tier.B, quiet_on=TODAY - timedelta(days=1))
    assert [one.person for one in ranked(INSIGHT, FERRO, old_b, new_b, old_a)] == [1, 2, 3, 7]
