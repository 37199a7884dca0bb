"""Buttons: pressed by mouse and keyboard, named for screen readers, wide enough for what they say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of
from ui.palette import current
from ui.widgets.buttons import Button, Weight


def test_a_button_is_pressed_by_mouse_and_by_space(qtbot: QtBot) -> None:
    button = Button("Call", "phone")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_menu_that_went_leaves_no_look_of_the_pointer_behind(qtbot: QtBot) -> None:
    button, menu = Button("More"), QMenu()
    menu.addAction("Archive")
    qtbot.addWidget(menu)
    qtbot.addWidget(button)
    button.clicked.connect(lambda: menu.popup(button.mapToGlobal(QPoint(0, 300))))
    button.show()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(menu.isVisible)
    QCursor.setPos(button.mapToGlobal(QPoint(5, 310)))
    assert button.underMouse()
    menu.close()
    assert not button.underMouse()


def test_a_disabled_button_is_not_pressed(qtbot: QtBot) -> None:
    button = Button("Call", "phone")
    qtbot.addWidget(button)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert current().soft.name().upper() in colours_of(button)


def test_the_primary_button_is_evergreen_and_says_its_keys(qtbot: QtBot) -> None:
    button = Button("&Log contact", "plus", Weight.PRIMARY, keys="Ctrl N")
    qtbot.addWidget(button)
    assert current().evergreen.name().upper() in colours_of(button)
    assert button.accessibleName() == "Log contact"
    assert button.accessibleDescription() == "Ctrl N"


def test_a_button_without_words_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = Button("", "dots-three", name="More")
    qtbot.addWidget(button)
    assert button.accessibleName() == "More"
    assert button.toolTip() == "More"
    assert button.sizeHint().width() >= button.sizeHint().height()


def test_every_part_takes_its_room(qtbot: QtBot) -> None:
    plain, iconed, keyed, menued = (
        Button("Save"),
        Button("Save", "check"),
        Button("Save", keys="Ctrl S"),
        Button("Save"),
    )
    menued.setMenu(QMenu(menued))
    for button in (plain, iconed, keyed, menued):
        qtbot.addWidget(button)
    assert all(plain.sizeHint().width() < other.sizeHint().width() for other in (iconed, keyed, menued))
    assert Button("Save", small=True).sizeHint().height() < plain.sizeHint().height()


@pytest.mark.parametrize("reason", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason])
def test_the_keyboard_shows_where_it_is(qtbot: QtBot, reason: Qt.FocusReason) -> None:
    button = Button("Call")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    button.clearFocus()
    assert current().evergreen.name().upper() not in colours_of(button)
    button.setFocus(reason)
    assert current().evergreen.name().upper() in colours_of(button)


def test_enter_presses_it_and_not_what_it_stands_on(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Done")
    button.clicked.connect(lambda: pressed.append("done"))
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert pressed == ["done"] * 3
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["done"] * 3
