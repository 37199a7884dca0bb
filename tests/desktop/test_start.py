"""How the program starts, comes forward, and ends, seen from outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.desktop.programs import ROOT, Program
from tests.desktop.screens import Desktop
from tests.desktop.waiting import wait_until
from ui.second_instance import address


def command(screen: Desktop, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program run to its end beside the windows."""
    line = [sys.executable, "main.py", *arguments]
    return subprocess.run(line, cwd=ROOT, env=screen.env, capture_output=True, text=True, timeout=60, check=False)


def ready(file: Path) -> None:
    """Waits until the window of this file has done what follows its first paint."""
    wait_until(lambda: os.path.exists(address(file)), "the window to listen")


def test_a_second_start_brings_the_first_window_forward_and_ends(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path
) -> None:
    file = ["--plain", "--file", str(tmp_path / "mine.db")]
    window = start(*file).window()
    other = start("--plain", "--file", str(tmp_path / "other.db"))
    other.focus(other.window())
    ready(tmp_path / "mine.db")
    second = command(screen, *file)
    assert (second.returncode, second.stderr) == (0, "")
    wait_until(lambda: screen.active_window() == window, "the first window in front")


def test_a_minimised_window_is_shown_by_a_second_start(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path
) -> None:
    file = ["--plain", "--file", str(tmp_path / "mine.db")]
    window = start(*file).window()
    ready(tmp_path / "mine.db")
    screen.xdotool("windowminimize", "--sync", window)
    assert command(screen, *file).returncode == 0
    wait_until(lambda: screen.active_window() == window, "the window in front")


def test_a_window_that_was_killed_is_no_hindrance_and_lost_nothing(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path
) -> None:
    file = ["--plain", "--file", str(tmp_path / "mine.db")]
    first = start(*file)
    first.window()
    ready(tmp_path / "mine.db")
    card = tmp_path / "tom.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Keller\r\nN:Keller;Tom;;;\r\nEND:VCARD\r\n")
    assert command(screen, *file, "import", str(card)).returncode == 0
    first.end()
    again = start(*file)
    again.window()
    found = command(screen, *file, "export", "people", "--format", "json")
    assert [one["full_name"] for one in json.loads(found.stdout)] == ["Tom Keller"]


def test_ctrl_c_in_the_terminal_ends_it(screen: Desktop, start: Callable[..., Program], tmp_path: Path) -> None:
    program = start("--plain", "--file", str(tmp_path / "mine.db"))
    program.window()
    ready(tmp_path / "mine.db")
    program.send(signal.SIGINT)
    assert program.status() == 0
    assert program.output() == ""


def test_in_the_background_it_takes_no_keyboard(screen: Desktop, start: Callable[..., Program], tmp_path: Path) -> None:
    front = start("--plain", "--file", str(tmp_path / "front.db"))
    window = front.window()
    front.focus(window)
    ready(tmp_path / "front.db")
    start("--background", "--plain", "--file", str(tmp_path / "behind.db"))
    ready(tmp_path / "behind.db")
    assert screen.active_window() == window


class Rest:
    """How long a process has not been woken."""

    def __init__(self, process: int, looks: int) -> None:
        self._process = process
        self._wanted = looks
        self._turns = -1
        self._looks = 0

    def lasted(self) -> bool:
        """Whether so many looks in a row, some 30 ms apart, found it asleep without a new turn on the processor."""
        turns = self._count()
        self._looks = self._looks + 1 if turns == self._turns else 0
        self._turns = turns
        return self._looks > self._wanted

    def _count(self) -> int:
        """Turns on the processor; one that is not asleep has not rested since."""
        lines = Path(f"/proc/{self._process}/status").read_text().splitlines()
        if any(line.startswith("State:") and "sleeping" not in line for line in lines):
            self._looks = 0
        return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)


def test_a_file_that_cannot_be_opened_in_the_background_is_said_on_the_terminal(
    screen: Desktop, tmp_path: Path
) -> None:
    done = command(screen, "--background", "--plain", "--file", str(tmp_path / "missing" / "x.db"))
    assert done.returncode == 1
    assert "missing" in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_display_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden} | {"DISPLAY": ":4711"}
    line = [sys.executable, "main.py", "--plain", "--file", str(tmp_path / "x.db")]
    done = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert ":4711" in done.stderr and len(done.stderr.splitlines()) == 1
