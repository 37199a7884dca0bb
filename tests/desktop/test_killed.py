"""The running app is killed while reminders come: `tests.desktop.killed` in short."""

from __future__ import annotations

import random
from pathlib import Path

from tests.desktop.killed import killed
from tests.desktop.screens import Desktop


def test_however_often_it_is_killed_nothing_is_lost_and_nothing_comes_twice_unmarked(
    screen: Desktop, tmp_path: Path
) -> None:
    """Its seed is printed when it fails; the machine's pace plays a part as well."""
    assert killed(screen, tmp_path, 3, random.randrange(1_000_000)) == []
