"""How reminders are brought: when it looks, whom it hands them to, and that nothing is lost, doubled or too early."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from relapp.core import Core
from tests.ui.delivering import plan
from ui.delivery import Deliverer
from ui.main_window import MainWindow


def shown(core: Core) -> list[str]:
    return [one.reminder.key for one in core.reminders.open_shown()]


def test_without_a_desktop_it_comes_in_our_own_window(qtbot: QtBot, window: MainWindow, core: Core, tom: int) -> None:
    key = plan(core, tom, "the roof")
    deliverer = Deliverer(window, None, window)
    with qtbot.waitSignal(deliverer.delivered):
        deliverer.look()
    assert window.reminder_window.keys() == shown(core) == [key]
    deliverer.look()
    assert core.reminders.due_now() == []
