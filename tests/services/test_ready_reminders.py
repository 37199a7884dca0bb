"""What is made ready shortly before its moment: durable, never early, never twice, and nothing once it has changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from relapp.core import Core, build
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.settings import PAUSE
from relapp.store.deliveries import LEASE
from tests.clocks import StandingClock

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)
LATER = TEN + timedelta(hours=5)


@pytest.fixture
def ready(core: Core, tom: int, clock: StandingClock) -> int:
    """A follow-up of 10:00, half a second before it, made ready."""
    one = core.follow_ups.add(NewFollowUp(tom, "Ask", TEN))
    clock.at = TEN - timedelta(seconds=0.5)
    core.reminders.prepare("daemon")
    return one


def noted(core: Core, one: int) -> list[tuple[int, bool]]:
    """For each of its deliveries how often it was shown, and whether it was confirmed."""
    return [(each.times, each.confirmed is not None) for each in core.follow_ups.history(one)]


def test_what_is_ready_is_on_disk_and_comes_neither_early_nor_twice(
    core: Core, ready: int, clock: StandingClock
) -> None:
    assert noted(core, ready) == [(0, False)]
    clock.advance(milliseconds=499.9)
    assert core.reminders.due_now() == []
    clock.advance(milliseconds=0.1)
    (one,) = core.reminders.intend(core.reminders.due_now(), "daemon", showing=True)
    assert one.at == TEN and not one.late
    assert noted(core, ready) == [(1, False)]
    assert core.reminders.due_now() == []
    core.reminders.confirm([one.reminder.key], "daemon")
    core.reminders.take_back()
    assert noted(core, ready) == [(1, True)]
    assert core.reminders.due_now() == []


@pytest.mark.parametrize("killed_after", ["ready", "shown"])
def test_killed_when_it_was_ready_it_comes_later_and_is_marked_only_if_it_was_shown(
    core: Core, ready: int, clock: StandingClock, killed_after: str
) -> None:
    if killed_after == "shown":
        clock.advance(seconds=0.5)
        assert core.reminders.intend(core.reminders.due_now(), "daemon", showing=True)
    restarted = build(core.desk.db.path, clock)
    clock.advance(seconds=LEASE + 1)
    (one,) = restarted.reminders.intend(restarted.reminders.due_now(), "daemon", showing=True)
    assert restarted.reminders.again(one) == (killed_after == "shown")
    restarted.close()


@pytest.mark.parametrize("change", ["done", "snoozed", "paused", "by another"])
def test_what_changes_at_the_last_moment_is_not_shown(
    core: Core, ready: int, clock: StandingClock, change: str
) -> None:
    if change == "done":
        core.follow_ups.done(ready)
    elif change == "snoozed":
        core.follow_ups.snooze(ready, LATER)
    elif change == "paused":
        core.settings.set(PAUSE, f"{int(clock.at.timestamp())}/{int(LATER.timestamp())}")
    else:
        other = build(core.desk.db.path, clock)
        other.follow_ups.skip([ready])
        other.close()
    clock.advance(seconds=0.5)
    assert core.reminders.due_now() == []
    core.reminders.take_back(unless_good=True)
    assert noted(core, ready) == []


def test_what_was_ready_and_is_still_due_after_a_change_comes_by_the_plan(
    core: Core, ready: int, tom: int, clock: StandingClock
) -> None:
    other = core.follow_ups.add(NewFollowUp(tom, "Ask again", TEN))
    clock.advance(seconds=0.5)
    due = core.reminders.intend(core.reminders.due_now(), "daemon", showing=True)
    core.reminders.take_back(unless_good=True)
    assert {one.reminder.key for one in due} == {f"f:{ready}", f"f:{other}"}
    assert noted(core, ready) == noted(core, other) == [(1, False)]


def test_what_was_ready_when_the_clock_went_back_waits_for_its_moment(
    core: Core, ready: int, clock: StandingClock
) -> None:
    clock.advance(hours=-1)
    core.reminders.take_back(unless_good=True)
    assert core.reminders.due_now() == [] and noted(core, ready) == []
    assert core.reminders.next_at() == TEN
