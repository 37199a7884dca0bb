"""The bar at the foot says what was done, takes it back once, and goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.toast import Toast


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def button(toast: Toast, name: str) -> Button:
    return next(found for found in toast.findChildren(Button) if found.accessibleName() == name)


def test_undo_is_asked_for_once_and_closes_the_bar(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    undone: list[bool] = []
    toast.say("Deleted 3 people.", "Undo", lambda: undone.append(True))
    assert toast.isVisible()
    with qtbot.waitSignal(toast.gone):
        QTest.mouseClick(button(toast, "Undo"), Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_the_cross_closes_without_undoing(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    undone: list[bool] = []
    toast.say("Deleted 3 people.", "Undo", lambda: undone.append(True))
    QTest.mouseClick(button(toast, "Close"), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    assert undone == []


def test_a_new_message_takes_the_place_of_the_old(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    undone: list[str] = []
    toast.say("Deleted 3 people.", "Undo", lambda: undone.append("first"))
    toast.say("Moved to Friday.", "Undo", lambda: undone.append("second"))
    assert toast.accessibleName() == "Moved to Friday."
    QTest.mouseClick(button(toast, "Undo"), Qt.MouseButton.LeftButton)
    assert undone == ["second"]


def test_without_an_action_there_is_no_button_for_it(page: QWidget) -> None:
    toast = Toast(page)
    toast.say("Saved.")
    assert [found.accessibleName() for found in toast.findChildren(Button) if found.isVisible()] == ["Close"]


def test_the_bar_stays_at_the_foot_and_inside(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    toast.say("Deleted " + "a very long name " * 40, "Undo", page.close)
    page.resize(420, 300)
    qtbot.waitUntil(lambda: page.rect().contains(toast.geometry()))
    assert toast.geometry().center().y() > 200
    assert toast.width() > 200


def test_the_bar_does_not_take_the_focus(page: QWidget, qtbot: QtBot) -> None:
    editor = QTextEdit(page)
    editor.show()
    page.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    Toast(page).say("Saved.", "Undo", page.close)
    assert editor.hasFocus()
