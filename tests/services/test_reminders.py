"""What pops up: foretold and delivered alike, once, at the first open moment, whatever happens to clock and hours."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from relapp.core import Core, build
from relapp.domain.changes import Area, Change
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.people import Channel, Tier
from relapp.domain.reminders import Door, Planned
from relapp.domain.settings import NEUTRAL, PAUSE, WEEK
from relapp.store.deliveries import LEASE
from tests.clocks import NOW, StandingClock

FORTNIGHT = timedelta(days=14)
LUNCH = "mon-fri 09:00-12:30, 13:30-17:30"


@pytest.fixture
def core(core: Core) -> Core:
    """With the hours of the worked cases."""
    core.settings.set(WEEK, LUNCH)
    return core


def at(text: str) -> datetime:
    """A UTC instant of 2026: "03-12 09:00"."""
    return datetime.strptime(f"2026-{text}+0000", "%Y-%m-%d %H:%M%z").astimezone(UTC)


def plan(core: Core, person: int, due: datetime | date, what: str = "Ask", **more: object) -> int:
    return core.follow_ups.add(NewFollowUp(person, what, due, **more))  # type: ignore[arg-type]


def born(core: Core, person: int, day: int) -> None:
    """In March."""
    core.people.save(person, replace(PersonDraft.of(core.people.file(person)), birthday=PartialDate(None, 3, day)))


def deliver(core: Core) -> list[Planned]:
    """What a back end that works does with all that is due; returns it."""
    due = core.reminders.intend(core.reminders.due_now(), "test")
    keys = [one.reminder.key for one in due]
    core.reminders.shown(keys)
    core.reminders.confirm(keys, "test")
    return due


def coming(core: Core, days: int = 14) -> list[tuple[str, datetime]]:
    """Key and instant of what will pop up."""
    now = core.desk.now()
    return [(one.reminder.key, one.at) for one in core.reminders.upcoming(now, now + timedelta(days=days))]


# --- once


def test_what_is_due_comes_once(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, at("03-12 10:00"))
    assert deliver(core) == []
    clock.at = at("03-12 10:00")
    assert [each.reminder.key for each in deliver(core)] == [f"f:{one}"]
    assert deliver(core) == []
    clock.advance(days=3)
    assert deliver(core) == []
    assert coming(core) == []


def test_asleep_when_it_was_due_it_comes_on_waking_and_once(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, at("03-12 09:30"))
    clock.at = at("03-12 10:00")
    (one,) = deliver(core)
    assert one.at == at("03-12 10:00")
    assert deliver(core) == []


def test_a_clock_set_back_brings_nothing_again(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, at("03-12 10:00"))
    clock.at = at("03-12 10:00")
    deliver(core)
    clock.at = at("03-12 09:30")
    assert coming(core) == []
    clock.at = at("03-12 10:00")
    assert deliver(core) == []


def test_undoing_done_brings_no_second_popup(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, at("03-12 10:00"))
    clock.at = at("03-12 10:00")
    deliver(core)
    core.reminders.done(f"f:{one}")
    assert core.reminders.open_shown() == []
    core.history.undo()
    assert [each.reminder.key for each in core.reminders.open_shown()] == [f"f:{one}"]
    assert deliver(core) == []


def test_a_new_due_moment_brings_a_new_popup(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, at("03-12 10:00"))
    clock.at = at("03-12 10:00")
    deliver(core)
    core.follow_ups.move(one, date(2026, 3, 13))
    assert coming(core) == [(f"f:{one}", at("03-13 10:00"))]


def test_killed_between_shown_and_confirmed_it_comes_once_more_and_says_so(
    core: Core, tom: int, clock: StandingClock
) -> None:
    plan(core, tom, clock.at)
    due = core.reminders.intend(core.reminders.due_now(), "test")
    core.reminders.shown([due[0].reminder.key])
    restarted = build(core.desk.db.path, clock)
    clock.advance(seconds=LEASE / 2)
    assert [one.key for one in restarted.reminders.unconfirmed()] == [due[0].reminder.key]
    assert restarted.reminders.intend(restarted.reminders.due_now(), "test") == []
    assert restarted.reminders.next_at() == clock.at + timedelta(seconds=LEASE / 2)
    clock.advance(seconds=LEASE / 2)
    (again,) = restarted.reminders.intend(restarted.reminders.due_now(), "test")
    assert restarted.reminders.again(again)
    assert "shown before" in restarted.reminders.text_of(again)
    restarted.reminders.shown([again.reminder.key])
    restarted.reminders.confirm([again.reminder.key], "test")
    assert [one.again for one in restarted.reminders.open_shown()] == [True]
    assert core.reminders.due_now() == []
    restarted.close()


def test_what_is_being_shown_is_not_due_a_second_time_and_a_failure_makes_it_due(
    core: Core, tom: int, clock: StandingClock
) -> None:
    plan(core, tom, clock.at)
    (one,) = core.reminders.intend(core.reminders.due_now(), "daemon")
    assert core.reminders.due_now() == []
    core.reminders.failed([one.reminder.key], "daemon")
    (again,) = core.reminders.intend(core.reminders.due_now(), "window")
    assert not core.reminders.again(again)


# --- what comes when


def test_leave_is_followed_by_twelve_a_day(core: Core, tom: int, clock: StandingClock) -> None:
    core.hours.close(date(2026, 4, 3), date(2026, 4, 10), "Leave")
    for number in range(30):
        plan(core, tom, at("04-07 10:00") + timedelta(minutes=number))
    clock.at = at("04-01 10:00")
    days = [moment for _, moment in coming(core, 30)]
    mornings = [at(f"04-{day} 07:00") for day in (13, 14, 15)]
    assert days == [mornings[0]] * 12 + [mornings[1]] * 12 + [mornings[2]] * 6
    came = {}
    for morning in mornings:
        clock.at = morning
        came[morning] = len(deliver(core))
        clock.advance(hours=1)
        assert deliver(core) == []  # the cap remembers what was delivered
    assert list(came.values()) == [12, 12, 6]


def test_two_of_one_opening_are_a_digest(core: Core, tom: int) -> None:
    plan(core, tom, at("03-14 10:00"))
    plan(core, tom, at("03-15 10:00"))
    now = core.desk.now()
    assert [one.digest for one in core.reminders.upcoming(now, now + FORTNIGHT)] == [True, True]


def test_what_is_overdue_stands_at_its_next_opening(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, at("03-12 10:00"))
    clock.at = at("03-12 20:00")
    assert coming(core) == [(f"f:{one}", at("03-13 08:00"))]


def test_a_pause_holds_them_and_its_end_lets_them_come(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, at("03-12 10:00"))
    until = at("03-12 14:00")
    core.settings.set(PAUSE, f"{int(clock.at.timestamp())}/{int(until.timestamp())}")
    assert coming(core) == [(f"f:{one}", until)]
    clock.at = at("03-12 10:00")
    assert deliver(core) == []
    assert core.reminders.status().door is Door.PAUSED
    assert core.reminders.status().waiting == 1
    clock.at = until
    assert len(deliver(core)) == 1


def test_repeats_are_foretold_at_each_of_their_moments(core: Core, tom: int) -> None:
    one = plan(core, tom, at("03-13 10:00"), repeat="FREQ=WEEKLY")
    assert coming(core, 15) == [(f"f:{one}", at("03-13 10:00")), (f"f:{one}", at("03-20 10:00"))]


def test_a_repeat_that_stays_open_becomes_due_anew(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, at("03-12 10:00"), repeat="FREQ=DAILY")
    came = []
    for day in range(12, 20):
        clock.at = at(f"03-{day} 10:00")
        came += [(one.reminder.due, one.reminder.missed) for one in deliver(core)]
    days = (12, 13, 16, 17, 18, 19)
    assert [due for due, _ in came] == [at(f"03-{day} 10:00") for day in days]
    assert [missed for _, missed in came] == [0, 1, 4, 5, 6, 7]


def test_of_a_repeat_in_quiet_time_only_the_latest_moment_comes(core: Core, tom: int) -> None:
    one = plan(core, tom, at("03-14 06:00"), repeat="FREQ=DAILY;COUNT=3")
    assert coming(core) == [(f"f:{one}", at("03-16 08:00"))]
    now = core.desk.now()
    (planned,) = core.reminders.upcoming(now, now + FORTNIGHT)
    assert planned.reminder.due == at("03-16 06:00")


def test_people_in_the_archive_have_no_reminders(core: Core, tom: int) -> None:
    plan(core, tom, at("03-12 10:00"))
    core.people.archive([tom])
    assert coming(core) == []
    core.history.undo()
    assert len(coming(core)) == 1


def test_a_birthday_on_a_closed_day_comes_before_it_for_a_clients_only(
    core: Core, tom: int, clock: StandingClock
) -> None:
    born(core, tom, 15)
    assert coming(core) == []
    core.people.set_tier([tom], Tier.A)
    assert coming(core) == [(f"birthday:{tom}", at("03-13 08:00"))]
    clock.at = at("03-13 08:00")
    assert len(deliver(core)) == 1
    assert deliver(core) == []
    (shown,) = core.reminders.open_shown()
    core.reminders.done(shown.reminder.key)
    assert core.reminders.open_shown() == []
    assert coming(core) == []


def test_a_birthday_before_somebody_was_in_the_file_is_not_told(core: Core, tom: int) -> None:
    born(core, tom, 10)
    core.people.set_tier([tom], Tier.A)
    assert coming(core) == []


# --- what is shown, and what one does with it


def test_snoozing_takes_it_from_the_count_until_it_comes_again(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, clock.at)
    deliver(core)
    assert core.reminders.status().shown == 1
    core.reminders.snooze(f"f:{one}", at("03-12 14:00"))
    assert core.reminders.status().shown == 0
    assert coming(core) == [(f"f:{one}", at("03-12 14:00"))]
    clock.at = at("03-12 14:00")
    assert len(deliver(core)) == 1
    assert [each.reminder.due for each in core.reminders.open_shown()] == [NOW]


def test_what_is_dismissed_stays_in_the_count(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, clock.at)
    deliver(core)
    core.reminders.dismiss(f"f:{one}")
    assert core.reminders.status().shown == 1


def test_done_of_a_repeat_waits_for_its_next_moment(core: Core, tom: int, clock: StandingClock) -> None:
    one = plan(core, tom, clock.at, repeat="FREQ=WEEKLY")
    deliver(core)
    following = core.reminders.done(f"f:{one}")
    assert coming(core, 8) == [(f"f:{following}", NOW + timedelta(days=7))]


def test_a_snoozed_birthday_becomes_a_follow_up(core: Core, tom: int, clock: StandingClock) -> None:
    born(core, tom, 13)
    core.people.set_tier([tom], Tier.A)
    clock.at = at("03-13 08:00")
    deliver(core)
    core.reminders.snooze(f"birthday:{tom}", at("03-13 10:00"))
    assert core.reminders.open_shown() == []
    assert [moment for _, moment in coming(core)] == [at("03-13 10:00")]


def test_its_words_say_whom_and_what_and_nothing_when_neutral(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, clock.at, "How was Norway?", channel=Channel.CALL)
    (one,) = core.reminders.due_now()
    assert core.reminders.title_of(one) == "Call Tom Keller"
    assert core.reminders.text_of(one).startswith("How was Norway?")
    core.settings.set(NEUTRAL, True)
    assert core.reminders.title_of(one) == "A follow-up is due"
    assert core.reminders.text_of(one) == ""


def test_deliveries_are_told(core: Core, tom: int, clock: StandingClock, told: list[Change]) -> None:
    plan(core, tom, clock.at)
    told.clear()
    deliver(core)
    assert [change.areas for change in told] == [{Area.DELIVERIES}]


# --- how I stand


def test_open_until_the_end_of_the_day_with_its_break(core: Core) -> None:
    status = core.reminders.status()
    assert (status.door, status.until) == (Door.OPEN, at("03-12 16:30"))
    assert status.breaks == (at("03-12 11:30"), at("03-12 12:30"))


def test_quiet_until_the_next_opening_with_what_waits(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, at("03-12 17:00"))
    plan(core, tom, at("03-13 10:00"))
    clock.at = at("03-12 18:00")
    status = core.reminders.status()
    assert (status.door, status.until, status.waiting) == (Door.QUIET, at("03-13 08:00"), 1)


def test_never_open_has_no_end_and_reminders_come_when_due(core: Core, tom: int, clock: StandingClock) -> None:
    core.settings.set(WEEK, "")
    one = plan(core, tom, at("03-12 10:00"))
    assert core.reminders.status().until is None
    assert coming(core) == [(f"f:{one}", at("03-12 10:00"))]


# --- at rest


def test_at_rest_nothing_is_written_and_next_to_nothing_read(core: Core, tom: int, clock: StandingClock) -> None:
    plan(core, tom, at("03-12 15:00"))
    assert core.reminders.due_now() == []
    asked: list[str] = []
    core.desk.db.connection.set_trace_callback(asked.append)
    before = core.desk.db.connection.total_changes
    for _ in range(60):
        clock.advance(minutes=1)
        assert core.reminders.due_now() == []
        assert core.reminders.next_at() == at("03-12 15:00")
    core.desk.db.connection.set_trace_callback(None)
    assert core.desk.db.connection.total_changes == before
    assert {sql.partition(" ")[0] for sql in asked} == {"PRAGMA"}


def test_the_next_one_is_seen_on_another_day(core: Core, tom: int) -> None:
    assert core.reminders.next_at() is None
    plan(core, tom, at("03-16 15:00"))
    assert core.reminders.next_at() == at("03-16 15:00")


def test_what_another_process_wrote_is_due(core: Core, tom: int, clock: StandingClock, tmp_path: Path) -> None:
    assert core.reminders.due_now() == []
    other = build(core.desk.db.path, clock)
    plan(other, tom, clock.at)
    other.close()
    assert len(core.reminders.due_now()) == 1


# --- a long time


@pytest.mark.parametrize("seed", range(3))
def test_what_was_foretold_is_what_comes(core: Core, tom: int, clock: StandingClock, seed: int) -> None:
    """A month with sleeps of any length: nothing lost, doubled or early; awake it comes as was foretold."""
    dice = random.Random(seed)
    core.people.set_tier([tom], Tier.A)
    core.hours.close(date(2026, 3, 24), date(2026, 3, 26), "Leave")
    wanted = set()
    for number in range(40):
        due = clock.at + timedelta(minutes=dice.randrange(60, 25 * 24 * 60))
        more = {"fixed": dice.random() < 0.2, "urgent": dice.random() < 0.2, "anyway": dice.random() < 0.1}
        wanted.add(f"f:{plan(core, tom, due, f'Matter {number}', channel=Channel.CALL, **more)}")
    came: dict[str, datetime] = {}
    end = clock.at + timedelta(days=35)
    while clock.at < end:
        foretold = {one.reminder.key: one.at for one in core.reminders.upcoming(clock.at, end)}
        assert set(foretold) == wanted - set(came)
        step = core.reminders.next_at() or end
        asleep = dice.random() < 0.3
        clock.at = step + timedelta(hours=dice.randrange(1, 40)) if asleep else step
        for one in deliver(core):
            key = one.reminder.key
            assert key not in came
            assert foretold[key] <= clock.at
            assert asleep or foretold[key] == clock.at
            came[key] = clock.at
    assert set(came) == wanted
