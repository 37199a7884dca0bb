"""A thread of its own for texts on the screen that may take long to appear. Nothing comes back from it."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject

from relapp.ports import Announcer


class Announcing(QObject):
    """One after the other; the thread begins with the first one and never holds up the end of the app."""

    def __init__(self, announcer: Announcer, parent: QObject) -> None:
        super().__init__(parent)
        queue: SimpleQueue[tuple[str, str] | None] = SimpleQueue()
        self._queue = queue
        self._thread = Thread(target=_work, args=(announcer, queue), name="announcing", daemon=True)
        self.destroyed.connect(lambda: queue.put(None))  # of this object nothing is left then

    def announce(self, title: str, body: str) -> None:
        """Queues it."""
        if not self._thread.is_alive():
            self._thread.start()
        self._queue.put((title, body))


def _work(announcer: Announcer, queue: SimpleQueue[tuple[str, str] | None]) -> None:
    while (said := queue.get()) is not None:
        announcer.announce(*said)
