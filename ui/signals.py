"""Ctrl+C in the terminal and the system's request to end, told to Qt without asking in turns."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


class Signals(QObject):
    """Calls `ended` when the process is asked to end. Python's own handlers run only when Qt wakes it: by a socket."""

    def __init__(self, ended: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ended = ended
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte_came)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._before = {}
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as nohup wants it
                self._before[number] = signal.signal(number, self._note)

    def stop(self) -> None:
        """Lets go of the process's signals."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()

    def _note(self, number: int, frame: object) -> None:
        """Only keeps Python from ending at once; what follows is done in the event loop."""

    @Slot()
    def _on_byte_came(self) -> None:
        if self._near.recv(64):
            self._ended()
