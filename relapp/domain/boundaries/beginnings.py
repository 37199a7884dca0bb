"""Moments to propose: when open spans begin, on the clock's quarters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

PROPOSED = 12
"""How many are proposed, at most."""
QUARTER = 15 * 60


def beginnings(found: Sequence[tuple[datetime, datetime]], zone: tzinfo) -> list[datetime]:
    """When these spans begin, at a quarter of an hour at which they are still open; two a local day."""
    times: list[datetime] = []
    for start, end in found:
        wait = -int(start.timestamp()) % QUARTER
        at = start + timedelta(seconds=wait)
        same_day = [one for one in times if one.astimezone(zone).date() == at.astimezone(zone).date()]
        if at < end and len(same_day) < 2:
            times.append(at.replace(microsecond=0))
    return times[:PROPOSED]
