"""The History page: what was done, and its way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.people import Tier
from tests.ui.doubles import ShellDouble
from ui.history.page import HistoryPage


@pytest.fixture
def page(qtbot: QtBot, shell: ShellDouble) -> HistoryPage:
    made = HistoryPage(shell)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def titles(page: HistoryPage) -> list[str]:
    return [page.model.change(row).title for row in range(page.model.rowCount())]


def test_nothing_done_yet_is_said(page: HistoryPage) -> None:
    assert page.empty.isVisible()
    assert not page.view.isVisible()


def test_changes_stand_newest_first_and_follow_what_happens(page: HistoryPage, core: Core, qtbot: QtBot) -> None:
    tom = core.people.add("Tom Keller")
    core.people.set_tier([tom], Tier.A)
    qtbot.waitUntil(lambda: titles(page) == ["Tom Keller: tier A", "Tom Keller added"])


def test_the_button_undoes_and_does_again(page: HistoryPage, core: Core, qtbot: QtBot) -> None:
    tom = core.people.add("Tom Keller")
    core.people.set_tier([tom], Tier.A)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.view.setCurrentIndex(page.model.index(0))
    QTest.mouseClick(page.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.act.text() == "Do it again")
    assert core.people.get(tom).tier is None
    QTest.mouseClick(page.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.act.text() == "Undo this change")
    assert core.people.get(tom).tier is Tier.A


def test_what_stands_in_the_way_is_said(page: HistoryPage, core: Core, qtbot: QtBot) -> None:
    tom = core.people.add("Tom Keller")
    core.people.set_tier([tom], Tier.A)
    core.people.set_tier([tom], Tier.B)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.view.setCurrentIndex(page.model.index(1))
    assert not page.act.isEnabled()
    assert "Tom Keller: tier B" in page.why_not.text()


def test_enter_undoes_the_chosen_change(page: HistoryPage, core: Core, qtbot: QtBot) -> None:
    core.people.add("Tom Keller")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.directory.count() == 0)
