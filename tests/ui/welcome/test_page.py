"""The three ways to begin, each by pointer and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.doubles import ShellDouble
from ui.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot, shell: ShellDouble) -> WelcomePage:
    made = WelcomePage(shell)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_address_book_can_be_imported(page: WelcomePage, shell: ShellDouble) -> None:
    QTest.mouseClick(page.import_book, Qt.MouseButton.LeftButton)
    assert shell.imported == [[]]


def test_the_sample_can_be_looked_at(page: WelcomePage, shell: ShellDouble) -> None:
    QTest.mouseClick(page.open_sample, Qt.MouseButton.LeftButton)
    assert shell.commands == ["sample"]


def test_a_person_can_be_added(page: WelcomePage, shell: ShellDouble) -> None:
    QTest.mouseClick(page.add_person, Qt.MouseButton.LeftButton)
    assert shell.added == 1


def test_the_keyboard_reaches_all_three(qtbot: QtBot, page: WelcomePage, shell: ShellDouble) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.import_book.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.import_book, Qt.Key.Key_Tab)
    QTest.keyClick(page.open_sample, Qt.Key.Key_Tab)
    assert page.add_person.hasFocus()
    QTest.keyClick(page.add_person, Qt.Key.Key_Space)
    assert shell.added == 1
