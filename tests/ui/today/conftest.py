"""The page of Today on a shell that writes down what it was asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.doubles import ShellDouble
from ui.today.page import TodayPage


@pytest.fixture
def page(qtbot: QtBot, shell: ShellDouble) -> Callable[[], TodayPage]:
    """Opens the page, which stays open for the rest of the test."""
    kept: list[TodayPage] = []

    def open_page() -> TodayPage:
        made = TodayPage(shell)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(1148, 800)
        made.show()
        qtbot.waitUntil(lambda: all(row.height() for row in made.rows))
        return made

    return open_page
