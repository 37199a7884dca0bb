"""Fields say what they are and what is wrong, to eyes and to screen readers."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTimeEdit
from pytestqt.qtbot import QtBot

from ui.widgets.line_field import Field, IconLineEdit


def test_an_error_takes_the_place_of_the_hint_and_goes_again(qtbot: QtBot) -> None:
    field = Field("Birthday", QLineEdit(), "A day, with or without a year")
    qtbot.addWidget(field)
    field.show()
    assert field.error() == ""
    field.set_error("There is no 31 February.")
    assert field.error() == "There is no 31 February."
    assert field.editor.accessibleDescription() == "There is no 31 February."
    field.set_error("")
    assert field.error() == ""
    assert field.editor.accessibleDescription() == "A day, with or without a year"


def test_the_label_is_the_name_and_leads_to_the_editor(qtbot: QtBot) -> None:
    editor = QLineEdit()
    field = Field("&Name", editor)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    assert editor.accessibleName() == "Name"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(editor.hasFocus)


def test_text_keeps_clear_of_the_icon_on_either_side(qtbot: QtBot) -> None:
    edit = IconLineEdit("funnel-simple", "Filter")
    qtbot.addWidget(edit)
    assert edit.textMargins().left() > edit.textMargins().right() == 0
    edit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert edit.textMargins().right() > edit.textMargins().left() == 0


def test_a_filter_shows_its_icon_takes_typing_and_has_a_name(qtbot: QtBot) -> None:
    edit = IconLineEdit("funnel-simple", "Filter")
    qtbot.addWidget(edit)
    plain = QLineEdit()
    plain.setPlaceholderText("Filter")
    plain.setTextMargins(edit.textMargins())
    qtbot.addWidget(plain)
    plain.resize(edit.size())
    assert edit.grab().toImage() != plain.grab().toImage()
    QTest.keyClicks(edit, "tom")
    assert edit.text() == "tom"
    assert edit.accessibleName() == "Filter"


def test_a_time_box_is_set_off_its_frame(qtbot: QtBot) -> None:
    box = QTimeEdit(QTime(10, 30))
    field = Field("At", box)
    qtbot.addWidget(field)
    assert box.lineEdit().textMargins().left() > 0
