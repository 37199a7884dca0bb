"""Which entries came in outside my hours. Asked while painting, so each answer is kept until the hours change."""

from __future__ import annotations

from datetime import UTC, datetime

from relapp.core import Core
from relapp.domain.entries.kind import Direction
from relapp.domain.pages import EntryLine

_KEPT = 5000


class OutsideHours:
    """Call `forget` when my hours or my zone changed."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._known: dict[int, bool] = {}

    def __call__(self, line: EntryLine) -> bool:
        """Whether they turned to me when I was not there; a note has no such hour."""
        if line.direction != Direction.IN:
            return False
        known = self._known.get(line.at)
        if known is None:
            known = self._known[line.at] = self._is_outside(line.at)
        return known

    def forget(self) -> None:
        """Ask anew."""
        self._known.clear()

    def _is_outside(self, at: int) -> bool:
        from relapp.domain.boundaries.spans import is_open

        if len(self._known) >= _KEPT:
            self._known.clear()
        hours = self._core.hours.mine()
        return any(hours.week) and not is_open(hours, datetime.fromtimestamp(at, UTC))
