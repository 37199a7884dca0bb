"""Typing the text of an entry: bold, lists, tabs, and a field that grows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.timeline.note_edit import NoteEdit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> Iterator[NoteEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    made = NoteEdit("What was it about?", 1, 4, window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit(window))
    window.resize(400, 300)
    window.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made


def press(edit: NoteEdit, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(edit, key, held)


def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_row(edit: NoteEdit) -> None:
    QTest.keyClicks(edit, "- plant")
    press(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "training")
    press(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "- plant\n- training\n- "
    press(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Bye")
    assert edit.toPlainText() == "- plant\n- training\nBye"


def test_numbers_are_counted_on(edit: NoteEdit) -> None:
    QTest.keyClicks(edit, "9. plan")
    press(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "9. plan\n10. "


def test_enter_in_plain_text_is_just_a_new_line(edit: NoteEdit) -> None:
    QTest.keyClicks(edit, "Hello -")
    press(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "Hello -\n"


def test_ctrl_b_puts_stars_around_and_takes_them_away(edit: NoteEdit) -> None:
    edit.setPlainText("the plant")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    press(edit, Qt.Key.Key_B, CTRL)
    assert edit.toPlainText() == "the **plant**"
    press(edit, Qt.Key.Key_B, CTRL)
    assert edit.toPlainText() == "the plant"


def test_ctrl_b_without_a_selection_lets_one_type_in_bold(edit: NoteEdit) -> None:
    press(edit, Qt.Key.Key_B, CTRL)
    QTest.keyClicks(edit, "Ida")
    assert edit.toPlainText() == "**Ida**"


def test_one_undo_takes_bold_back(edit: NoteEdit) -> None:
    edit.insertPlainText("Ida")
    edit.selectAll()
    press(edit, Qt.Key.Key_B, CTRL)
    assert edit.toPlainText() == "**Ida**"
    edit.undo()
    assert edit.toPlainText() == "Ida"


def test_tab_goes_on_and_a_pasted_tab_stays(edit: NoteEdit) -> None:
    QGuiApplication.clipboard().setText("a\tb")
    edit.paste()
    press(edit, Qt.Key.Key_Tab)
    assert edit.toPlainText() == "a\tb"
    assert not edit.hasFocus()


def test_it_grows_with_the_text_up_to_its_most(qtbot: QtBot, edit: NoteEdit) -> None:
    low = edit.height()
    line = edit.fontMetrics().lineSpacing()
    for rows, wanted in ((1, 1), (2, 2), (4, 4), (5, 4), (9, 4)):
        edit.setPlainText("\n".join(["a row"] * rows))
        most = low + (wanted - 0.5) * line
        qtbot.waitUntil(partial(_is_between, edit, most - line, most))
    edit.clear()
    qtbot.waitUntil(lambda: edit.height() == low)


def _is_between(edit: NoteEdit, least: float, most: float) -> bool:
    return least < edit.height() < most


def test_a_long_line_wraps_and_needs_room(qtbot: QtBot, edit: NoteEdit) -> None:
    low = edit.height()
    QTest.keyClicks(edit, "so many words " * 8)
    qtbot.waitUntil(lambda: edit.height() > low)


def test_ctrl_enter_asks_to_save(qtbot: QtBot, edit: NoteEdit) -> None:
    with qtbot.waitSignal(edit.save_asked):
        press(edit, Qt.Key.Key_Return, CTRL)
    assert edit.toPlainText() == ""


def test_a_no_break_space_stays_one(edit: NoteEdit) -> None:
    QGuiApplication.clipboard().setText("12\u00a0km\u2028on foot")
    edit.paste()
    assert edit.typed() == "12\u00a0km\non foot"


def test_its_most_lines_are_whole(qtbot: QtBot, edit: NoteEdit) -> None:
    edit.setPlainText("\n".join(["a row"] * 4))
    row = edit.blockBoundingRect(edit.document().firstBlock()).height()
    qtbot.waitUntil(lambda: edit.viewport().height() >= 4 * row)
