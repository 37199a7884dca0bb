"""Days of my own on which nobody is expected to be in touch: they count against nobody. Days are local dates of mine.

Only closures make leave; weekends, holidays and pauses do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Leave:
    """Spans of closed days by their ordinals, both ends included; in order, none touching the next."""

    spans: tuple[tuple[int, int], ...] = ()

    def after(self, start: date, days: int) -> date | None:
        """The day on which `days` days (at least 1) that are not closed have passed since `start`; None beyond 9999."""
        begun = start.toordinal()
        end = begun + days
        for first, last in self.spans:
            if first > end:
                break
            if last > begun:
                end += last - max(first, begun + 1) + 1
        return date.fromordinal(end) if end <= _LAST else None

    def between(self, start: date, end: date) -> int:
        """How many days after `start`, up to `end`, are closed."""
        begun, until = start.toordinal(), end.toordinal()
        return sum(max(0, min(last, until) - max(first, begun + 1) + 1) for first, last in self.spans)


NO_LEAVE = Leave()


def leave_of(spans: Iterable[tuple[date, date]]) -> Leave:
    """The leave that these first and last days make together; they may overlap."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted((first.toordinal(), last.toordinal()) for first, last in spans if first <= last):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return Leave(tuple(joined))


def changed_days(before: Leave, after: Leave) -> tuple[date, date] | None:
    """The first and the last day that are closed in one of them only; None when they are the same."""
    one, other = _edges(before), _edges(after)
    edges = sorted(one ^ other)
    return (date.fromordinal(edges[0][0]), date.fromordinal(edges[-1][0] - 1)) if edges else None


def _edges(leave: Leave) -> set[tuple[int, bool]]:
    """Where it begins (False) and where it is over (True)."""
    return {edge for first, last in leave.spans for edge in ((first, False), (last + 1, True))}
