"""The tests' own surroundings: nothing of the user's within reach, letters that can be drawn, a fixed zone."""

from __future__ import annotations

import os
import time
from pathlib import Path

from platformdirs import user_config_path, user_data_path
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication


def test_the_users_own_folders_are_out_of_reach() -> None:
    home = Path(os.environ["HOME"])
    assert home.name.startswith("relapp-tests-")
    assert user_data_path("relapp").is_relative_to(home)
    assert user_config_path("relapp").is_relative_to(home)


def test_the_zone_is_fixed() -> None:
    assert time.tzname == ("CET", "CEST")


def test_windows_are_drawn_off_screen_with_a_real_font(qapp: QGuiApplication) -> None:
    """Without any font Qt draws a box for each letter, and pictures of windows prove nothing."""
    assert qapp.platformName() == "offscreen"
    assert QFontDatabase.families()
    metrics = QFontMetrics(QFont(QFontDatabase.families()[0], 40))
    assert metrics.horizontalAdvance("i") < metrics.horizontalAdvance("W")
