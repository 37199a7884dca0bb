"""The personal file: facts are added, edited in place, moved, hidden and deleted, by keyboard and mouse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.facts import Fact, Section
from relapp.domain.settings import HIDE_PRIVATE
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble, StandingClock
from ui.people.fact_editor import FactEditor
from ui.people.file_column import FileColumn
from ui.people.section_card import SectionCard


@pytest.fixture
def tom(core: Core) -> int:
    person = core.people.add("Tom Keller", emails=["tom@keller-werk.example"])
    for label, text in (("Partner", "Silje, architect"), ("Pets", "Bruno")):
        core.facts.add(Fact(0, person, Section.FAMILY, label, text))
    return person


@pytest.fixture
def column(qtbot: QtBot, core: Core, shell: ShellDouble, tom: int) -> FileColumn:
    made = FileColumn(shell)
    qtbot.addWidget(made)
    made.resize(380, 900)
    made.show()
    shell.bus.changed.connect(lambda _: made.show_file(core.people.file(tom)))
    made.show_file(core.people.file(tom))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def family(column: FileColumn) -> SectionCard:
    return column.cards[Section.FAMILY]


def texts(card: SectionCard) -> list[tuple[str, str]]:
    return [(row.fact.label, row.fact.text) for row in card.rows()]


def editor_in(card: SectionCard) -> FactEditor:
    found = [one for one in card.findChildren(FactEditor) if not one.isHidden()]
    assert len(found) == 1
    return found[0]


def retype(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_click_opens_a_fact_and_enter_saves_it(column: FileColumn, core: Core, tom: int) -> None:
    row = family(column).rows()[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    editor = editor_in(family(column))
    retype(editor.text, "Bruno, a very old beagle")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert texts(family(column)) == [("Partner", "Silje, architect"), ("Pets", "Bruno, a very old beagle")]
    core.history.undo()
    assert texts(family(column))[1] == ("Pets", "Bruno")


def test_escape_leaves_the_fact_as_it_was(column: FileColumn, core: Core) -> None:
    before = len(core.history.list())
    row = family(column).rows()[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_F2)
    editor = editor_in(family(column))
    retype(editor.text, "nonsense")
    QTest.keyClick(editor.text, Qt.Key.Key_Escape)
    assert texts(family(column))[0] == ("Partner", "Silje, architect")
    assert len(core.history.list()) == before


def test_a_fact_is_added_with_its_date(column: FileColumn, core: Core, tom: int) -> None:
    QTest.mouseClick(family(column).add_button, Qt.MouseButton.LeftButton)
    editor = editor_in(family(column))
    QTest.keyClicks(editor.label, "Children")
    QTest.keyClicks(editor.text, "Ida")
    QTest.keyClicks(editor.day, "4 June 2007")
    QTest.keyClick(editor.day, Qt.Key.Key_Return)
    added = core.people.file(tom).facts[-1]
    assert (added.label, added.text, added.day) == ("Children", "Ida", PartialDate(2007, 6, 4))


def test_what_is_no_date_is_said_and_nothing_is_lost(column: FileColumn) -> None:
    QTest.keyClick(family(column).rows()[0], Qt.Key.Key_Return)
    editor = editor_in(family(column))
    QTest.keyClicks(editor.day, "soon")
    QTest.keyClick(editor.day, Qt.Key.Key_Return)
    assert "no date" in editor.wrong.text()
    assert editor.text.text() == "Silje, architect"


def test_a_fact_is_looked_at_again_from_its_day_on(
    column: FileColumn, core: Core, tom: int, clock: StandingClock
) -> None:
    row = family(column).rows()[0]
    QTest.keyClick(row, Qt.Key.Key_Return)
    editor = editor_in(family(column))
    QTest.keyClicks(editor.review, "2 to 9 June")
    QTest.keyClick(editor.review, Qt.Key.Key_Return)
    assert "one day" in editor.wrong.text()
    retype(editor.review, "1 June")
    QTest.keyClick(editor.review, Qt.Key.Key_Return)
    assert core.people.file(tom).facts[0].review == date(2026, 6, 1)
    assert row.accessibleDescription() == "look again in June"
    clock.at += timedelta(days=100)
    column.show_file(core.people.file(tom))
    assert row.accessibleDescription() == "time to look again"


def test_an_emptied_fact_is_deleted_with_a_way_back(column: FileColumn, shell: ShellDouble) -> None:
    QTest.keyClick(family(column).rows()[0], Qt.Key.Key_Return)
    editor = editor_in(family(column))
    for field in (editor.label, editor.text):
        field.clear()
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert texts(family(column)) == [("Pets", "Bruno")]
    assert shell.said == [("Fact deleted.", True)]


def test_alt_and_an_arrow_move_a_fact(column: FileColumn, core: Core) -> None:
    QTest.keyClick(family(column).rows()[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [label for label, _ in texts(family(column))] == ["Pets", "Partner"]
    core.history.undo()
    assert [label for label, _ in texts(family(column))] == ["Partner", "Pets"]


def test_what_is_private_is_hidden_while_the_screen_is_shared(column: FileColumn, core: Core, tom: int) -> None:
    QTest.keyClick(family(column).rows()[0], Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert core.people.file(tom).facts[0].private
    core.settings.set(HIDE_PRIVATE, True)
    row = family(column).rows()[0]
    assert "Silje" not in row.text
    assert "Silje" not in row.accessibleName()
    core.settings.set(HIDE_PRIVATE, False)
    assert "Silje" in family(column).rows()[0].text


def test_private_facts_are_no_openers_on_a_shared_screen(column: FileColumn, core: Core, tom: int) -> None:
    day = PartialDate.of((NOW - timedelta(days=3)).date())
    core.facts.add(Fact(0, tom, Section.TRAVEL, "Norway", "secret journey", day=day, private=True))
    said = [line.text() for line in column.openers.lines()]
    assert any("secret journey" in text or "Norway" in text for text in said)
    core.settings.set(HIDE_PRIVATE, True)
    said = [line.text() for line in column.openers.lines()]
    assert not any("secret journey" in text or "Norway" in text for text in said)


def test_empty_sections_wait_behind_one_line(column: FileColumn) -> None:
    assert column.cards[Section.TRAVEL].isHidden()
    assert column.more.isVisible()


def test_a_number_is_copied_with_a_click(column: FileColumn, shell: ShellDouble) -> None:
    reach = column.cards[Section.REACH]
    row = reach.lines()[0]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert shell.said == [("Copied: tom@keller-werk.example", False)]


def test_the_note_saves_itself_when_it_is_left(column: FileColumn, core: Core, tom: int, qtbot: QtBot) -> None:
    column.note.edit.setFocus()
    QTest.keyClicks(column.note.edit, "likes rye bread")
    family(column).rows()[0].setFocus()
    qtbot.waitUntil(lambda: core.people.get(tom).note == "likes rye bread")


def test_another_person_shows_their_own_file(column: FileColumn, core: Core) -> None:
    ana = core.people.add("Ana Castell")
    column.show_file(core.people.file(ana))
    assert family(column).isHidden()
