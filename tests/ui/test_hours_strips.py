"""The two questions about hours: asked once, answered with one click, and never of what is already said."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.settings import ME_ZONE
from tests.ui.doubles import ShellDouble, StandingClock
from ui.bus import Bus
from ui.hours_strips import HoursQuestion, HoursQuestions, ZoneQuestion

LEFT = Qt.MouseButton.LeftButton
Ask = Callable[[], list[QWidget]]


@pytest.fixture
def ask(qtbot: QtBot, shell: ShellDouble) -> Ask:
    """Starts the questions; returns the list into which their strips come."""

    def start() -> list[QWidget]:
        strips: list[QWidget] = []

        def add(strip: QWidget) -> None:
            qtbot.addWidget(strip)
            strip.show()
            strips.append(strip)

        HoursQuestions(shell, add, shell.window)
        return strips

    return start


def test_the_hours_are_asked_once(ask: Ask, core: Core) -> None:
    (strip,) = ask()
    assert isinstance(strip, HoursQuestion)
    assert "Mon–Fri 9:00–17:00, Europe/Berlin" in strip.text()
    QTest.mouseClick(strip.yes, LEFT)
    assert core.hours.asked() and strip.isHidden()
    assert ask() == []


def test_to_change_them_leads_to_the_page(ask: Ask, shell: ShellDouble) -> None:
    (strip,) = ask()
    assert isinstance(strip, HoursQuestion)
    QTest.mouseClick(strip.change, LEFT)
    assert shell.pages == ["boundaries"] and strip.isHidden()


def test_an_undone_answer_asks_again(ask: Ask, core: Core) -> None:
    (strip,) = ask()
    assert isinstance(strip, HoursQuestion)
    QTest.mouseClick(strip.yes, LEFT)
    core.history.undo(None)
    assert strip.isVisible()


@pytest.mark.parametrize("keep", [True, False])
def test_another_zone_asks_once_which_holds(ask: Ask, core: Core, clock: StandingClock, bus: Bus, keep: bool) -> None:
    core.hours.confirm_asked()
    strips = ask()
    assert strips == []
    clock.travel(ZoneInfo("America/New_York"))
    bus.minute_passed.emit()
    bus.minute_passed.emit()
    (strip,) = strips
    assert isinstance(strip, ZoneQuestion)
    QTest.mouseClick(strip.keep if keep else strip.move_on, LEFT)
    assert core.settings.get(ME_ZONE) == ("Europe/Berlin" if keep else "America/New_York")
    assert core.hours.zone_moved() is None and ask() == []


def test_a_zone_of_ones_own_stays_what_is_asked_about(ask: Ask, core: Core, clock: StandingClock) -> None:
    core.hours.confirm_asked()
    core.hours.set_zone("Asia/Tokyo")
    clock.travel(ZoneInfo("America/New_York"))
    (strip,) = ask()
    assert isinstance(strip, ZoneQuestion) and "Asia/Tokyo" in strip.text()
