"""From instants to local days, very many of them: the offset of a zone is asked for once a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

_DAY = 86400
_EPOCH = date(1970, 1, 1).toordinal()


class LocalDays:
    """The days of one zone, as ordinals."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._offsets: dict[int, int | None] = {}  # by days since 1970 UTC; None where the clocks change

    def of(self, at: int) -> int:
        """The ordinal of the local day of an instant (seconds since 1970 UTC)."""
        number = at // _DAY
        try:
            offset = self._offsets[number]
        except KeyError:
            offset = self._offsets[number] = self._steady(number)
        return (at + (self._offset(at) if offset is None else offset)) // _DAY + _EPOCH

    def beginning(self, day: int) -> int:
        """An instant at which that day has not begun anywhere, less than two days before it begins here."""
        return (day - _EPOCH - 1) * _DAY

    def _steady(self, number: int) -> int | None:
        first, last = self._offset(number * _DAY), self._offset(number * _DAY + _DAY - 1)
        return first if first == last else None

    def _offset(self, at: int) -> int:
        offset = datetime.fromtimestamp(at, UTC).astimezone(self._zone).utcoffset()
        return 0 if offset is None else int(offset.total_seconds())


@lru_cache(maxsize=4)
def local_days(zone: tzinfo) -> LocalDays:
    """The same for the same zone, with what it knows already."""
    return LocalDays(zone)
