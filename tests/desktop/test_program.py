"""The program as a user starts it: a window that opens and closes, and one sentence where no window can open."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.programs import ROOT, Program
from tests.desktop.screens import Desktop


def test_the_sample_opens_and_closes_without_a_word(screen: Desktop, start: Callable[..., Program]) -> None:
    program = start("--demo")
    window = program.window()
    assert "Relapp" in screen.title_of(window)
    screen.ask_to_close(window)
    assert program.status() == 0
    assert program.output() == ""


def test_a_new_file_is_made_where_it_was_asked_for(start: Callable[..., Program], tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    program = start("--file", str(file), "--plain")
    program.focus(program.window())
    program.quit_by_key()
    assert program.status() == 0
    assert file.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so_and_does_not_abort(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "main.py", "--file", str(tmp_path / "x.db"), "--plain"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    assert "screen" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
