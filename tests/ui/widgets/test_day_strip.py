"""The strip of days: dots are walked through, opened, dragged and moved by keys; quiet and open time differ."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of
from ui.palette import current
from ui.theme import Theme
from ui.widgets.day_strip import Day, DayStrip, Dot

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
OPEN = ((0.375, 0.7),)


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> DayStrip:
    made = DayStrip("The next days")
    qtbot.addWidget(made)
    made.resize(560, made.sizeHint().height())
    made.show_days(
        [
            Day("Thu 12", "Thursday", OPEN, (Dot("a", 0.4, "10:00 Tom"), Dot("b", 0.6, "14:00 Marta"))),
            Day("Fri 13", "Friday", (), ()),
            Day("Sat 14", "Saturday", OPEN, (Dot("c", 0.4, "Birthday", movable=False),)),
            Day("Sun 15", "Sunday", OPEN, ()),
        ],
        0.42,
    )
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_quiet_and_open_time_and_now_are_drawn(strip: DayStrip) -> None:
    seen = colours_of(strip)
    for colour in (current().plum_ground, current().evergreen_ground, current().amber, current().red):
        assert colour.name().upper() in seen


def test_arrows_walk_and_enter_opens(qtbot: QtBot, strip: DayStrip) -> None:
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    assert strip.current() == "a"
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription() == "Saturday: Birthday"
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.current() == "c", "it stops at the end"
    with qtbot.waitSignal(strip.opened) as heard:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert heard.args == ["c"]


def test_ctrl_and_arrows_pass_over_closed_days(qtbot: QtBot, strip: DayStrip) -> None:
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(strip.moved) as heard:
        QTest.keyClick(strip, Qt.Key.Key_Right, CONTROL)
    assert heard.args == ["a", 2]
    with qtbot.assertNotEmitted(strip.moved):
        QTest.keyClick(strip, Qt.Key.Key_Left, CONTROL)  # nothing is before today
        QTest.keyClick(strip, Qt.Key.Key_End)


def test_what_stays_put_is_not_moved(qtbot: QtBot, strip: DayStrip) -> None:
    start, end = strip.place_of("c"), strip.middle_of(3)
    with qtbot.assertNotEmitted(strip.moved):
        QTest.mousePress(strip, LEFT, pos=start)
        QTest.mouseMove(strip, end)
        QTest.mouseRelease(strip, LEFT, pos=end)


def test_a_dot_is_dragged_and_a_click_opens_it(qtbot: QtBot, strip: DayStrip) -> None:
    start, end = strip.place_of("b"), strip.middle_of(3)
    with qtbot.waitSignal(strip.moved) as heard:
        QTest.mousePress(strip, LEFT, pos=start)
        QTest.mouseMove(strip, end)
        QTest.mouseRelease(strip, LEFT, pos=end)
    assert heard.args == ["b", 3]
    with qtbot.waitSignal(strip.opened) as opened, qtbot.assertNotEmitted(strip.moved):
        QTest.mouseClick(strip, LEFT, pos=start)
    assert opened.args == ["b"]


def test_dropped_beside_the_days_it_stays(qtbot: QtBot, strip: DayStrip) -> None:
    with qtbot.assertNotEmitted(strip.moved):
        QTest.mousePress(strip, LEFT, pos=strip.place_of("b"))
        QTest.mouseMove(strip, QPoint(-40, 10))
        QTest.mouseRelease(strip, LEFT, pos=QPoint(-40, 10))


def test_many_at_one_moment_are_a_number(strip: DayStrip) -> None:
    strip.show_days([Day("Thu 12", "Thursday", OPEN, tuple(Dot(str(n), 0.375, "x") for n in range(12)))])
    alone = len(strip.places())
    assert alone == 12, "one day has the room"
    strip.show_days(
        [Day(str(day), "", OPEN, tuple(Dot(f"{day}.{n}", 0.375, "x") for n in range(12))) for day in range(14)]
    )
    assert len(strip.places()) == 14, "one each, and “+11”"
    assert strip.place_of("0.0").y() == strip.place_of("1.0").y()
    strip.show_low(True)
    assert strip.sizeHint().height() < 100


def test_right_to_left_the_days_begin_at_the_right(strip: DayStrip) -> None:
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert strip.middle_of(0).x() > strip.middle_of(3).x()
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.current() == "b"
