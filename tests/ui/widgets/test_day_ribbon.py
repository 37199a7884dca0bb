"""The ribbon of a day: what is drawn, what arrows and the pointer find, and what screen readers are told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of
from ui.palette import Tone, current
from ui.theme import Theme
from ui.widgets.day_ribbon import DayRibbon, Spot, Stretch

MORNING, AFTERNOON = Stretch(0.375, 0.52, "Open 09:00 to 12:30"), Stretch(0.5625, 0.729, "Open 13:30 to 17:30")
MARKS = [("00", 0.0), ("12", 0.5), ("24", 1.0)]


@pytest.fixture
def ribbon(qtbot: QtBot, theme: Theme) -> DayRibbon:
    made = DayRibbon("Today")
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show_day([MORNING, AFTERNOON], MARKS)
    made.show_spots(
        [Spot("b", 0.6, "14:24 Marta"), Spot("a", 0.4, "09:36 Tom"), Spot("c", 0.8, "19:12 Ana", Tone.BLUE)]
    )
    made.show_now(0.45, "Now 10:48")
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def middle(ribbon: DayRibbon, key: str) -> QPoint:
    return next(one.where.center().toPoint() for one in ribbon.places() if one.key == key)


def test_quiet_and_open_time_dots_and_now_are_drawn(ribbon: DayRibbon) -> None:
    seen = colours_of(ribbon)
    for colour in (current().plum_ground, current().evergreen_ground, current().amber, current().blue, current().red):
        assert colour.name().upper() in seen


def test_arrows_walk_dots_and_open_time_in_order_of_time(qtbot: QtBot, ribbon: DayRibbon) -> None:
    ribbon.clearFocus()
    assert ribbon.accessibleDescription() == "Open 09:00 to 12:30. Open 13:30 to 17:30. Now 10:48"
    ribbon.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(ribbon, Qt.Key.Key_Home)
    said = [ribbon.accessibleDescription()]
    for _ in range(5):
        QTest.keyClick(ribbon, Qt.Key.Key_Right)
        said.append(ribbon.accessibleDescription())
    assert said == [MORNING.said, "09:36 Tom", AFTERNOON.said, "14:24 Marta", "19:12 Ana", "19:12 Ana"]
    QTest.keyClick(ribbon, Qt.Key.Key_Left)
    assert "14:24 Marta" in QToolTip.text()  # also to those who see
    with qtbot.waitSignal(ribbon.opened) as heard:
        QTest.keyClick(ribbon, Qt.Key.Key_Return)
    assert heard.args == ["b"]


def test_the_first_dot_is_what_tab_comes_to(ribbon: DayRibbon) -> None:
    ribbon.clearFocus()
    assert ribbon.current() == ""
    ribbon.setFocus(Qt.FocusReason.TabFocusReason)
    assert ribbon.current() == "a"


def test_the_pointer_opens_dots_and_is_told_what_it_is_over(qtbot: QtBot, ribbon: DayRibbon) -> None:
    assert ribbon.tip_at(middle(ribbon, "a")) == "09:36 Tom"
    assert ribbon.tip_at(middle(ribbon, "open:1")) == "Open 13:30 to 17:30"
    assert ribbon.tip_at(QPoint(20, 10)) == "Quiet time"
    with qtbot.waitSignal(ribbon.opened) as heard:
        QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=middle(ribbon, "c"))
    assert heard.args == ["c"]
    with qtbot.assertNotEmitted(ribbon.opened):
        QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))


def test_dots_of_one_moment_stand_side_by_side_inside_the_strip(ribbon: DayRibbon) -> None:
    ribbon.show_spots([Spot(f"{number}", 0.999, "late") for number in range(5)])
    squares = [one.where for one in ribbon.places() if one.tone is not None]
    assert all(before.right() < after.left() for before, after in pairwise(squares))
    assert squares[-1].right() <= ribbon.width()


def test_of_many_at_one_moment_the_rest_is_a_number_that_can_be_walked(ribbon: DayRibbon) -> None:
    ribbon.show_spots([Spot(f"{number:02d}", 0.4, f"Number {number}") for number in range(20)])
    spots = [one for one in ribbon.places() if one.tone is not None]
    assert [one.counted for one in spots] == [0] * 3 + [17] * 17
    assert "Number 3; Number 4" in ribbon.tip_at(spots[-1].where.center().toPoint())
    ribbon.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(ribbon, Qt.Key.Key_End)
    QTest.keyClick(ribbon, Qt.Key.Key_Left)
    assert ribbon.accessibleDescription() == "Number 19"


def test_many_at_one_moment_take_nothing_from_those_that_come_much_later(ribbon: DayRibbon) -> None:
    later = Spot("later", 0.6, "14:24 Marta")
    ribbon.show_spots([later])
    alone = middle(ribbon, "later")
    ribbon.show_spots([*(Spot(f"{number:02d}", 0.4, f"Number {number}") for number in range(20)), later])
    assert middle(ribbon, "later") == alone


def test_the_line_moves_on_and_what_is_gone_is_no_longer_current(ribbon: DayRibbon) -> None:
    ribbon.clearFocus()
    ribbon.setFocus(Qt.FocusReason.TabFocusReason)
    ribbon.show_now(0.46, "Now 11:02")
    assert ribbon.current() == "a"
    ribbon.show_spots([])
    assert ribbon.current() == ""
    assert ribbon.accessibleDescription().endswith("Now 11:02")
    ribbon.show_day([], MARKS)
    assert ribbon.accessibleDescription() == "Quiet all day. Now 11:02"


def test_from_right_to_left_the_day_runs_the_other_way(ribbon: DayRibbon) -> None:
    before = middle(ribbon, "a").x()
    ribbon.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert abs(ribbon.width() - before - middle(ribbon, "a").x()) <= 1
    ribbon.clearFocus()
    ribbon.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(ribbon, Qt.Key.Key_Left)
    assert ribbon.current() == "open:1"
