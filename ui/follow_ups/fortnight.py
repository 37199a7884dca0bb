"""The coming fourteen days: what will pop up when, over open and quiet time; reads plan and hours, writes nothing."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

from relapp.core import Core
from relapp.domain.boundaries.hours import DAY as MINUTES
from relapp.domain.boundaries.reasons import due_now, due_that_day
from relapp.domain.boundaries.wording import day_windows
from relapp.domain.instants import instant
from relapp.domain.relative import day_in_month
from relapp.domain.reminders import Planned
from relapp.domain.words import tr
from ui.moments import Moments
from ui.palette import Tone
from ui.widgets.day_strip import Day, Dot

DAYS = 14


def fortnight(core: Core) -> tuple[list[Day], float, dict[str, int]]:
    """The days from today on, the share of today that has gone by, and the person of each dot.

    A dot's key is the reminder's; a later moment of the same repeat has "#2", "#3" after it and can't be moved.
    """
    zone, today, now = core.desk.zone(), core.desk.today(), core.desk.now()
    hours, moments = core.hours.mine(), Moments(core)
    until = instant(today + timedelta(days=DAYS), time(), zone).astimezone(UTC)
    dots: dict[date, list[Dot]] = {}
    seen: Counter[str] = Counter()
    people: dict[str, int] = {}
    for planned in core.reminders.upcoming(now, until):
        local = planned.at.astimezone(zone)
        seen[planned.reminder.key] += 1
        dot = _dot(core, planned, local, seen[planned.reminder.key], moments)
        dots.setdefault(local.date(), []).append(dot)
        people[dot.key] = planned.reminder.person
    days: list[Day] = []
    for day in (today + timedelta(days=number) for number in range(DAYS)):
        spans = tuple((one.start / MINUTES, one.end / MINUTES) for one in day_windows(hours, day))
        days.append(Day(day_in_month(day), moments.day(day), spans, tuple(dots.get(day, ()))))
    return days, _share(now.astimezone(zone)), people


def _dot(core: Core, planned: Planned, local: datetime, nth: int, moments: Moments) -> Dot:
    reminder = planned.reminder
    words = f"{moments.time(planned.at)} {core.people.name(reminder.person)}: {reminder.what}"
    plain = planned.reason in ("", due_now(), due_that_day())
    said = words if plain else tr("{words} ({why})").format(words=words, why=planned.reason)
    tone = Tone.RED if planned.late else Tone.BLUE if reminder.occasion else Tone.AMBER
    key = reminder.key if nth == 1 else f"{reminder.key}#{nth}"
    return Dot(key, _share(local), said, tone, movable=nth == 1 and reminder.key.startswith("f:"))


def _share(local: datetime) -> float:
    return (local.hour * 60 + local.minute) / MINUTES
