"""Meet in person: A clients without lunch or visit for a quarter, who was never met first."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.insights.meet import INSIGHT, Candidate
from tests.domain.insights.table import back, found

JONAS = Candidate(1, "Jonas Lind", "Jonas", None)


@pytest.mark.parametrize(("last", "expected"), [(None, 1), (back(90), 0), (back(91), 1)])
def test_after_a_quarter(last: date | None, expected: int) -> None:
    assert len(found(INSIGHT, JONAS._replace(last=last))) == expected


@pytest.mark.parametrize(
    ("last", "short", "why"),
    [
        (
            None,
            "no lunch or visit yet",
            "Jonas Lind is an A client, and the two of you have had no lunch or visit yet.",
        ),
        (
            date(2025, 11, 5),
            "no lunch or visit for 4 months",
            "Jonas Lind is an A client; your last lunch or visit was in November.",
        ),
    ],
)
def test_it_says_why_now(last: date | None, short: str, why: str) -> None:
    (meet,) = found(INSIGHT, JONAS._replace(last=last))
    assert (meet.title, meet.short, meet.why) == ("Meet Jonas Lind in person", short, why)


def test_who_was_never_met_comes_first_then_the_longest_ago() -> None:
    others = (JONAS._replace(person=2, last=back(100)), JONAS._replace(person=3, last=back(200)))
    assert [one.person for one in found(INSIGHT, *others, JONAS)] == [1, 3, 2]
