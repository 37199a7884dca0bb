"""Closing the window with a tray: into it, told once; and out of the taskbar when a tray comes later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from relapp.domain.settings import KEEP_IN_TRAY
from ui.main_window import MainWindow
from ui.staying import Staying
from ui.tray import Tray


class Host:
    """A desktop that shows tray icons, or not yet."""

    def __init__(self) -> None:
        self.there = True


@pytest.fixture
def host() -> Host:
    return Host()


@pytest.fixture
def stay(window: MainWindow, host: Host) -> Callable[[], Staying]:
    return lambda: Staying(window, Tray(window, window.acts, window, lambda: host.there))


def box() -> QMessageBox | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QMessageBox) else None


def press(qtbot: QtBot, text: str) -> str:
    """Presses this button of the message box, and returns what it said."""
    qtbot.waitUntil(lambda: box() is not None)
    found = box()
    assert found is not None
    said = found.text()
    next(one for one in found.findChildren(QPushButton) if one.text() == text).click()
    return said


def test_closing_hides_the_window_and_is_told_once(
    qtbot: QtBot, window: MainWindow, stay: Callable[[], Staying]
) -> None:
    stay()
    window.close()
    assert window.isVisible()
    assert "in the tray" in press(qtbot, "Stay in the tray")
    qtbot.waitUntil(lambda: not window.isVisible())
    window.come_forward()
    assert window.isVisible()
    window.close()
    assert not window.isVisible() and box() is None


def test_the_other_way_is_told_as_well(
    qtbot: QtBot, window: MainWindow, stay: Callable[[], Staying], host: Host
) -> None:
    stay()
    window.close()
    press(qtbot, "Stay in the tray")
    host.there = False
    stay()
    window.come_forward()
    window.close()
    assert "no tray" in press(qtbot, "Minimise")


def test_what_was_minimised_for_want_of_a_tray_goes_into_one_that_comes(
    qtbot: QtBot, window: MainWindow, stay: Callable[[], Staying], host: Host
) -> None:
    host.there = False
    stay()
    window.close()
    press(qtbot, "Minimise")
    qtbot.waitUntil(window.isMinimized)
    host.there = True
    window.bus.minute_passed.emit()
    assert not window.isVisible()


def test_a_window_on_show_stays_when_a_tray_comes(window: MainWindow, stay: Callable[[], Staying], host: Host) -> None:
    host.there = False
    stay()
    host.there = True
    window.bus.minute_passed.emit()
    assert window.isVisible() and not window.isMinimized()


def test_with_the_setting_off_the_window_closes(qtbot: QtBot, window: MainWindow, stay: Callable[[], Staying]) -> None:
    stay()
    window.core.settings.set(KEEP_IN_TRAY, False)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert box() is None
