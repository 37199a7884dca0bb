"""How time is taken: ours and the floor in turns, in one process or one after the other, so that drift hits both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence


def milliseconds(act: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def in_turns(
    ours: Callable[[], float], floor: Callable[[], float], rounds: int, warm_up: int = 1
) -> tuple[list[float], list[float]]:
    """The figures of both, taken alternately and each first every other time; warm-up rounds do not count.

    A single round is a look whether it still runs, and none goes before it.
    """
    mine: list[float] = []
    its: list[float] = []
    for number in range(-warm_up if rounds > 1 else 0, rounds):
        gc.collect()
        first, second = (ours, floor) if number % 2 else (floor, ours)
        one, other = first(), second()
        if number >= 0:
            mine.append(one if first is ours else other)
            its.append(other if first is ours else one)
    return mine, its


def percentile(figures: Sequence[float], share: float) -> float:
    """The smallest figure that at least this share of them does not exceed."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.499999) - 1))]
