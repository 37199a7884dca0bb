"""The side bar: pages are chosen by click, arrow keys and shortcuts; badges are seen and heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of, ink_between
from ui.palette import Tone, current
from ui.widgets.side_bar import SideBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[SideBar]:
    window = QWidget()
    made = SideBar(window)
    made.add_item("today", "sun-horizon", "Today", "Ctrl+1")
    made.add_item("settings", "gear-six", "Settings", at_foot=True)
    made.add_item("people", "users", "People", "Ctrl+2")
    made.select("today")
    window.resize(1300, 500)
    made.resize(made.width(), 500)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made  # the window lives as long as the test


def chosen_of(bar: SideBar) -> list[str]:
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    return chosen


def test_a_click_chooses(bar: SideBar, qtbot: QtBot) -> None:
    chosen = chosen_of(bar)
    QTest.mouseClick(bar.item("people"), Qt.MouseButton.LeftButton)
    assert chosen == ["people"]
    assert bar.selected() == "people"
    assert not bar.item("today").isChecked()


def test_a_click_on_the_page_on_show_keeps_its_mark(bar: SideBar, qtbot: QtBot) -> None:
    QTest.mouseClick(bar.item("today"), Qt.MouseButton.LeftButton)
    assert bar.selected() == "today"


def test_arrows_walk_through_the_pages_and_stop_at_the_ends(bar: SideBar, qtbot: QtBot) -> None:
    chosen = chosen_of(bar)
    bar.item("today").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(bar.window().focusWidget(), Qt.Key.Key_Down)
    assert chosen == ["people", "settings", "settings"]
    QTest.keyClick(bar.window().focusWidget(), Qt.Key.Key_Up)
    assert bar.selected() == "people"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_choose(bar: SideBar, qtbot: QtBot, key: Qt.Key) -> None:
    chosen = chosen_of(bar)
    QTest.keyClick(bar.item("people"), key)
    assert chosen == ["people"]


def test_shortcuts_choose_from_anywhere_in_the_window(bar: SideBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.keyClick(bar.window(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == ["people"]


def test_select_is_silent(bar: SideBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.chosen):
        bar.select("people")
    assert bar.selected() == "people"


def test_names_begin_at_the_right_from_right_to_left(bar: SideBar) -> None:
    today = bar.item("today")
    middle = today.width() // 2
    assert ink_between(today, current().text)[1] < middle
    today.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert ink_between(today, current().text)[0] > middle


def test_an_unknown_page_marks_none(bar: SideBar) -> None:
    bar.select("portfolio")
    assert bar.selected() == ""


def test_a_badge_is_seen_and_heard(bar: SideBar) -> None:
    bar.set_badge("people", "5", Tone.RED)
    assert bar.item("people").badge == "5"
    assert bar.item("people").accessibleName() == "People, 5"
    assert current().red.name().upper() in colours_of(bar.item("people"))
    bar.set_badge("people", "")
    assert bar.item("people").accessibleName() == "People"


def test_the_keyboard_shows_where_it_is_and_a_click_does_not(bar: SideBar, qtbot: QtBot) -> None:
    ring = current().evergreen.name().upper()
    people = bar.item("people")
    QTest.mouseClick(people, Qt.MouseButton.LeftButton)
    people.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring not in colours_of(people)
    bar.item("today").setFocus(Qt.FocusReason.TabFocusReason)
    people.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring in colours_of(people)


def test_a_narrow_window_keeps_the_icons(qtbot: QtBot, bar: SideBar) -> None:
    window = bar.window()
    window.resize(900, 500)
    qtbot.waitUntil(lambda: bar.width() < 100)
    assert bar.item("people").toolTip() == "People (Ctrl+2)"
    QTest.mouseClick(bar.item("people"), Qt.MouseButton.LeftButton)
    assert bar.selected() == "people"
    window.resize(1300, 500)
    qtbot.waitUntil(lambda: bar.width() > 100)
