"""The foot of the side bar: what it says of open, quiet and paused, and where it leads."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.boundaries import week_text
from tests.ui.doubles import ShellDouble, StandingClock
from tests.ui.looks import colours_of
from ui.bus import Bus
from ui.open_sign import OpenSign
from ui.palette import current

LEFT = Qt.MouseButton.LeftButton


def instant(day: int, hour: int, minute: int) -> datetime:
    """In March 2026, on the clocks of Berlin."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)


@pytest.fixture
def sign(qtbot: QtBot, shell: ShellDouble, core: Core) -> OpenSign:
    core.hours.set_week(week_text.read_or_refuse("mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00"))
    made = OpenSign(shell)
    qtbot.addWidget(made)
    made.resize(194, 55)
    made.show()
    return made


@pytest.mark.parametrize(
    ("at", "title", "detail"),
    [
        (instant(12, 10, 12), "Open until 17:30", "Quiet for lunch 12:30 – 13:30"),
        (instant(12, 14, 0), "Open until 17:30", ""),
        (instant(12, 12, 45), "Quiet until 13:30", "No reminder waits"),
        (instant(12, 20, 0), "Quiet until 09:00", "No reminder waits"),
        (instant(13, 18, 0), "Quiet until Mon 09:00", "No reminder waits"),
        (instant(15, 10, 0), "Quiet until Mon 09:00", "No reminder waits"),  # not an hour that has passed
    ],
)
def test_it_says_how_it_stands_every_minute(
    sign: OpenSign, bus: Bus, clock: StandingClock, at: datetime, title: str, detail: str
) -> None:
    clock.at = at
    bus.minute_passed.emit()
    assert tuple(sign.words) == (title, detail)
    assert sign.accessibleName() == ", ".join(part for part in (title, detail) if part)


def test_open_is_green_and_quiet_is_plum(sign: OpenSign, core: Core) -> None:
    assert current().evergreen_ground.name().upper() in colours_of(sign)
    core.hours.set_week(((),) * 7)
    assert sign.words.title == "Never open"
    assert current().plum_ground.name().upper() in colours_of(sign)


def test_a_pause_is_begun_and_ended_in_its_menu(sign: OpenSign, core: Core) -> None:
    QTest.mouseClick(sign, LEFT, pos=sign.dots().center())
    menu = sign.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    assert sign.words.title == "Paused until 11:12"
    menu = sign.show_menu(QPoint(200, 200))
    assert menu.actions()[0].text() == "End the pause"
    menu.actions()[0].trigger()
    assert sign.words.title == "Open until 17:30"


def test_a_click_and_enter_lead_to_the_boundaries(sign: OpenSign, shell: ShellDouble) -> None:
    QTest.mouseClick(sign, LEFT, pos=QPoint(30, 20))
    sign.setFocus()
    QTest.keyClick(sign, Qt.Key.Key_Return)
    assert shell.pages == ["boundaries", "boundaries"]


def test_on_a_narrow_side_bar_it_is_a_mark_with_a_tip(sign: OpenSign) -> None:
    sign.resize(38, 55)
    assert sign.dots().isEmpty() and "Open until 17:30" in sign.toolTip()
    mark = sign.grab(QRect(11, 19, 16, 16)).toImage()  # within the border, which comes with the pointer
    ground = current().evergreen_ground
    assert any(mark.pixelColor(x, y) != ground for x in range(16) for y in range(16))
