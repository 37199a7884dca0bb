"""The desktop of these tests works as a real one: windows show, take the keyboard, are seen, and close."""

from __future__ import annotations

import os
from pathlib import Path

from tests.desktop.programs import running
from tests.desktop.screens import Desktop
from tests.desktop.waiting import wait_until

SMALL = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication(sys.argv)
line = QLineEdit()
line.setWindowTitle("Say something")
line.returnPressed.connect(lambda: print(line.text(), flush=True))
line.show()
sys.exit(app.exec())
"""


def test_a_window_takes_the_keyboard_and_closes(screen: Desktop, tmp_path: Path) -> None:
    with running(screen, ["-c", SMALL], tmp_path) as program:
        window = program.window_called("Say something")
        program.focus(window)
        screen.type("good morning")
        screen.press("Return")
        wait_until(lambda: "good morning" in program.output(), "the line that was typed")
        screen.ask_to_close(window)
        assert program.status() == 0
        assert program.output() == "good morning\n"


def test_only_its_own_windows_are_taken_for_a_programs(screen: Desktop, tmp_path: Path) -> None:
    with running(screen, ["-c", SMALL], tmp_path) as program:
        program.window()
        assert screen.windows_of(os.getpid()) == []


def test_what_is_on_the_screen_can_be_seen(screen: Desktop, tmp_path: Path) -> None:
    with running(screen, ["-c", SMALL], tmp_path) as program:
        program.window()
        assert screen.picture(tmp_path / "screen.png").read_bytes().startswith(b"\x89PNG")


def test_the_bus_offers_nothing_that_was_not_started(screen: Desktop, tmp_path: Path) -> None:
    ask = (
        "from PySide6.QtDBus import QDBusConnection as C\n"
        "print(sorted(n for n in C.sessionBus().interface().activatableServiceNames().value() if '.DBus' not in n))"
    )
    with running(screen, ["-c", ask], tmp_path) as program:
        assert program.status() == 0
        assert program.output() == "[]\n"
