"""The only clock that is read: in UTC, in the machine's zone, and from a given moment on."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from relapp.adapters.clock import StartedAt, SystemClock
from tests.conftest import ROOT

START = datetime(2026, 3, 12, 10, 12, tzinfo=ZoneInfo("Europe/Berlin"))


def test_now_is_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
    assert StartedAt(START).now().tzinfo is UTC


def test_a_given_clock_starts_there_and_runs_on() -> None:
    clock = StartedAt(START)
    first, second = clock.now(), clock.now()
    assert START <= first <= second < START + timedelta(minutes=1)


def zone_of_a_machine(zone: str) -> str:
    """What a program started in this zone takes for its own; asked once for all by the library that finds it."""
    script = "from relapp.adapters.clock import SystemClock; print(SystemClock().zone())"
    env = {**os.environ, "TZ": zone}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], cwd=ROOT, env=env, capture_output=True, check=True, text=True
    ).stdout.strip()


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Argentina/Buenos_Aires", "UTC"])
def test_the_zone_is_the_machines(zone: str) -> None:
    assert zone_of_a_machine(zone) == zone


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd"])
def test_a_zone_that_nobody_knows_is_no_trouble(zone: str) -> None:
    assert ZoneInfo(zone_of_a_machine(zone))


def test_the_zone_stays_for_as_long_as_the_clock() -> None:
    """It is asked for often, and finding it is slow."""
    clock = SystemClock()
    assert clock.zone() is clock.zone()
