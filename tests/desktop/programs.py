"""A program running on the test's desktop, seen from outside: its windows, its output, its end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.screens import Desktop
from tests.desktop.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]


class Program:
    """One process; start it by `running`, which also ends it."""

    def __init__(self, screen: Desktop, arguments: list[str], log: Path) -> None:
        self.screen = screen
        self._log = log
        with log.open("w") as output:
            self._process = subprocess.Popen(
                [sys.executable, *arguments], cwd=ROOT, env=screen.env, stdout=output, stderr=output
            )

    def window(self) -> str:
        """Id of its first visible window, as soon as there is one."""
        return wait_until(self._windows, f"a window ({self.output() or 'nothing was printed'})")[0]

    def window_called(self, title: str) -> str:
        """Id of its window whose title holds these words, as soon as there is one."""

        def find() -> str:
            return next((one for one in self._windows() if title in self.screen.title_of(one)), "")

        return wait_until(find, f"a window called {title!r}")

    def has_window(self, title: str) -> bool:
        """Whether it shows a window whose title holds these words."""
        return any(title in self.screen.title_of(one) for one in self._windows())

    def focus(self, window: str) -> None:
        """Give the keyboard to this window and wait until it has it."""
        self.screen.xdotool("windowactivate", window)
        wait_until(lambda: self.screen.active_window() == window, "the keyboard")

    def output(self) -> str:
        """What it has printed so far, Qt's warnings included."""
        return self._log.read_text("utf-8")

    def quit_by_key(self) -> None:
        """Press Ctrl+Q until it ends: shortcuts come a little after the first paint."""

        def ended() -> bool:
            self.screen.press("ctrl+q")
            return self._process.poll() is not None

        wait_until(ended, "its end")

    def status(self, seconds: float = 20.0) -> int:
        """Its exit status, once it has ended by itself."""
        return self._process.wait(timeout=seconds)

    @property
    def process_id(self) -> int:
        return self._process.pid

    def send(self, number: int) -> None:
        """Send a signal, as a terminal or the system would."""
        self._process.send_signal(number)

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(timeout=20)

    def _windows(self) -> list[str]:
        assert self._process.poll() is None, f"it ended: {self.output()}"
        return self.screen.windows_of(self._process.pid)


@contextmanager
def running(screen: Desktop, arguments: list[str], folder: Path) -> Iterator[Program]:
    """A Python program with these arguments, `["main.py", "--demo"]` say, ended when the block is left."""
    program = Program(screen, arguments, folder / "output.txt")
    try:
        yield program
    finally:
        program.end()
