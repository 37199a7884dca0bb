"""The window is put away: what is held to be quick is let go of, and not while somebody looks."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.resting import Resting


def test_it_rests_while_the_window_is_away(qtbot: QtBot, window: MainWindow) -> None:
    rested: list[bool] = []
    Resting(window, lambda: rested.append(window.isMinimized()), 0)
    window.showMinimized()
    qtbot.waitUntil(lambda: rested == [True])
    window.bus.minute_passed.emit()
    qtbot.waitUntil(lambda: rested == [True, True])
    window.showNormal()
    window.hide()
    qtbot.waitUntil(lambda: rested == [True, True, False])


def test_it_does_not_rest_before_somebodys_eyes(window: MainWindow) -> None:
    rested: list[bool] = []
    Resting(window, lambda: rested.append(True), 0)
    window.showMinimized()
    window.showNormal()
    window.bus.minute_passed.emit()
    for _ in range(5):
        QApplication.processEvents()
    assert rested == []
