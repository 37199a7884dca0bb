"""The only place that reads the clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def _machine_zone() -> tzinfo:
    """The machine's IANA zone; UTC when it has none that is known."""
    from tzlocal import get_localzone_name

    try:
        return ZoneInfo(get_localzone_name() or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


class SystemClock:
    """The machine's clock."""

    def __init__(self) -> None:
        self._zone: tzinfo | None = None

    def now(self) -> datetime:
        return datetime.now(UTC)

    def zone(self) -> tzinfo:
        if self._zone is None:
            self._zone = _machine_zone()
        return self._zone


class StartedAt(SystemClock):
    """A clock that begins at a given instant and runs on from there: `--now`."""

    def __init__(self, start: datetime) -> None:
        super().__init__()
        self._start = start.astimezone(UTC)
        self._since = time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._since)
