"""What is told by hand: the newest happenings with the people of the pictures, and the plans for a year."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from typing import Any

from relapp.domain.entries import kind_of
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.sample.moments import Moments, working_day
from relapp.domain.sample.shapes import SampleEntry

DIARY_FILE = "diary.toml"
PLANNED_FILE = "planned.toml"


def happened(moments: Moments, read: Callable[[str], str]) -> tuple[SampleEntry, ...]:
    """The told past: `today-N` moves to a working day unless it is `exact`; what lies later today is left out."""
    lines: list[dict[str, Any]] = tomllib.loads(read(DIARY_FILE))["happened"]
    moved = [line | {"at": _on_working_day(line["at"], moments, -1)} if _may_move(line) else line for line in lines]
    return tuple(entry for entry in _entries(moved, moments) if entry.at <= moments.now)


def planned(moments: Moments, read: Callable[[str], str]) -> tuple[SampleEntry, ...]:
    """The year ahead, on working days; what was planned for an hour of today that is gone is left out."""
    lines: list[dict[str, Any]] = tomllib.loads(read(PLANNED_FILE))["planned"]
    on_working_days = [line | {"at": _on_working_day(line["at"], moments, 1)} for line in lines]
    return tuple(entry for entry in _entries(on_working_days, moments) if entry.at > moments.now)


def _may_move(line: dict[str, Any]) -> bool:
    return line["at"].startswith("today-") and not line.get("exact", False)


def _on_working_day(told: str, moments: Moments, step: int) -> str:
    day_told, _, hour = told.rpartition(" ")
    day = moments.day(day_told)
    if day is None:
        raise ValueError(f"{told!r} is no moment")
    return f"today{(working_day(day, step) - moments.today).days:+} {hour}"


def _entries(lines: Iterable[dict[str, Any]], moments: Moments) -> Iterable[SampleEntry]:
    for line in lines:
        kind = kind_of(line["kind"])
        yield SampleEntry(
            kind=kind.key,
            at=moments.moment(line["at"]),
            people=tuple(line["people"]),
            text=moments.fill(line["text"]),
            direction=Direction(line["direction"]) if "direction" in line else kind.direction,
            outcome=Outcome(line["outcome"]) if "outcome" in line else None,
            minutes=line.get("minutes"),
            counts=line.get("counts"),
            place=line.get("place", ""),
        )
