"""A person's own rhythm: the gaps between the days of contact, and from when a silence is long against them.

Days are ordinals of local dates of mine, in order and each once; nothing here knows an instant or the calendar.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

WINDOW = 1096
"""Days of the last three years: a contact so many days ago still counts, one before it does not."""
LEAST_GAPS = 4
"""Fewer gaps make no rhythm."""
UNANSWERED = 3
"""So many attempts without an answer are a silence of their own."""
POINTS = 12
_STEP, _QUARTER = 30, 91
LOOKS_BACK = (POINTS - 1) * _STEP + _QUARTER
"""Days that `pulse` looks at."""


class Usual(NamedTuple):
    """How often there is contact: the median of the gaps and their 90th percentile by nearest rank, in days."""

    median: float
    p90: int

    @property
    def limit(self) -> int:
        """The silence that is long, in whole days: the 90th percentile, or 1.5 medians where that is more."""
        return max(self.p90, ceil(1.5 * self.median))


def gaps_of(days: Sequence[int]) -> list[int]:
    """The days between each contact and the next."""
    return [after - before for before, after in pairwise(days)]


def usual_of(gaps: Sequence[int]) -> Usual | None:
    """None where there are too few gaps."""
    count = len(gaps)
    if count < LEAST_GAPS:
        return None
    ordered = sorted(gaps)
    middle = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    return Usual(middle, ordered[-(-9 * count // 10) - 1])


def pulse(days: Sequence[int], today: int) -> tuple[int, ...]:
    """The points of a sparkline: days of contact in the quarter before each of the last twelve months, today last."""
    ends = (today - _STEP * back for back in reversed(range(POINTS)))
    return tuple(bisect_right(days, end) - bisect_right(days, end - _QUARTER) for end in ends)
