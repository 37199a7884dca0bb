"""The brief on the screen: read, copied, saved as page, text and PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.facts import Fact, Section
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.settings import HIDE_PRIVATE
from tests.ui.doubles import ShellDouble
from ui.brief.dialog import BriefDialog
from ui.main_window import MainWindow
from ui.today.page import TodayPage


@pytest.fixture
def dialog(qtbot: QtBot, shell: ShellDouble, tom: int) -> BriefDialog:
    made = BriefDialog(shell, tom)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_shows_and_copies_the_page(dialog: BriefDialog) -> None:
    assert "Tom Keller" in dialog.page.toPlainText()
    assert "Ida moved to Bergen" in dialog.page.toPlainText()
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Tom Keller\nCOO at Keller Werk")


@pytest.mark.parametrize(("ending", "head"), [("html", b"<!DOCTYPE html>"), ("txt", b"Tom Keller"), ("pdf", b"%PDF")])
def test_it_is_saved_by_the_names_ending(dialog: BriefDialog, tmp_path: Path, ending: str, head: bytes) -> None:
    path = tmp_path / f"tom.{ending}"
    dialog.save(path)
    assert path.read_bytes().startswith(head)
    dialog.save(tmp_path / "none" / f"tom.{ending}")
    assert dialog.errors.isVisible()


def test_private_facts_stay_out_while_they_are_hidden(shell: ShellDouble, core: Core, tom: int, qtbot: QtBot) -> None:
    core.facts.add(Fact(0, tom, Section.FAMILY, "Health", "had an operation", private=True))
    for hidden in (False, True):
        core.settings.set(HIDE_PRIVATE, hidden)
        made = BriefDialog(shell, tom)
        qtbot.addWidget(made)
        assert ("operation" in made.page.toPlainText()) is not hidden


def test_one_key_opens_it_for_who_is_on_show(qtbot: QtBot, window: MainWindow, tom: int) -> None:
    window.open_person(tom)
    QTest.keyClick(window, Qt.Key.Key_F4)
    found = window.findChildren(BriefDialog)
    assert [one.brief.shown for one in found] == ["Tom Keller"]
    found[0].accept()


def test_on_today_it_is_about_the_row_with_the_keyboard(
    qtbot: QtBot, window: MainWindow, core: Core, marta: int
) -> None:
    core.follow_ups.add(NewFollowUp(marta, "Send the plan", core.desk.today()))
    page = window.stack.page("today")
    assert isinstance(page, TodayPage)
    page.rows[0].setFocus()
    QTest.keyClick(page.rows[0], Qt.Key.Key_F4)
    found = window.findChildren(BriefDialog)
    assert [one.brief.shown for one in found] == ["Marta Oduya"]
    found[0].accept()
