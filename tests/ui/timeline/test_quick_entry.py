"""One line, by keyboard: what it shows, whom it asks about, and what it saves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import Entry
from tests.ui.doubles import ShellDouble
from ui.timeline.quick_entry import QuickEntryDialog
from ui.timeline.quick_line import rest_of

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(qtbot: QtBot, shell: ShellDouble, tom: int, marta: int) -> QuickEntryDialog:
    made = QuickEntryDialog(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.line.hasFocus)
    return made


def type_(dialog: QuickEntryDialog, text: str) -> None:
    QTest.keyClicks(dialog.line, text)


def press(dialog: QuickEntryDialog, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog.line, key, held)


def shown_chips(dialog: QuickEntryDialog) -> list[str]:
    assert dialog._proposal is not None
    return [text for text, _, _ in dialog.understood.chips(dialog._proposal)]


def newest(core: Core, person: int) -> Entry:
    return core.entries.get(core.entries.page(TimelineOf(person=person), limit=1)[0].id)


def names(dialog: QuickEntryDialog) -> list[str]:
    return [row.text() for row in dialog.understood.people.rows]


def test_a_whole_line_and_enter(dialog: QuickEntryDialog, core: Core, tom: int, shell: ShellDouble) -> None:
    type_(dialog, "call tom keller yesterday 16:00 20 min: plant in drammen")
    assert shown_chips(dialog) == [
        "Call", "yesterday · 16:00", "20 min", "from me", "spoke", "counts as contact",
    ]  # fmt: skip
    assert dialog.understood.text.text() == "plant in drammen"
    press(dialog, Qt.Key.Key_Return)
    entry = newest(core, tom)
    assert (entry.kind, entry.minutes, entry.text) == ("call", 20, "plant in drammen")
    assert entry.at == datetime(2026, 3, 11, 15, tzinfo=UTC)
    assert not dialog.isVisible()
    assert shell.said == [("Logged: Call with Tom Keller", True)]


def test_planning_for_somebody_archived_says_that_nothing_will_come(
    dialog: QuickEntryDialog, core: Core, tom: int, qtbot: QtBot
) -> None:
    core.people.archive([tom])
    for letter in "call tom keller: trip, follow up next fri":
        type_(dialog, letter)
        QApplication.processEvents()  # it is painted between two letters
    assert "Tom Keller is archived" in dialog.understood.silent.text() and dialog.understood.silent.isVisible()
    layout = dialog.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: dialog.height() >= layout.totalHeightForWidth(dialog.width()))
    type_(dialog, "call tom keller: trip")
    assert not dialog.understood.silent.isVisible()


def test_tab_completes_kind_and_name(dialog: QuickEntryDialog) -> None:
    type_(dialog, "lun")
    assert dialog.line.offered() == "ch"
    press(dialog, Qt.Key.Key_Tab)
    type_(dialog, " mar")
    press(dialog, Qt.Key.Key_Tab)
    assert dialog.line.toPlainText() == "lunch marta Oduya"
    assert dialog.line.hasFocus()


def test_tab_moves_on_when_nothing_is_offered(dialog: QuickEntryDialog) -> None:
    type_(dialog, "call marta oduya: x")
    press(dialog, Qt.Key.Key_Tab)
    assert not dialog.line.hasFocus()


def test_an_unfinished_line_says_calmly_what_is_missing(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    before = core.entries.count(TimelineOf(person=tom))
    type_(dialog, "call ")
    assert dialog.understood.sentence.isVisible()
    assert "tom keller" in dialog.understood.sentence.text()
    assert not dialog.save_button.isEnabled()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert core.entries.count(TimelineOf(person=tom)) == before


def test_when_two_fit_it_asks(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    other = core.people.add("Tom Baker")
    type_(dialog, "call tom: hello")
    assert set(names(dialog)) == {"Tom Keller", "Tom Baker", "Add “Tom” and save"}
    assert dialog.understood.people.marked() is None
    wanted = names(dialog).index("Tom Baker")
    for _ in range(wanted + 1):
        press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Return)
    assert newest(core, other).text == "hello"


def test_enter_without_a_choice_marks_the_first_and_saves_nothing(dialog: QuickEntryDialog, core: Core) -> None:
    other = core.people.add("Tom Baker")
    type_(dialog, "call tom: hello")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.understood.people.marked_place() == 0
    assert core.entries.count(TimelineOf(person=other)) == 0


def test_alt_and_a_number_choose(dialog: QuickEntryDialog, core: Core) -> None:
    core.people.add("Tom Baker")
    type_(dialog, "call tom: hello")
    press(dialog, Qt.Key.Key_2, ALT)
    marked = dialog.understood.people.marked()
    assert marked is not None
    assert marked.name == names(dialog)[1]
    type_(dialog, " again")
    assert dialog.understood.people.marked() == marked, "typing on keeps the choice"


def test_an_unknown_person_is_offered_and_added_only_when_told_twice(dialog: QuickEntryDialog, core: Core) -> None:
    before = core.directory.count()
    type_(dialog, "call zoe quill: met at the fair")
    assert names(dialog) == ["Add “Zoe Quill” and save"]
    press(dialog, Qt.Key.Key_Return)
    assert core.directory.count() == before
    press(dialog, Qt.Key.Key_Return)
    zoe = core.people.resolve("Zoe Quill")
    assert newest(core, zoe).text == "met at the fair"


def test_a_name_said_in_full_needs_no_offer_to_add(dialog: QuickEntryDialog) -> None:
    type_(dialog, "call tom keller")
    assert names(dialog) == ["Tom Keller"]


def test_a_slip_is_forgiven(dialog: QuickEntryDialog) -> None:
    type_(dialog, "call marta odyua: x")
    marked = dialog.understood.people.marked()
    assert marked is not None
    assert marked.name == "Marta Oduya"


def test_shift_enter_begins_a_new_line_of_the_text(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    type_(dialog, "note tom keller: - one")
    press(dialog, Qt.Key.Key_Return, SHIFT)
    type_(dialog, "- two")
    press(dialog, Qt.Key.Key_Return)
    assert newest(core, tom).text == "- one\n- two"


def test_pasted_tabs_are_kept(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    dialog.line.insertPlainText("note tom keller: a\tb  c ")
    press(dialog, Qt.Key.Key_Return)
    assert newest(core, tom).text == "a\tb  c "


def test_a_click_chooses_and_typing_goes_on(dialog: QuickEntryDialog, core: Core) -> None:
    core.people.add("Tom Baker")
    type_(dialog, "call tom: hello")
    row = dialog.understood.people.rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert dialog.understood.people.marked() == row.choice
    assert dialog.line.hasFocus()


def test_a_line_left_unsaved_comes_back(qtbot: QtBot, dialog: QuickEntryDialog, shell: ShellDouble) -> None:
    type_(dialog, "call tom keller: half")
    press(dialog, Qt.Key.Key_Escape)
    again = QuickEntryDialog(shell)
    qtbot.addWidget(again)
    assert again.line.toPlainText() == "call tom keller: half"
    again.save()
    third = QuickEntryDialog(shell)
    qtbot.addWidget(third)
    assert third.line.toPlainText() == ""


def test_it_can_begin_with_words(qtbot: QtBot, shell: ShellDouble, tom: int) -> None:
    dialog = QuickEntryDialog(shell, "call Tom Keller ")
    qtbot.addWidget(dialog)
    type_(dialog, "20 min")
    assert dialog.line.toPlainText() == "call Tom Keller 20 min"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("c", "all"),
        ("call", ""),
        ("call ", ""),
        ("call ö", ""),
        ("call Öz", "lem Şahin"),
        ("call oz", "lem Şahin"),
        ("lunch with oz", "lem Şahin"),
        ("call ozlem şahin", ""),
        ("sing oz", ""),
        ("", ""),
    ],
)
def test_what_is_offered(head: str, rest: str) -> None:
    assert rest_of(head, lambda words: ["Özlem Şahin"]) == rest


def test_who_may_have_been_meant_is_listed_after_somebody_new(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    type_(dialog, "call tm keler no answer: x")
    assert names(dialog) == ["Add “Tm Keler” and save", "Tom Keller"]
    press(dialog, Qt.Key.Key_2, ALT)
    press(dialog, Qt.Key.Key_Return)
    assert newest(core, tom).text == "x"


def test_half_a_kind_is_not_called_wrong(dialog: QuickEntryDialog) -> None:
    type_(dialog, "lun")
    assert dialog.understood.sentence.text() == "Begin with what it was, then with whom."
    type_(dialog, "x")
    assert "“lunx” is no kind of entry" in dialog.understood.sentence.text()


def test_a_long_text_keeps_the_dialog_on_the_screen(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    text = "\n".join(f"row {number}" for number in range(90))
    dialog.line.insertPlainText("note tom keller: " + text)
    assert dialog.height() < 600
    assert dialog.understood.text.text().endswith("row 4…")
    press(dialog, Qt.Key.Key_Return)
    assert newest(core, tom).text == text


def test_pasted_no_break_spaces_are_kept(dialog: QuickEntryDialog, core: Core, tom: int) -> None:
    dialog.line.insertPlainText("note tom keller: 12\u00a0km")
    press(dialog, Qt.Key.Key_Return)
    assert newest(core, tom).text == "12\u00a0km"


@pytest.mark.parametrize(("more", "kept"), [("", "note tom keller: half"), ("20 min: x", "call Tom Keller 20 min: x")])
def test_words_given_to_begin_with_do_not_push_out_a_kept_line(
    qtbot: QtBot, dialog: QuickEntryDialog, shell: ShellDouble, more: str, kept: str
) -> None:
    type_(dialog, "note tom keller: half")
    press(dialog, Qt.Key.Key_Escape)
    given = QuickEntryDialog(shell, "call Tom Keller ")
    qtbot.addWidget(given)
    given.show()
    type_(given, more)
    press(given, Qt.Key.Key_Escape)
    again = QuickEntryDialog(shell)
    qtbot.addWidget(again)
    assert again.line.toPlainText() == kept


def test_saving_words_given_to_begin_with_keeps_the_line_before(
    qtbot: QtBot, dialog: QuickEntryDialog, shell: ShellDouble
) -> None:
    type_(dialog, "note tom keller: half")
    press(dialog, Qt.Key.Key_Escape)
    given = QuickEntryDialog(shell, "call Tom Keller ")
    qtbot.addWidget(given)
    given.save()
    again = QuickEntryDialog(shell)
    qtbot.addWidget(again)
    assert again.line.toPlainText() == "note tom keller: half"
