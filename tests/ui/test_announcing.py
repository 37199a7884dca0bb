"""What is only said on the screen is said by a thread of its own, one after the other."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.announcing import Announcing


class SlowAnnouncer:
    """Fulfils `ports.Announcer`; each text waits until the test lets it go."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.go = Event()
        self.in_main_thread = False

    def announce(self, title: str, body: str) -> None:
        self.go.wait(10)
        self.in_main_thread |= current_thread() is main_thread()
        self.said.append((title, body))


def test_the_window_does_not_wait_for_it(qtbot: QtBot) -> None:
    announcer, parent = SlowAnnouncer(), QObject()
    announcing = Announcing(announcer, parent)
    announcing.announce("The roof", "Tom Keller")
    announcing.announce("The logo", "Marta Oduya")
    assert announcer.said == []
    announcer.go.set()
    qtbot.waitUntil(lambda: announcer.said == [("The roof", "Tom Keller"), ("The logo", "Marta Oduya")])
    assert not announcer.in_main_thread
