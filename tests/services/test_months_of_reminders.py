"""Simulated months of sleeps, crashes, clock jumps, travels, edited hours: nothing lost, doubled or in quiet time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relapp.core import build
from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import OFFICE
from relapp.domain.boundaries.landing import passes
from relapp.domain.boundaries.spans import is_open
from relapp.domain.errors import KnownError
from relapp.domain.follow_ups import FollowUpFilter, NewFollowUp, Standing
from relapp.domain.people import Channel, Tier
from relapp.domain.reminders import Planned
from relapp.domain.series import begin
from relapp.store.deliveries import LEASE
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock

WEEKS = (
    "mon-fri 09:00-17:00",
    "mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00",
    "sat 22:00-02:00; tue 06:00-07:00",
    "daily 10:00-11:00",
)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Chatham")
REPEATS = ("", "", "", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYMONTHDAY=-1", "after 10 days")


class Months:
    """One user's file, and whatever may happen to it. What was shown is written down as an onlooker would."""

    def __init__(self, path: Path, seed: int) -> None:
        self._path = path
        self.dice = random.Random(seed)
        self.clock = StandingClock()
        self.core = on_blank(path, self.clock)
        self.people = [self.core.people.add(name) for name in ("Tom Keller", "Ana Castéll", "Marta Oduya")]
        self.core.people.set_tier(self.people[:1], Tier.A)
        self.confirmed: Counter[tuple[str, str]] = Counter()
        self.seen: Counter[tuple[str, str]] = Counter()

    # --- the app

    def deliver(self, dies: str = "") -> None:
        """All that is due, as long as it is allowed to live."""
        due = self.core.reminders.intend(self.core.reminders.due_now(), "test")
        keys = [one.reminder.key for one in due]
        for one in due:
            self._look(one)
        if dies == "intended":
            return
        self.core.reminders.shown(keys)
        self.seen.update(_moment(one) for one in due)
        if dies == "shown":
            return
        self.core.reminders.confirm(keys, "test")
        self.confirmed.update(_moment(one) for one in due)

    def _look(self, one: Planned) -> None:
        """It may come now, and says so when it was shown before."""
        reminder, now = one.reminder, self.clock.at
        mine, rule = self.core.hours.mine(), self.core.hours.urgent()
        if any(mine.week) and not passes(reminder, now, self.core.desk.zone(), rule):
            assert is_open(mine, now, channel=reminder.channel), f"{reminder} came in quiet time at {now}"
        assert self.core.reminders.again(one) == (self.seen[_moment(one)] > 0)
        assert not self.confirmed[_moment(one)]

    def restart(self) -> None:
        """Killed and started again, some seconds later."""
        self.core.desk.db.close()
        self.clock.advance(seconds=LEASE + self.dice.randrange(60))
        self.core = build(self._path, self.clock)
        self.core.reminders.recompute()

    # --- what happens

    def live(self) -> None:
        """Awake: looks when it said it would, at the latest in a minute of every hour."""
        until = self.clock.at + timedelta(hours=self.dice.randrange(1, 60))
        while self.clock.at < until:
            self.deliver()
            step = self.core.reminders.next_at() or until
            self.clock.at = min(max(step, self.clock.at + timedelta(seconds=1)), until)
        self.deliver()

    def sleep(self) -> None:
        self.clock.advance(minutes=self.dice.randrange(1, 4 * 24 * 60))
        self.deliver()

    def crash(self) -> None:
        self.deliver(self.dice.choice(("intended", "shown")))
        self.restart()
        self.deliver()

    def jump(self) -> None:
        """The clock is wrong for a while."""
        amount = timedelta(minutes=self.dice.choice((-60, -15, 45, 3 * 24 * 60)))
        self.clock.at += amount
        self.deliver()
        self.clock.at -= amount
        self.deliver()

    def travel(self) -> None:
        self.core.hours.set_zone(self.dice.choice(ZONES))
        self.core.reminders.recompute()

    def change_hours(self) -> None:
        week = week_text.read(self.dice.choice(WEEKS))
        assert week is not None
        self.core.hours.set_week(week)
        self.core.reminders.recompute()

    def take_leave(self) -> None:
        first = self.core.desk.today() + timedelta(days=self.dice.randrange(10))
        self.core.hours.close(first, first + timedelta(days=self.dice.randrange(12)))
        self.core.reminders.recompute()

    def pause(self) -> None:
        self.core.hours.pause_until(self.clock.at + timedelta(hours=self.dice.randrange(1, 40)))

    def plan(self) -> None:
        moment = self.clock.at + timedelta(minutes=self.dice.randrange(-600, 20 * 24 * 60))
        due: datetime | date = moment
        if self.dice.random() < 0.3:
            due = moment.astimezone(self.core.desk.zone()).date()
        one, two, three = (self.dice.random() < 0.15 for _ in range(3))
        channel = self.dice.choice((None, Channel.CALL, Channel.EMAIL))
        new = NewFollowUp(
            self.dice.choice(self.people), "Ask", due, one, two, three, channel, self.dice.choice(REPEATS)
        )
        self.core.follow_ups.add(new)

    def act(self) -> None:
        """Done, snoozed, or moved to another day."""
        lines = self.core.follow_ups.lines(FollowUpFilter())
        if not lines:
            return
        id_ = self.dice.choice(lines).id
        acts: tuple[Callable[[], object], ...] = (
            lambda: self.core.follow_ups.done(id_),
            lambda: self.core.follow_ups.snooze(id_, self.clock.at + timedelta(hours=self.dice.randrange(1, 100))),
            lambda: self.core.follow_ups.move(id_, self.core.desk.today() + timedelta(days=self.dice.randrange(9))),
        )
        self.dice.choice(acts)()

    def undo(self) -> None:
        try:
            self.core.history.undo()
        except KnownError:
            return
        self.core.reminders.recompute()

    def happen(self) -> None:
        often = (self.live, self.live, self.sleep, self.plan, self.plan, self.plan, self.act, self.act)
        seldom = (self.crash, self.jump, self.travel, self.change_hours, self.take_leave, self.pause, self.undo)
        self.dice.choice(often + seldom)()


def _moment(one: Planned) -> tuple[str, str]:
    return one.reminder.key, one.reminder.moment


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_doubled_or_in_quiet_time(tmp_path: Path, seed: int) -> None:
    months = Months(tmp_path / "mine.db", seed)
    while months.clock.at < NOW + timedelta(days=60):
        months.happen()
    assert len(months.confirmed) > 10
    assert max(months.confirmed.values()) == 1
    months.core.hours.resume()
    months.core.hours.set_week(OFFICE)
    months.core.reminders.recompute()
    for _ in range(40):  # some weeks in which nothing else happens
        months.live()
    overdue = months.core.follow_ups.lines(FollowUpFilter(frozenset({Standing.OVERDUE})), 10_000)
    confirmed = {key for key, _ in months.confirmed}
    lost = [line for line in overdue if f"f:{line.id}" not in confirmed]
    assert not lost
    zone = ZoneInfo(str(months.core.desk.zone()))
    assert all(begin(line.due, zone) < months.clock.at.astimezone(UTC) for line in overdue)
    months.core.close()
