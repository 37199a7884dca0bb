"""Clocks for tests: time stands until it is told to move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

NOW = datetime(2026, 3, 12, 9, 12, tzinfo=UTC)
"""Thursday 12 March 2026, 10:12 in Berlin."""


class StandingClock:
    """A clock of the `Clock` port; set `at` to move it."""

    def __init__(self, at: datetime = NOW, zone: tzinfo = ZoneInfo("Europe/Berlin")) -> None:  # noqa: B008 - immutable
        self.at = at
        self._zone = zone

    def now(self) -> datetime:
        return self.at

    def zone(self) -> tzinfo:
        return self._zone

    def travel(self, zone: tzinfo) -> None:
        """The machine is in this zone from now on."""
        self._zone = zone

    def advance(self, **amount: float) -> None:
        """Moves on by a timedelta's arguments."""
        self.at += timedelta(**amount)
