"""The timeline under real clicks and keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.timeline.view import TimelineView

TEXT = "Met **Silje**\n- plant\n- https://keller-werk.example"


@pytest.fixture
def person(core: Core) -> int:
    tom = core.people.add("Tom Keller")
    core.entries.log(NewEntry("lunch", NOW - timedelta(days=40), (tom,), "Lorry", place="Oslo"))
    core.entries.log(NewEntry("call", NOW - timedelta(days=1), (tom,), TEXT))
    return tom


@pytest.fixture
def view(qtbot: QtBot, shell: ShellDouble, person: int) -> TimelineView:
    made = TimelineView(shell)
    qtbot.addWidget(made)
    made.resize(460, 600)
    made.show()
    made.show_timeline(TimelineOf(person=person))
    qtbot.waitUntil(lambda: made.table.isVisible())
    return made


def click_row(view: TimelineView, row: int) -> None:
    rect = view.table.visualRect(view.table.entries.index(row, 0))
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_the_month_of_the_top_row_stands_above(view: TimelineView) -> None:
    assert view.month.accessibleName() == "March 2026"


def test_a_click_opens_the_whole_text_and_another_closes_it(view: TimelineView) -> None:
    click_row(view, 0)
    opened = view.table.opened()
    assert opened is not None
    assert "<b>Silje</b>" in opened.text.text() or "<strong>Silje</strong>" in opened.text.text()
    assert "href" in opened.text.text()
    click_row(view, 0)
    assert view.table.opened() is None


def test_delete_asks_nothing_and_offers_the_way_back(
    qtbot: QtBot, view: TimelineView, core: Core, shell: ShellDouble
) -> None:
    view.table.selectRow(0)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: view.table.entries.rowCount() == 1)
    assert shell.said == [("1 entry deleted", True)]
    core.history.undo()
    qtbot.waitUntil(lambda: view.table.entries.rowCount() == 2)


def test_the_text_is_copied_as_typed(view: TimelineView) -> None:
    view.table.selectRow(0)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TEXT


def test_what_is_planned_waits_behind_its_button(qtbot: QtBot, view: TimelineView, core: Core, person: int) -> None:
    core.entries.log(NewEntry("meeting", NOW + timedelta(days=3), (person,), "kick-off"))
    qtbot.waitUntil(view.planned.isVisible)
    assert view.planned.text() == "1 planned"
    assert view.table.entries.rowCount() == 2
    QTest.mouseClick(view.planned, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.table.entries.rowCount() == 3)


def test_words_and_kinds_narrow_it(qtbot: QtBot, view: TimelineView) -> None:
    QTest.mouseClick(view.narrow, Qt.MouseButton.LeftButton)
    QTest.keyClicks(view.filters.text, "silj")
    qtbot.waitUntil(lambda: view.table.entries.rowCount() == 1)
    QTest.keyClicks(view.filters.text, "zzz")
    qtbot.waitUntil(view.nothing.isVisible)
    QTest.mouseClick(view.narrow, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.table.entries.rowCount() == 2)


def test_an_empty_timeline_says_what_to_do(qtbot: QtBot, view: TimelineView, core: Core) -> None:
    ana = core.people.add("Ana Castell")
    view.show_timeline(TimelineOf(person=ana))
    assert view.nothing.isVisible()
    assert not view.table.isVisible()
