"""What comes at an exact moment is made ready shortly before it, and what changes in between still counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from tests.clocks import NOW
from tests.ui.delivering import plan
from tests.ui.desktop_double import DesktopDouble
from tests.ui.doubles import StandingClock
from ui.delivery import Deliverer
from ui.desktop_notes import DesktopNotes
from ui.main_window import MainWindow


@pytest.fixture
def desktop() -> Iterator[DesktopDouble]:
    made = DesktopDouble()
    yield made
    made.close()


@pytest.fixture
def deliverer(window: MainWindow, desktop: DesktopDouble) -> Deliverer:
    return Deliverer(window, DesktopNotes(desktop, window), window)


def number(key: str) -> int:
    return int(key.removeprefix("f:"))


def test_shortly_before_its_moment_it_is_made_ready_and_a_change_then_still_counts(
    qtbot: QtBot, deliverer: Deliverer, desktop: DesktopDouble, core: Core, clock: StandingClock, tom: int
) -> None:
    roof, door = (plan(core, tom, what, due=NOW + timedelta(seconds=30)) for what in ("The roof", "The door"))
    clock.advance(seconds=29, milliseconds=490)
    deliverer.look()
    qtbot.waitUntil(lambda: core.follow_ups.history(number(roof)) != [])
    assert [one.shown for key in (roof, door) for one in core.follow_ups.history(number(key))] == [None, None]
    assert desktop.given == []
    core.follow_ups.done(number(door))
    clock.advance(milliseconds=510)
    with qtbot.waitSignal(deliverer.delivered):
        deliverer.look()
    assert [note.title for note in desktop.given] == ["The roof"]
    assert [one.back_end for one in core.follow_ups.history(number(roof))] == ["desktop"] and core.follow_ups.history(
        number(door)
    ) == []


def test_what_was_ready_when_it_stops_is_as_if_it_had_never_been(
    qtbot: QtBot, deliverer: Deliverer, core: Core, clock: StandingClock, tom: int
) -> None:
    key = plan(core, tom, "The roof", due=NOW + timedelta(seconds=30))
    clock.advance(seconds=29, milliseconds=490)
    deliverer.look()
    qtbot.waitUntil(lambda: core.follow_ups.history(number(key)) != [])
    deliverer.stop()
    assert core.follow_ups.history(number(key)) == []
