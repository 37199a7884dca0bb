"""Our own reminder window among others: it comes without the keyboard, away from the pointer, and may be asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from relapp.domain.people import Channel
from tests.desktop.planned import plan
from tests.desktop.programs import Program
from tests.desktop.screens import Desktop
from tests.desktop.test_start import command, ready
from tests.desktop.waiting import wait_until

NOW = "2026-03-12T10:12:30+01:00"


class Box(NamedTuple):
    """Where a window stands on the screen."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@pytest.fixture
def file(tmp_path: Path) -> list[str]:
    """A file with a follow-up that is due a second after NOW."""
    now = datetime.fromisoformat(NOW)
    plan(tmp_path / "mine.db", now + timedelta(seconds=1), now, channel=Channel.CALL)
    return ["--plain", "--file", str(tmp_path / "mine.db")]


def place_of(screen: Desktop, window: str) -> Box:
    lines = screen.xdotool("getwindowgeometry", "--shell", window).stdout.splitlines()
    found = {name: int(value) for name, _, value in (line.partition("=") for line in lines) if name != "WINDOW"}
    return Box(*(found.get(name, 0) for name in ("X", "Y", "WIDTH", "HEIGHT")))  # nothing of one that has just gone


def test_it_takes_neither_the_keyboard_nor_the_pointers_place(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, file: list[str]
) -> None:
    other = start("--plain", "--file", str(tmp_path / "other.db"))
    front = other.window()
    other.focus(front)
    screen.xdotool("mousemove", "1100", "700")  # where it would stand
    program = start("--background", "--now", NOW, *file)
    popup = program.window_called("Reminders")
    assert screen.active_window() == front
    assert not place_of(screen, popup).holds(1100, 700)
    picture = screen.picture(tmp_path / "popup.png")
    assert picture.stat().st_size > 0
    assert program.output() == ""


def test_done_in_the_window_closes_the_follow_up_without_the_keyboard(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, file: list[str]
) -> None:
    screen.xdotool("mousemove", "10", "10")
    program = start("--background", "--now", NOW, *file)
    popup = program.window_called("Reminders")

    def gone() -> bool:
        """Clicks, once more where the first click came before the window listened."""
        box = place_of(screen, popup)
        screen.xdotool("mousemove", str(box.x + 130), str(box.y + box.height - 28), "click", "1")
        return popup not in screen.windows_of(program.process_id)

    wait_until(gone, "the window to go")
    assert "Trip" not in command(screen, *file, "follow-up", "list").stdout


def test_asked_for_it_takes_the_keyboard_and_escape_closes_it(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, file: list[str]
) -> None:
    program = start("--now", "2026-03-12T10:05:00+01:00", *file)
    program.focus(program.window())
    ready(tmp_path / "mine.db")
    screen.press("ctrl+shift+r")
    popup = program.window_called("Reminders")
    wait_until(lambda: screen.active_window() == popup, "the keyboard in the window")
    screen.press("Escape")
    wait_until(lambda: popup not in screen.windows_of(program.process_id), "the window to go")
