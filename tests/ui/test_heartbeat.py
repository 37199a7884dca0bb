"""The minute's beat: what it tells, and that it is the only thing that wakes the app."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from relapp.core import Core, build
from relapp.domain.changes import EVERYTHING, Area, Change
from relapp.domain.settings import LOOK
from relapp.domain.timeline import NewEntry
from tests.ui.doubles import StandingClock
from ui.bus import Bus
from ui.heartbeat import Heartbeat


@pytest.fixture
def told(bus: Bus) -> list[Change]:
    heard: list[Change] = []
    bus.changed.connect(heard.append)
    return heard


@pytest.fixture
def heart(core: Core, bus: Bus) -> Heartbeat:
    return Heartbeat(core, bus, QObject(bus))


@pytest.fixture
def other(core: Core, file: Path, clock: StandingClock) -> Iterator[Core]:
    """The same file, open in another process."""
    made = build(file, clock)
    yield made
    made.close()


def test_nothing_new_is_nothing_told(heart: Heartbeat, told: list[Change]) -> None:
    heart.beat()
    assert told == []


def test_what_another_process_wrote_is_told_once(heart: Heartbeat, other: Core, told: list[Change]) -> None:
    other.people.add("Tom Keller")
    heart.beat()
    heart.beat()
    assert [change.areas for change in told] == [EVERYTHING]


def test_a_setting_from_another_process_is_read_anew(heart: Heartbeat, core: Core, other: Core) -> None:
    assert core.settings.get(LOOK) == "system"
    other.settings.set(LOOK, "dark")
    heart.beat()
    assert core.settings.get(LOOK) == "dark"


def test_a_new_day_is_told(heart: Heartbeat, clock: StandingClock, told: list[Change]) -> None:
    clock.at = datetime(2026, 3, 12, 22, 59, tzinfo=UTC)
    heart.beat()
    assert told == []
    clock.at = datetime(2026, 3, 12, 23, 0, tzinfo=UTC)  # midnight in Berlin
    heart.beat()
    assert [change.areas for change in told] == [{Area.PEOPLE, Area.ENTRIES}]


def test_a_planned_entry_counts_when_its_time_has_come(
    heart: Heartbeat, core: Core, clock: StandingClock, tom: int, told: list[Change]
) -> None:
    core.entries.log(NewEntry("meeting", clock.at + timedelta(hours=1), (tom,)))
    told.clear()
    heart.beat()
    assert told == []
    clock.at += timedelta(hours=1)
    heart.beat()
    assert [change.ids for change in told] == [{tom}]


def test_at_rest_it_writes_nothing(heart: Heartbeat, clock: StandingClock, other: Core, tom: int) -> None:
    heart.beat()  # the first one notes the zone
    before = other.files.data_version()
    for _ in range(5):
        clock.at += timedelta(minutes=1)
        heart.beat()
    assert other.files.data_version() == before


@pytest.mark.parametrize(
    ("second", "waits"), [(0, 60_000), (30, 30_000), (57.5, 2_500), (58.5, 61_500), (59.999, 60_001)]
)
def test_it_beats_at_the_start_of_the_minute_and_never_twice(
    qtbot: QtBot, core: Core, bus: Bus, clock: StandingClock, second: float, waits: int
) -> None:
    clock.at = datetime(2026, 3, 12, 9, 12, tzinfo=UTC) + timedelta(seconds=second)
    heart = Heartbeat(core, bus, QObject(bus))
    assert heart.waits_ms() in range(waits - 1_000, waits + 1)


def test_each_beat_is_told_to_what_shows_the_time(heart: Heartbeat, bus: Bus) -> None:
    beats: list[int] = []
    bus.minute_passed.connect(lambda: beats.append(1))
    heart.beat()
    assert beats == [1]
    assert heart.waits_ms() > 0
