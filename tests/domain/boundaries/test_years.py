"""Years of a life with the app: sleeps, crashes, clocks set wrong, journeys, edited hours. Nothing is lost or doubled.

A small world without Qt or file: what the beat does with the plan, and what can happen to it in between.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from relapp.domain.boundaries import spans
from relapp.domain.boundaries.hours import Closure, Hours, Pause
from relapp.domain.boundaries.landing import kept_hours, passes
from relapp.domain.boundaries.plan import plan
from relapp.domain.people import Channel
from relapp.domain.reminders import Planned, Reminder
from relapp.domain.tiers import Tier
from tests.domain.boundaries.reminding import RULE, hours

START = datetime(2026, 1, 5, 6, tzinfo=UTC)
YEARS = timedelta(days=500)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Africa/Casablanca")
WEEKS = (
    "mon-fri 09:00-12:30, 13:30-17:30",
    "mon-thu 08:00-12:00; sat 10:00-14:00",
    "mon-sun 22:00-02:00",
    "tue 09:00-10:00",
    "mon-fri 00:00-24:00",
)


class World:
    """The app and its surroundings at `now`; the log survives what happens to the app."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.now = START
        self.hours = hours()
        self.pause: Pause | None = None
        self.waiting = [self._reminder(f"f:{number}") for number in range(150)]
        self.confirmed: set[tuple[str, str]] = set()
        self.shown: Counter[tuple[str, str]] = Counter()
        self.unconfirmed: set[tuple[str, str]] = set()
        self.spent: Counter[date] = Counter()
        self.repeated_after_crash: set[tuple[str, str]] = set()
        self.in_quiet_time: list[Planned] = []

    def _reminder(self, key: str) -> Reminder:
        chance = self.chance
        set_at = START + YEARS * chance.random() * 0.9
        moment = (set_at + timedelta(days=30) * chance.random()).replace(second=0, microsecond=0)
        theirs = hours("mon-fri 09:00-17:00", chance.choice(ZONES)) if chance.random() < 0.3 else None
        return Reminder(
            key, 1, "Call", moment.date() if chance.random() < 0.3 else moment, set_at,
            fixed=chance.random() < 0.3, urgent=chance.random() < 0.2, anyway=chance.random() < 0.1,
            channel=chance.choice((None, Channel.CALL, Channel.EMAIL)), tier=chance.choice((None, Tier.A, Tier.B)),
            theirs=theirs, hold_until=moment.date() + timedelta(days=9) if chance.random() < 0.1 else None,
        )  # fmt: skip

    def planned(self) -> tuple[Planned, ...]:
        """What the app would say now: only what was set by now and never confirmed."""
        known = [
            one for one in self.waiting if one.set_at <= self.now and (one.key, one.moment) not in self.confirmed
        ]  # fmt: skip
        return plan(known, self.hours, self.now, rule=RULE, pause=self.pause, spent=self.spent)

    def beat(self, *, killed: bool) -> None:
        """Shows what is due; killed, it dies between showing and confirming the first of them."""
        for one in self.planned():
            if one.at > self.now:
                continue
            name = (one.reminder.key, one.reminder.moment)
            self._check_quiet(one)
            if name in self.unconfirmed:
                self.repeated_after_crash.add(name)
            self.shown[name] += 1
            if killed:
                self.unconfirmed.add(name)
                return
            self.unconfirmed.discard(name)
            self.confirmed.add(name)
            self.spent[self.now.astimezone(ZoneInfo(self.hours.zone)).date()] += one.held

    def _check_quiet(self, one: Planned) -> None:
        reminder = one.reminder
        kept, _ = kept_hours(reminder, self.hours)
        zone = ZoneInfo(self.hours.zone)
        allowed = spans.is_open(kept, self.now, channel=reminder.channel) or passes(reminder, self.now, zone, RULE)
        if not allowed or (self.pause is not None and self.pause.start <= self.now < self.pause.until):
            self.in_quiet_time.append(one)

    def go_on(self) -> None:
        """To the next delivery, or to whatever happens before it."""
        ahead = [one.at for one in self.planned()]
        unknown = [one.set_at for one in self.waiting if one.set_at > self.now]
        happens = self.now + timedelta(days=3) * self.chance.random()
        self.now = max(self.now, min([happens, *ahead, *unknown]))
        if self.now == happens:
            self.chance.choice(
                (self.sleep, self.set_clock_back, self.travel, self.edit_hours, self.take_leave, self.pause_a_while)
            )()

    def sleep(self) -> None:
        self.now += timedelta(days=self.chance.choice((0.1, 0.5, 4))) * self.chance.random()

    def set_clock_back(self) -> None:
        self.now -= timedelta(hours=2) * self.chance.random()

    def travel(self) -> None:
        self.hours = replace(self.hours, zone=self.chance.choice(ZONES))

    def edit_hours(self) -> None:
        self.hours = replace(self.hours, week=hours(self.chance.choice(WEEKS)).week)

    def take_leave(self) -> None:
        first = self.now.date() + timedelta(days=self.chance.randrange(5))
        leave = Closure(first, first + timedelta(days=self.chance.randrange(12)), "Leave")
        self.hours = replace(self.hours, closures=(leave,))

    def pause_a_while(self) -> None:
        self.pause = Pause(self.now, self.now + timedelta(days=1) * self.chance.random())

    def live(self) -> None:
        while self.now < START + YEARS:
            self.beat(killed=self.chance.random() < 0.05)
            self.go_on()
        while left := self.planned():
            self.now = max(self.now, min(one.at for one in left))
            self.beat(killed=False)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lost_doubled_or_shown_in_quiet_time(seed: int) -> None:
    world = World(seed)
    world.live()
    assert world.in_quiet_time == []
    assert world.confirmed == {(one.key, one.moment) for one in world.waiting}
    twice = {name for name, times in world.shown.items() if times > 1}
    assert twice == world.repeated_after_crash


def test_the_world_is_a_rough_one() -> None:
    world = World(0)
    assert isinstance(world.hours, Hours)
    world.live()
    assert world.repeated_after_crash
    assert sum(one > 0 for one in world.spent.values()) > 5


@pytest.mark.parametrize("seed", range(4))
def test_what_the_plan_foretold_is_what_each_beat_brings(seed: int) -> None:
    world = World(seed)
    leave = Closure(date(2026, 6, 1), date(2026, 6, 14), "Leave")
    world.hours = replace(hours(), closures=(leave,))
    world.now = START + YEARS * 0.25
    world.waiting = [replace(one, set_at=START) for one in world.waiting]
    foretold = {one.reminder.key: (one.at, one.digest) for one in world.planned()}
    came: dict[str, tuple[datetime, bool]] = {}
    while left := [one for one in world.planned() if one.reminder.key not in came]:
        moment = left[0].at
        world.now = moment + timedelta(milliseconds=30)
        for one in world.planned():
            if one.at <= world.now:
                came[one.reminder.key] = moment, one.digest
        world.beat(killed=False)
    assert came == foretold
