"""What is to be done about whom, which dates come round and when the desk is closed, told relative to today."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from relapp.domain.boundaries.hours import Closure, Opening
from relapp.domain.boundaries.week_text import read_window
from relapp.domain.follow_ups import State
from relapp.domain.occasions import OccasionKind
from relapp.domain.people import Channel
from relapp.domain.sample.moments import Moments, working_day
from relapp.domain.sample.shapes import SampleFollowUp, SampleOccasion, SamplePlans

PLANS_FILE = "follow-ups.toml"
_SET_AT = 11 * 60
_CLOSED_AT = 16 * 60

Line = dict[str, Any]


def plans(moments: Moments, read: Callable[[str], str]) -> SamplePlans:
    """Everything of the file. Raises ValueError for a day that is told in no way `Moments` knows."""
    told: dict[str, list[Line]] = tomllib.loads(read(PLANS_FILE))
    return SamplePlans(
        follow_ups=tuple(_follow_up(line, moments) for line in told["follow_ups"]),
        occasions=tuple(_occasion(line, moments) for line in told["occasions"]),
        closures=tuple(
            Closure(_day(line["first"], moments), _day(line["last"], moments), line["title"])
            for line in told["closures"]
        ),
        openings=tuple(_opening(line, moments) for line in told["openings"]),
    )


def _follow_up(line: Line, moments: Moments) -> SampleFollowUp:
    closed = line.get("done", line.get("skipped"))
    set_at = _ago(line["set"], _SET_AT, moments)
    return SampleFollowUp(
        person=line["person"],
        what=moments.fill(line["what"]),
        due=_due(line, moments),
        set_at=min(set_at, moments.now),
        fixed=line.get("fixed", False),
        urgent=line.get("urgent", False),
        channel=Channel(line["channel"]) if "channel" in line else None,
        repeat=line.get("repeat", ""),
        note=line.get("note", ""),
        state=State.DONE if "done" in line else State.SKIPPED if "skipped" in line else State.OPEN,
        snoozed_to=moments.moment(line["snoozed"]) if "snoozed" in line else None,
        closed_at=None if closed is None else _ago(closed, _CLOSED_AT, moments),
    )


def _due(line: Line, moments: Moments) -> datetime | date:
    """On a working day: before today one before, after today one after, unless it is exact."""
    day_told, _, hour = line["due"].partition(" ")
    day = _day(day_told, moments)
    if day != moments.today and not line.get("exact", False):
        day = working_day(day, -1 if day < moments.today else 1)
    if not hour:
        return day
    hours, minutes = hour.split(":")
    return moments.instant(day, int(hours) * 60 + int(minutes))


def _ago(days: int, minute: int, moments: Moments) -> datetime:
    return moments.instant(moments.today - timedelta(days=days), minute)


def _occasion(line: Line, moments: Moments) -> SampleOccasion:
    day = moments.some_day(line["day"]) if "day" in line else None
    if day is not None and line.get("yearless", False):
        day = replace(day, year=None)
    return SampleOccasion(
        person=line["person"],
        kind=OccasionKind(line.get("kind", OccasionKind.RENEWAL)),
        title=line.get("title", ""),
        day=day,
        lead_days=line.get("lead_days", 0),
        popup=line.get("popup"),
    )


def _opening(line: Line, moments: Moments) -> Opening:
    window = read_window(line["window"])
    if window is None:
        raise ValueError(f"{line['window']!r} is no window")
    return Opening(_day(line["day"], moments), window, Channel(line["channel"]), line["title"])


def _day(told: str, moments: Moments) -> date:
    day = moments.day(told)
    if day is None:
        raise ValueError(f"{told!r} is no day")
    return day
