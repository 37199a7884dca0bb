"""Changing an entry: everything at once, one undo, nothing thrown away unasked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.entries.kind import Direction
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


def test_what_the_kind_does_not_ask_stays_unless_the_kind_changes(
    qtbot: QtBot, shell: ShellDouble, core: Core, tom: int
) -> None:
    imported = core.entries.log(
        NewEntry("email", NOW - timedelta(days=9), (tom,), "Plan", Direction.IN, minutes=5, place="Oslo")
    )
    dialog = EntryDialog(shell, imported)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.form.chips.length.isVisible(), "what is stored is shown"
    QTest.keyClicks(dialog.form.text, "!")
    dialog.save()
    entry = core.entries.get(imported)
    assert (entry.text, entry.minutes, entry.place, entry.direction) == ("Plan!", 5, "Oslo", Direction.IN)


def test_a_text_nobody_touched_keeps_its_line_ends_and_blanks(
    qtbot: QtBot, shell: ShellDouble, core: Core, tom: int
) -> None:
    text = "12\u00a0km\r\nand\u2028more"
    stored = core.entries.log(NewEntry("note", NOW, (tom,), text))
    dialog = EntryDialog(shell, stored)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible(), "nothing was changed, so nothing is asked"
    again = EntryDialog(shell, stored)
    qtbot.addWidget(again)
    again.open()
    again.form.chips.change(at=NOW - timedelta(days=1))
    again.save()
    assert core.entries.get(stored).text == text


def test_delete_takes_it_away_and_one_undo_brings_it_back(
    dialog: EntryDialog, core: Core, entry: int, shell: ShellDouble
) -> None:
    before = core.entries.get(entry)
    QTest.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert shell.said == [("Entry deleted", True)]
    with pytest.raises(NoSuchRecord):
        core.entries.get(entry)
    core.history.undo()
    assert core.entries.get(entry) == before


def test_ctrl_enter_saves_from_a_chip_and_plain_enter_presses_no_button(
    dialog: EntryDialog, core: Core, entry: int
) -> None:
    dialog.form.chips.change(minutes=45)
    dialog.form.chips.length.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(dialog.form.chips.length, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.form.chips.length, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert core.entries.get(entry).minutes == 45


def test_tab_goes_from_the_text_over_people_and_chips_to_the_buttons(qtbot: QtBot, dialog: EntryDialog) -> None:
    seen = []
    part: QWidget = dialog.form.text
    for _ in range(30):
        QTest.keyClick(part, Qt.Key.Key_Tab)
        part = dialog.focusWidget()
        seen.append(part)
        if part is dialog.form.save_button:
            break
    chips = dialog.form.chips
    wanted: list[QWidget] = [
        *dialog.form.people.findChildren(Chip),
        chips.when,
        chips.length,
        dialog.form.people.add,
        chips.counts,
    ]
    wanted += [dialog.delete_button, dialog.cancel_button, dialog.form.save_button]
    assert [one for one in seen if one in wanted] == wanted
