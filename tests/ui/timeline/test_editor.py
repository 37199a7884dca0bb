"""Changing an entry: everything at once, one undo, nothing thrown away unasked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.errors import NoSuchRecord
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.timeline.editor import EntryDialog
from ui.widgets.chip import Chip


@pytest.fixture
def entry(core: Core, tom: int, marta: int) -> int:
    return core.entries.log(NewEntry("call", NOW - timedelta(days=2), (tom, marta), "Spoke about Oslo", minutes=10))


@pytest.fixture
def dialog(qtbot: QtBot, shell: ShellDouble, entry: int) -> EntryDialog:
    made = EntryDialog(shell, entry)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.form.text.hasFocus)
    return made


def save(dialog: EntryDialog) -> None:
    QTest.keyClick(dialog.form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_text_moment_and_kind_change_in_one_step(
    dialog: EntryDialog, core: Core, entry: int, shell: ShellDouble
) -> None:
    before = core.entries.get(entry)
    QTest.keyClicks(dialog.form.text, " and Bergen")
    dialog.form.chips.change(at=NOW - timedelta(days=3))
    dialog.form.choose_kind("video")
    save(dialog)
    after = core.entries.get(entry)
    assert (after.kind, after.text, after.at) == ("video", "Spoke about Oslo and Bergen", NOW - timedelta(days=3))
    assert shell.said == [("Entry changed", True)]
    core.history.undo()
    assert core.entries.get(entry) == before


def test_a_person_is_taken_off_but_never_the_last(dialog: EntryDialog, core: Core, entry: int, marta: int) -> None:
    chip = dialog.form.people.findChildren(Chip)[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross().center())
    assert dialog.form.people.people() == (marta,)
    last = dialog.form.people.findChildren(Chip)[-1]
    assert last.text() == "Marta Oduya"
    assert last.cross().isEmpty()
    save(dialog)
    assert core.entries.get(entry).people == (marta,)


def test_saving_what_is_as_it_was_writes_nothing(dialog: EntryDialog, core: Core) -> None:
    before = core.history.next_undo()
    save(dialog)
    assert not dialog.isVisible()
    assert core.history.next_undo() == before


def answer(dialog: EntryDialog, text: str) -> None:
    box = dialog.findChildren(QMessageBox)[0]
    button = next(one for one in box.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("said", "text", "stays"),
    [
        ("Discard", "Spoke about Oslo", False),
        ("Save", "Spoke about Oslo!", False),
        ("Go on editing", "Spoke about Oslo", True),
    ],
)
def test_escape_asks_before_it_throws_typing_away(
    dialog: EntryDialog, core: Core, entry: int, said: str, text: str, stays: bool
) -> None:
    QTest.keyClicks(dialog.form.text, "!")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    answer(dialog, said)
    assert dialog.isVisible() is stays
    assert core.entries.get(entry).text == text


def test_escape_just_closes_when_nothing_was_typed(dialog: EntryDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_entry_deleted_meanwhile_is_said(dialog: EntryDialog, core: Core, entry: int, shell: ShellDouble) -> None:
    core.entries.delete([entry])
    QTest.keyClicks(dialog.form.text, "!")
    save(dialog)
    assert len(shell.refused) == 1
    assert dialog.isVisible()
    with pytest.raises(NoSuchRecord):
        EntryDialog(shell, entry)


def test_a_planned_one_stays_in_its_persons_timeline(dialog: EntryDialog, core: Core, tom: int) -> None:
    dialog.form.chips.change(at=NOW + timedelta(days=3))
    save(dialog)
    assert core.entries.count(TimelineOf(person=tom, since=int(NOW.timestamp()))) == 1
