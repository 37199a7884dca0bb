"""For tests of the reminder window: one that listens to nobody yet."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.doubles import ShellDouble
from ui.reminders.window import ReminderWindow


@pytest.fixture
def popup(qtbot: QtBot, shell: ShellDouble) -> ReminderWindow:
    made = ReminderWindow(shell)
    qtbot.addWidget(made)
    return made
