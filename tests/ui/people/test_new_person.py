"""A new person: typed, saved by a key, opened; namesakes are told of; a missing name keeps the dialog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from relapp.core import Core
from tests.ui.doubles import ShellDouble
from tests.ui.people.picking import pick_first
from ui.people.new_person import NewPersonDialog
from ui.widgets.line_field import Field

Key, Ctrl, Left = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, shell: ShellDouble) -> Iterator[NewPersonDialog]:
    shell.window.show()
    made = NewPersonDialog(shell)
    made.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    made.done(0)


def _type(field: Field, text: str) -> None:
    QTest.mouseClick(field.editor, Left)
    QTest.keyClicks(field.editor, text)


def test_the_name_is_focused_first_and_tab_walks_on(dialog: NewPersonDialog) -> None:
    assert dialog.name.editor.hasFocus()
    order = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus.accessibleName())
        QTest.keyClick(focus, Key.Key_Tab)
    assert order == ["Name", "Organisation", "Title", "E-mail", "Phone"]


def test_enter_saves_everything_typed_and_opens_the_file(
    dialog: NewPersonDialog, shell: ShellDouble, core: Core
) -> None:
    for field, text in (
        (dialog.name, "Dr. Ana de Souza"),
        (dialog.organisation, "Souza & Co"),
        (dialog.title, "CEO"),
        (dialog.email, " ana@souza.example "),
        (dialog.phone, "+351 21 123"),
    ):
        _type(field, text)
    QTest.keyClick(dialog.phone.editor, Key.Key_Return)
    assert not dialog.isVisible()
    file = core.people.file(shell.persons[0])
    assert (file.shown, file.person.name.given, file.person.name.family) == ("Dr. Ana de Souza", "Ana", "de Souza")
    assert [(one.organisation, one.title) for one in file.positions] == [("Souza & Co", "CEO")]
    assert [point.value for point in file.points] == ["ana@souza.example", "+351 21 123"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_S])
def test_control_saves_from_anywhere(dialog: NewPersonDialog, shell: ShellDouble, qtbot: QtBot, key: Qt.Key) -> None:
    _type(dialog.name, "Ana")
    QTest.keyClick(dialog.name.editor, key, Ctrl)
    qtbot.waitUntil(lambda: len(shell.persons) == 1)


def test_without_a_name_it_says_so_and_stays(dialog: NewPersonDialog, core: Core) -> None:
    _type(dialog.email, "ana@souza.example")
    QTest.mouseClick(dialog.save_button, Left)
    assert dialog.isVisible()
    assert dialog.name.error() == "Type a name first."
    assert dialog.name.editor.hasFocus()
    assert core.history.list() == []
    QTest.keyClicks(dialog.name.editor, "A")
    assert dialog.name.error() == ""


def test_a_namesake_is_told_of_and_can_be_opened(
    dialog: NewPersonDialog, tom: int, shell: ShellDouble, qtbot: QtBot
) -> None:
    _type(dialog.name, "tom keller")
    qtbot.waitUntil(dialog.known.isVisible)
    assert dialog.known.text() == "There is already a Tom Keller at Keller Werk."
    QTest.mouseClick(dialog.open_known, Left)
    assert shell.persons == [tom]
    assert not dialog.isVisible()


def test_a_mere_beginning_of_a_name_is_nothing_to_say(dialog: NewPersonDialog, tom: int, qtbot: QtBot) -> None:
    _type(dialog.name, "Tom Keller")
    qtbot.waitUntil(dialog.known.isVisible)
    QTest.keyClicks(dialog.name.editor, "mann")
    qtbot.waitUntil(dialog.known.isHidden)


def test_a_namesake_may_be_added_all_the_same(dialog: NewPersonDialog, tom: int, shell: ShellDouble) -> None:
    _type(dialog.name, "Tom Keller")
    QTest.keyClick(dialog.name.editor, Key.Key_Return)
    assert shell.persons and shell.persons != [tom]


def test_organisations_in_the_file_are_offered(
    qtbot: QtBot, shell: ShellDouble, tom: int, dialog: NewPersonDialog
) -> None:
    dialog.done(0)
    other = NewPersonDialog(shell)
    other.open()
    qtbot.waitUntil(other.isActiveWindow)
    line = other.organisation.editor
    assert isinstance(line, QLineEdit)
    _type(other.organisation, "werk")
    pick_first(qtbot, line)
    assert line.text() == "Keller Werk"
    assert other.isVisible()
    other.done(0)


def test_escape_leaves_without_adding(dialog: NewPersonDialog, core: Core) -> None:
    _type(dialog.name, "Ana")
    QTest.keyClick(dialog.name.editor, Key.Key_Escape)
    assert not dialog.isVisible()
    assert core.history.list() == []


def test_a_long_sentence_about_a_namesake_squeezes_nothing(dialog: NewPersonDialog, core: Core, qtbot: QtBot) -> None:
    core.people.add("Ana Souza", organisation="Associação " * 20)
    _type(dialog.name, "Ana Souza")
    qtbot.waitUntil(dialog.known.isVisible)
    rows = dialog.layout()
    assert rows is not None
    qtbot.waitUntil(lambda: dialog.height() >= rows.totalHeightForWidth(dialog.width()))
    assert all(one.height() >= one.sizeHint().height() for one in (dialog.name, dialog.email, dialog.phone))
