"""The Organisations page: the list, the people, the joint timeline, edits in place."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.organisations.page import OrganisationsPage
from ui.widgets.buttons import Button


@pytest.fixture
def page(qtbot: QtBot, core: Core, shell: ShellDouble) -> OrganisationsPage:
    tom = core.people.add("Tom Keller", organisation="Keller Werk", title="COO")
    ragnhild = core.people.add("Ragnhild Bøe", organisation="Keller Werk")
    core.people.add("Jonas Lind", organisation="Lind AB")
    core.entries.log(NewEntry("call", NOW - timedelta(days=2), (tom,), "one"))
    core.entries.log(NewEntry("meeting", NOW - timedelta(days=1), (tom, ragnhild), "both"))
    made = OrganisationsPage(shell)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def names(page: OrganisationsPage) -> list[str]:
    return [page.model.line(row).name for row in range(page.model.rowCount())]


def test_the_first_is_shown_with_its_people_and_joint_timeline(page: OrganisationsPage) -> None:
    assert names(page) == ["Keller Werk", "Lind AB"]
    assert page.pane.title.text() == "Keller Werk"
    entries = page.pane.timeline.table.entries
    lines = [entries.line(row) for row in range(entries.rowCount())]
    assert [line.text for line in lines if line is not None] == ["both", "one"]


def test_typing_narrows_the_list(page: OrganisationsPage) -> None:
    QTest.keyClicks(page.filter, "lin")
    assert names(page) == ["Lind AB"]


def test_a_person_is_opened_from_there(page: OrganisationsPage, core: Core, shell: ShellDouble) -> None:
    button = next(one for one in page.pane.members.findChildren(Button) if one.text() == "Tom Keller")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shell.persons == [core.people.resolve("Tom Keller")]


def test_a_new_name_is_saved_and_undone(page: OrganisationsPage, core: Core, qtbot: QtBot) -> None:
    page.pane.name.setFocus()
    page.pane.name.selectAll()
    QTest.keyClicks(page.pane.name, "Keller Works")
    QTest.keyClick(page.pane.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Keller Works" in names(page))
    core.history.undo()
    qtbot.waitUntil(lambda: "Keller Werk" in names(page))


def test_an_empty_name_is_refused(page: OrganisationsPage, shell: ShellDouble) -> None:
    page.pane.name.clear()
    QTest.keyClick(page.pane.name, Qt.Key.Key_Return)
    assert shell.refused == ["An organisation needs a name."]


def test_deleting_keeps_the_people(page: OrganisationsPage, core: Core, qtbot: QtBot, shell: ShellDouble) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["Lind AB"])
    assert shell.said == [("Keller Werk deleted. Its people stay.", True)]
    assert core.directory.count() == 3
    core.history.undo()
    qtbot.waitUntil(lambda: names(page) == ["Keller Werk", "Lind AB"])


def test_an_empty_file_says_where_organisations_come_from(qtbot: QtBot, shell: ShellDouble) -> None:
    empty = OrganisationsPage(shell)
    qtbot.addWidget(empty)
    empty.show()
    assert empty.nothing.isVisible()
