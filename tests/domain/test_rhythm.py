"""The usual gap between contacts, when a silence is long against it, and the points of the sparkline."""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.rhythm import LOOKS_BACK, POINTS, Usual, gaps_of, pulse, usual_of


@pytest.mark.parametrize(
    ("gaps", "usual", "limit"),
    [
        ([10, 10, 10], None, None),
        ([10, 10, 10, 10], Usual(10, 10), 15),
        ([21, 20, 21, 22, 34], Usual(21, 34), 34),
        ([7, 8, 9, 30], Usual(8.5, 30), 30),
        ([7, 8, 9, 9], Usual(8.5, 9), 13),
        ([1, 1, 1, 1], Usual(1, 1), 2),
        (list(range(1, 12)), Usual(6, 10), 10),
        ([*range(1, 10), 500], Usual(5.5, 9), 9),
    ],
)
def test_what_is_usual_and_what_is_long(gaps: list[int], usual: Usual | None, limit: int | None) -> None:
    found = usual_of(gaps)
    assert found == usual
    assert (None if found is None else found.limit) == limit


@given(st.lists(st.integers(1, 400), min_size=4, max_size=60))
def test_nine_in_ten_gaps_are_no_longer_than_the_percentile(gaps: list[int]) -> None:
    found = usual_of(gaps)
    assert found is not None
    assert found.median == median(gaps)
    within = [gap for gap in gaps if gap <= found.p90]
    below = [gap for gap in gaps if gap < found.p90]
    assert found.p90 in gaps
    assert 10 * len(within) >= 9 * len(gaps) > 10 * len(below)
    assert found.limit >= found.p90
    assert found.limit - 1 < max(found.p90, 1.5 * median(gaps)) <= found.limit


def test_gaps_lie_between_days() -> None:
    assert gaps_of([]) == gaps_of([5]) == []
    assert gaps_of([5, 8, 20]) == [3, 12]


@given(st.sets(st.integers(0, 800)).map(sorted))
def test_each_point_counts_the_quarter_before_it(days: list[int]) -> None:
    today = 700
    points = pulse(days, today)
    assert len(points) == POINTS
    ends = [today - 30 * back for back in range(POINTS - 1, -1, -1)]
    assert list(points) == [sum(end - 91 < day <= end for day in days) for end in ends]
    assert pulse([day for day in days if day > today - LOOKS_BACK], today) == points
