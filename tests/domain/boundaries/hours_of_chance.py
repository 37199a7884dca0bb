"""Hours as nobody would keep them, and the stretches of time in which clocks change: what properties are tried on."""

from __future__ import annotations

import os
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from relapp.domain.boundaries.hours import Closure, Hours, Opening, Week, Window
from relapp.domain.people import Channel
from tests.domain.boundaries.oracle import DAY, EPOCH, instant, minute_of

SOME_ZONES = (
    *("Europe/Berlin", "Europe/London", "Europe/Oslo", "Europe/Lisbon", "Europe/Dublin", "Europe/Istanbul"),
    *("Europe/Chisinau", "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Havana"),
    *(
        "America/Sao_Paulo",
        "America/Santiago",
        "America/Asuncion",
        "America/Caracas",
        "America/Nuuk",
        "America/Phoenix",
    ),
    *("Africa/Casablanca", "Africa/Cairo", "Africa/Lagos", "Asia/Beirut", "Asia/Tehran", "Asia/Kolkata"),
    *("Asia/Kathmandu", "Asia/Tokyo", "Asia/Gaza", "Asia/Pyongyang", "Australia/Sydney", "Australia/Lord_Howe"),
    *("Australia/Adelaide", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati"),
    *("Antarctica/Troll", "UTC"),
)
ZONES = tuple(sorted(available_timezones() - {"localtime"})) if os.environ.get("RELAPP_ALL_ZONES") else SOME_ZONES

YEARS = {"Pacific/Apia": (2011, 2026), "America/Sao_Paulo": (2018,), "America/Caracas": (2016,), "Asia/Tehran": (2021,),
         "Asia/Pyongyang": (2015, 2018), "America/St_Johns": (2006, 2026)}  # fmt: skip
"""Where the clocks did the oddest things in another year: a day left out, midnight shown twice."""

STRETCH = 9
"""Days that are looked at."""


@lru_cache(maxsize=1024)
def stretches(zone: str) -> tuple[int, ...]:
    """Days since 1970 on which a stretch begins: one around each clock change of a year, and one like any other."""
    found = [(date(2026, 3, 12) - EPOCH.date()).days]
    for year in YEARS.get(zone, (2026,)):
        first = (date(year, 1, 1) - EPOCH.date()).days
        ahead = [instant(day * DAY).astimezone(ZoneInfo(zone)).utcoffset() for day in range(first, first + 367)]
        found += [first + day - 4 for day in range(366) if ahead[day] != ahead[day + 1]]
    return tuple(found)


minutes = st.one_of(st.integers(0, 23).map(lambda hour: hour * 60), st.integers(0, DAY - 1))
ends = st.one_of(minutes, st.just(DAY))
windows = st.builds(Window, minutes, ends)
weeks: st.SearchStrategy[Week] = st.lists(st.lists(windows, max_size=3).map(tuple), min_size=7, max_size=7).map(tuple)
channels = st.sampled_from((None, Channel.EMAIL, Channel.CALL))


@st.composite
def hours_around(draw: st.DrawFn, zone: str, begins: int) -> Hours:
    """Hours with closures and openings near the stretch that begins on this day since 1970."""
    days = st.integers(begins - 3, begins + STRETCH + 3).map(lambda day: EPOCH.date() + timedelta(days=day))
    closures = st.builds(
        lambda first, more, off: Closure(first, first + timedelta(days=more), off=off),
        days, st.integers(0, 3), st.sampled_from((False, False, False, True)),
    )  # fmt: skip
    openings = st.builds(Opening, days, windows, channels)
    return Hours(
        zone,
        draw(weeks),
        tuple(draw(st.lists(closures, max_size=3))),
        tuple(draw(st.lists(openings, max_size=3))),
    )


__all__ = [
    "DAY",
    "STRETCH",
    "ZONES",
    "channels",
    "hours_around",
    "instant",
    "minute_of",
    "stretches",
    "weeks",
    "windows",
]
