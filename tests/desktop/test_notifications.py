"""Reminders on a real desktop: its notifications, what stands in for them, and the moment at which they come."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlcipher3 import dbapi2 as engine

from relapp.adapters.clock import SystemClock
from tests.desktop.notifying import hanging_daemon, logind, real_daemon
from tests.desktop.planned import plan
from tests.desktop.programs import Program, running
from tests.desktop.screens import Desktop
from tests.desktop.test_start import Rest, command, ready
from tests.desktop.waiting import wait_until

NOW = "2026-03-12T10:12:05+01:00"
POPUP = "Reminders"


class Log(NamedTuple):
    """A line of the log of deliveries."""

    back_end: str
    times: int
    confirmed: bool


def log_of(file: Path) -> list[Log]:
    connection = engine.connect(str(file))
    try:
        rows = connection.execute("SELECT back_end, times, confirmed_at IS NOT NULL FROM delivery").fetchall()
    finally:
        connection.close()
    return [Log(back_end, times, bool(confirmed)) for back_end, times, confirmed in rows]


def follow_ups(file: Path, condition: str) -> int:
    """How many there are of which that is true."""
    connection = engine.connect(str(file))
    try:
        return int(connection.execute(f"SELECT count(*) FROM follow_up WHERE {condition}").fetchone()[0])
    finally:
        connection.close()


def delivered(file: Path) -> list[Log]:
    """The log, once all in it have been seen."""

    def look() -> list[Log]:
        found = log_of(file)
        return found if all(one.confirmed for one in found) else []

    return wait_until(look, "a delivery")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A follow-up that came due shortly before NOW."""
    made = tmp_path / "mine.db"
    due = datetime.fromisoformat("2026-03-12T10:12:00+01:00")
    plan(made, due, due - timedelta(minutes=42))
    return made


def arguments(file: Path) -> list[str]:
    return ["--background", "--plain", "--file", str(file), "--now", NOW]


def test_done_on_a_notification_closes_the_follow_up(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, file: Path
) -> None:
    with real_daemon(screen, tmp_path) as daemon:
        program = start(*arguments(file))
        daemon.note()
        assert delivered(file) == [Log("desktop", 1, True)]
        assert follow_ups(file, "state = 'done'") == 0
        daemon.click("done")
        wait_until(lambda: follow_ups(file, "state = 'done'") == 1, "the follow-up to be done")
        wait_until(lambda: not daemon.has_note(), "the notification to go")
        assert not program.has_window(POPUP)


def test_snooze_on_a_notification_puts_it_off(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, file: Path
) -> None:
    with real_daemon(screen, tmp_path) as daemon:
        start(*arguments(file))
        daemon.note()
        daemon.click("snooze")
        wait_until(lambda: follow_ups(file, "snoozed_to IS NOT NULL") == 1, "the follow-up to be snoozed")


def test_a_notification_goes_when_its_follow_up_is_done_elsewhere(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, file: Path
) -> None:
    with real_daemon(screen, tmp_path) as daemon:
        start("--background", "--plain", "--file", str(file), "--now", "2026-03-12T10:12:55+01:00")  # a beat is near
        daemon.note()
        assert command(screen, "--plain", "--file", str(file), "--now", NOW, "follow-up", "done", "1").returncode == 0
        wait_until(lambda: not daemon.has_note(), "the notification to go")


def test_without_a_daemon_it_comes_in_our_own_window(start: Callable[..., Program], file: Path) -> None:
    start(*arguments(file)).window_called(POPUP)
    assert delivered(file) == [Log("window", 1, True)]


def test_a_daemon_that_hangs_is_given_two_seconds(screen: Desktop, start: Callable[..., Program], file: Path) -> None:
    with hanging_daemon(screen) as daemon:
        program = start(*arguments(file))
        wait_until(lambda: log_of(file), "the attempt")
        begun = time.monotonic()
        program.window_called(POPUP)
        assert time.monotonic() - begun < 3.5
        assert delivered(file) == [Log("window", 1, True)]
        assert daemon.look() == ["GetCapabilities"]  # and was never given what it might show later


def test_what_was_shown_and_not_confirmed_before_a_kill_is_shown_again(
    screen: Desktop, start: Callable[..., Program], file: Path
) -> None:
    with hanging_daemon(screen):
        first = start(*arguments(file))
        wait_until(lambda: any(one.times for one in log_of(file)), "the attempt")
        first.end()
        assert log_of(file) == [Log("desktop", 1, False)]
    later = ["--background", "--plain", "--file", str(file), "--now", "2026-03-12T10:13:05+01:00"]
    again = start(*later)
    again.window_called(POPUP)
    assert delivered(file) == [Log("window", 2, True)]
    again.end()
    third = start(*later)
    at_rest(third, file)
    assert log_of(file) == [Log("window", 2, True)]
    assert not third.has_window(POPUP)


def at_rest(program: Program, file: Path) -> None:
    """Waits until the program has begun with all it does, and sleeps."""
    ready(file)
    wait_until(Rest(program.process_id, looks=20).lasted, "the program to rest")


class Machine:
    """Its clock, which a test may set while programs run; they take the session's bus for the system's."""

    def __init__(self, screen: Desktop, folder: Path) -> None:
        self._file = folder / "clock.txt"
        self.set(0)
        (library,) = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")
        faked = {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DBUS_SYSTEM_BUS_ADDRESS": screen.env["DBUS_SESSION_BUS_ADDRESS"],
        }
        self.screen = replace(screen, env=screen.env | faked)

    def set(self, seconds: int) -> None:
        """So many seconds ahead of the real clock."""
        other = self._file.with_suffix(".new")
        other.write_text(f"{seconds:+d}\n")
        other.replace(self._file)


@pytest.fixture
def machine(screen: Desktop, tmp_path: Path) -> Machine:
    return Machine(screen, tmp_path)


@pytest.fixture
def in_an_hour(tmp_path: Path) -> Path:
    """A follow-up that is due in an hour by the real clock; it is open around the clock."""
    made = tmp_path / "mine.db"
    now = SystemClock().now()
    plan(made, now + timedelta(hours=1), now, hours="mon-sun 00:00-24:00")
    return made


def test_after_the_machines_sleep_it_comes_at_once(
    screen: Desktop, tmp_path: Path, machine: Machine, in_an_hour: Path
) -> None:
    with logind(screen) as system:
        machine.set(5 - SystemClock().now().second)  # the next beat is far
        with running(
            machine.screen, ["main.py", "--background", "--plain", "--file", str(in_an_hour)], tmp_path
        ) as app:
            at_rest(app, in_an_hour)
            system.tell_sleep(begins=True)
            machine.set(3660)
            assert log_of(in_an_hour) == []
            system.tell_sleep(begins=False)
            begun = time.monotonic()
            app.window_called(POPUP)
            assert time.monotonic() - begun < 5
            assert delivered(in_an_hour) == [Log("window", 1, True)]


def test_it_sleeps_between_two_beats_and_the_next_one_brings_what_a_set_clock_made_due(
    tmp_path: Path, machine: Machine, in_an_hour: Path
) -> None:
    """Nothing wakes it with its window open and a reminder armed: ten seconds without a turn on the processor."""
    machine.set(44 - SystemClock().now().second)  # a beat is near
    with running(machine.screen, ["main.py", "--plain", "--file", str(in_an_hour)], tmp_path) as app:
        app.window()
        ready(in_an_hour)
        wait_until(Rest(app.process_id, looks=300).lasted, "ten seconds of sleep", seconds=45)
        assert log_of(in_an_hour) == []
        machine.set(3660)
        wait_until(lambda: app.has_window(POPUP), "the reminder with the next beat", seconds=75)
        assert delivered(in_an_hour) == [Log("window", 1, True)]
