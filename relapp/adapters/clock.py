"""The only place that reads the clock."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def _machine_zone() -> tzinfo:
    """The machine's IANA zone; UTC when it has none that is known."""
    try:
        return ZoneInfo(_zone_name() or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _zone_name() -> str | None:
    """Where /etc/localtime leads, see localtime(5); only where that says nothing tzlocal is asked, which takes longer
    than the first page of the list.
    """
    if "TZ" not in os.environ:
        try:
            _, known, name = os.readlink("/etc/localtime").partition("/zoneinfo/")
        except OSError:
            known, name = "", ""
        if known:
            return name
    from tzlocal import get_localzone_name

    return get_localzone_name()


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
