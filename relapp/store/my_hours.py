"""My hours as the file has them, for the rows that are derived from them, and a number that tells one state of them
from another.

Nothing is written here.
"""

from __future__ import annotations

from datetime import date, tzinfo
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from zoneinfo import TZPATH

from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import OFFICE, Closure, Hours, Opening, UrgentRule, Window
from relapp.domain.people import Channel
from relapp.domain.settings import (
    ME_ZONE,
    URGENT_BETWEEN,
    URGENT_CHANNELS,
    URGENT_TIERS,
    URGENT_WORDS,
    WEEK,
)
from relapp.domain.tiers import Tier
from relapp.store import stored_settings
from relapp.store.connection import Database

_ALL_DAY = Window(0, 0)
_CLOSURES = "SELECT id, first, last, title, holiday, off FROM closure WHERE person_id IS NULL ORDER BY first, id"
_OPENINGS = "SELECT id, day, starts, ends, channel, title FROM opening ORDER BY day, starts, id"


class MyHours(NamedTuple):
    """My hours and urgent rule. `version` follows their content, so what was undone has its old version again."""

    hours: Hours
    rule: UrgentRule
    version: int


def read(db: Database, zone: tzinfo) -> MyHours:
    """As they stand; `zone` is mine (setting or machine)."""
    said = stored_settings.all_of(db)
    closures = tuple(closure_of(*row) for row in db.rows(_CLOSURES))
    openings = tuple(_opening(*row) for row in db.rows(_OPENINGS))
    return _made(
        str(said.get(ME_ZONE.key) or getattr(zone, "key", "UTC")),
        str(said.get(WEEK.key, WEEK.default)),
        closures,
        openings,
        tuple(str(said.get(one.key, one.default)) for one in (URGENT_TIERS, URGENT_CHANNELS, URGENT_BETWEEN)),
        str(said.get(URGENT_WORDS.key, "")),
        zone_data_version(),
    )


@lru_cache(maxsize=8)
def _made(
    zone: str,
    week: str,
    closures: tuple[Closure, ...],
    openings: tuple[Opening, ...],
    urgent: tuple[str, ...],
    words: str,
    edition: str,
) -> MyHours:
    """The same object for the same content: open time is worked out once for each."""
    read_week = week_text.read(week)
    hours = Hours(zone, OFFICE if read_week is None else read_week, closures, openings)
    tiers, channels, between = urgent
    rule = UrgentRule(
        frozenset(Tier(one) for one in tiers.split(",") if one),
        frozenset(Channel(one) for one in channels.split(",") if one),
        week_text.read_window(between) or _ALL_DAY,
        words,
    )
    content = (
        zone,
        hours.week,
        [(one.first, one.last, one.title) for one in closures if not one.off],
        [(one.day, one.window, one.channel) for one in openings],
        urgent,
        edition,
    )
    digest = blake2b(repr(content).encode(), digest_size=8).digest()
    return MyHours(hours, rule, int.from_bytes(digest, "big") >> 1)


def closure_of(id_: int, first: str, last: str, title: str, holiday: int, off: int) -> Closure:
    """A row of the table as the domain has it."""
    return Closure(date.fromisoformat(first), date.fromisoformat(last), title, bool(holiday), bool(off), id_)


def _opening(id_: int, day: str, starts: int, ends: int, channel: str | None, title: str) -> Opening:
    return Opening(
        date.fromisoformat(day), Window(starts, ends), None if channel is None else Channel(channel), title, id_
    )


@lru_cache(maxsize=1)
def zone_data_version() -> str:
    """Which edition of the zone data this machine has, like "2026a"; empty where it doesn't say."""
    for folder in TZPATH:
        for name in ("+VERSION", "version", "tzdata.zi"):
            try:
                with Path(folder, name).open(encoding="ascii", errors="replace") as file:
                    return file.readline().removeprefix("# version").strip()
            except OSError:
                continue
    from importlib.metadata import PackageNotFoundError, version  # brings a good deal along

    try:
        return version("tzdata")
    except PackageNotFoundError:
        return ""
