"""At what time of day things happened: mostly in working hours, seldom in the evening, by the other's clock too."""

from __future__ import annotations

import random
from datetime import date
from zoneinfo import ZoneInfo

from relapp.domain.sample.moments import Moments

_MORNING = (9 * 60, 12 * 60 + 30)
_AFTERNOON = (13 * 60 + 30, 17 * 60 + 30)
_LIVE = ("call", "video")


def minute_of(kind: str, incoming: bool, day: date, zone: str, moments: Moments, rng: random.Random) -> int:
    """Minutes since my midnight. A call, and what comes in, falls between eight and seven on their clock if it can."""
    if kind == "lunch":
        return 12 * 60 + 15 + 5 * int(rng.random() * 8)
    if incoming and kind in ("email", "message", "social") and rng.random() < 0.08:
        return 18 * 60 + int(rng.random() * 250)
    minute = _working_minute(kind, rng)
    if not zone or not (incoming or kind in _LIVE):
        return minute
    for _ in range(12):
        theirs = moments.instant(day, minute).astimezone(ZoneInfo(zone)).hour
        if 8 <= theirs < 19:
            break
        minute = _working_minute(kind, rng)
    return minute


def minutes_long(kind: str, rng: random.Random) -> int | None:
    """How long it took, in whole minutes; None for what has no length."""
    if kind not in _LENGTHS:
        return None
    least, most, step = _LENGTHS[kind]
    return least + step * int(rng.random() * ((most - least) // step + 1))


_LENGTHS = {
    "call": (4, 38, 1),
    "video": (15, 60, 5),
    "meeting": (45, 180, 15),
    "lunch": (50, 110, 5),
    "visit": (60, 360, 30),
}


def _working_minute(kind: str, rng: random.Random) -> int:
    if kind in ("meeting", "visit"):
        return 9 * 60 + 30 * int(rng.random() * 4) if rng.random() < 0.5 else 13 * 60 + 30 + 30 * int(rng.random() * 5)
    first, last = _MORNING if rng.random() < 0.48 else _AFTERNOON
    step = 15 if kind == "video" else 1
    return first + step * int(rng.random() * ((last - first) / step))
