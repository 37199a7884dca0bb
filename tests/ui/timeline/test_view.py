"""The timeline under real clicks and keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from relapp.core import Core
from relapp.domain.changes import Area, Change
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from tests.ui.timeline.long_timelines import log_notes
from ui.timeline.view import TimelineView
from ui.timeline.when_popover import WhenPopover

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


def test_the_table_lets_go_of_what_was_closed(qtbot: QtBot, view: TimelineView) -> None:
    index = view.table.entries.index(0, 0)
    click_row(view, 0)
    opened = view.table.opened()
    assert opened is not None
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.table.indexWidget(index) is None
    qtbot.waitUntil(lambda: not isValid(opened))
    view.table.updateGeometries()  # places what the table still knows
    click_row(view, 0)
    assert view.table.opened() is not None


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


@pytest.fixture
def busy(core: Core, person: int, view: TimelineView) -> int:
    """Two hundred and fifty more entries, one an hour."""
    start = int((NOW - timedelta(days=2)).timestamp())
    log_notes(core, person, [start - 3600 * hour for hour in range(250)])
    core.desk.publish(Change(frozenset({Area.ENTRIES})))
    return person


def test_what_is_looked_at_stays_when_something_new_comes(
    qtbot: QtBot, view: TimelineView, core: Core, busy: int
) -> None:
    table = view.table
    qtbot.waitUntil(lambda: table.entries.rowCount() == 252)
    table.verticalScrollBar().setValue(150 * table.rowHeight(0) + 7)
    table.selectRow(152)
    top, chosen = table.first_line(), table.selected()
    core.entries.log(NewEntry("call", NOW, (busy,), "newest"))
    qtbot.waitUntil(lambda: table.entries.rowCount() == 253)
    assert (table.first_line(), table.selected()) == (top, chosen)
    assert table.verticalScrollBar().value() == 151 * table.rowHeight(0) + 7
    core.history.undo()
    assert (table.first_line(), table.selected()) == (top, chosen)


def test_a_new_entry_is_seen_by_who_looks_at_the_newest(
    qtbot: QtBot, view: TimelineView, core: Core, busy: int
) -> None:
    core.entries.log(NewEntry("call", NOW, (busy,), "newest"))
    qtbot.waitUntil(lambda: view.table.entries.rowCount() == 253)
    line = view.table.first_line()
    assert line is not None
    assert line.text == "newest"


def test_what_is_open_stays_open(qtbot: QtBot, view: TimelineView, core: Core, person: int) -> None:
    click_row(view, 0)
    core.entries.log(NewEntry("call", NOW, (person,), "newest"))
    qtbot.waitUntil(lambda: view.table.entries.rowCount() == 3)
    opened = view.table.opened()
    assert opened is not None
    assert "Silje" in opened.text.text()
    assert view.table.rowHeight(1) > view.table.rowHeight(0)


def test_several_are_deleted_at_once(qtbot: QtBot, view: TimelineView, shell: ShellDouble) -> None:
    view.table.selectAll()
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(view.nothing.isVisible)
    assert shell.said == [("2 entries deleted", True)]


def test_an_entry_is_moved_in_time_in_words(qtbot: QtBot, view: TimelineView, core: Core, shell: ShellDouble) -> None:
    newest = view.table.entries.line(0)
    assert newest is not None
    view.move_in_time(newest.id, view.mapToGlobal(view.rect().center()))
    box = view.findChildren(WhenPopover)[0]
    QTest.keyClicks(box.phrase, "2 march 9:30")
    QTest.keyClick(box.phrase, Qt.Key.Key_Return)
    assert core.entries.get(newest.id).at == datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
    assert shell.said == [("Moved to Mon 2 March · 09:30", True)]


def test_page_down_and_end_reach_the_oldest(qtbot: QtBot, view: TimelineView, busy: int) -> None:
    view.table.setFocus()
    view.table.selectRow(0)
    QTest.keyClick(view.table, Qt.Key.Key_PageDown)
    assert view.table.currentIndex().row() > 3
    QTest.keyClick(view.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    line = view.table.current_line()
    assert line is not None
    assert line.text == "Lorry"


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


def test_an_old_entry_is_found_and_opened(view: TimelineView, core: Core, person: int) -> None:
    old = core.entries.log(NewEntry("note", NOW - timedelta(days=900), (person,), "long ago"))
    for day in range(150):
        core.entries.log(NewEntry("note", NOW - timedelta(days=100 + day), (person,), "between"))
    view.reveal(old)
    opened = view.table.opened()
    assert opened is not None
    assert "long ago" in opened.text.text()
    line = view.table.current_line()
    assert line is not None
    assert line.id == old


def test_a_planned_entry_is_revealed_with_the_planned_ones(view: TimelineView, core: Core, person: int) -> None:
    planned = core.entries.log(NewEntry("meeting", NOW + timedelta(days=3), (person,), "kick-off"))
    view.reveal(planned)
    assert view.planned.isChecked()
    assert view.table.opened() is not None
