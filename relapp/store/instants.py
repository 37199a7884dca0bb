"""How instants and days lie in the file, and back: whole seconds since 1970 UTC, ISO days."""

from __future__ import annotations

from datetime import UTC, date, datetime

from relapp.domain.dates import PartialDate


def seconds(instant: datetime) -> int:
    return int(instant.timestamp())


def instant(stored: int | None) -> datetime | None:
    return None if stored is None else datetime.fromtimestamp(stored, UTC)


def day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)


def partial(stored: str | None) -> PartialDate | None:
    return None if stored is None else PartialDate.parse(stored)


def text(value: object | None) -> str | None:
    return None if value is None else str(value)
