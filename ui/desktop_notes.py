"""Notes on the desktop, from the window's side: the socket that wakes us, and how long a desktop may take for one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from relapp.ports import Note, NoteEvent, NoteSign, Notifier

PATIENCE_MS = 2_000
"""A desktop that hasn't taken a note by then gets no second chance with it."""


class DesktopNotes(QObject):
    """For each note that `show` accepted either `taken` or `refused` comes, once. `acted` brings an action's id."""

    taken = Signal(str)
    refused = Signal(str)
    acted = Signal(str, str)
    dismissed = Signal(str)

    def __init__(self, notifier: Notifier, parent: QObject, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._patience = patience_ms
        self._socket: QSocketNotifier | None = None
        self._waiting: set[str] = set()
        self._connect()

    def show(self, note: Note) -> bool:
        """False when there is no desktop to take it."""
        if self._socket is None:
            self._connect()
        if self._socket is None or not self._notifier.show(note):
            self._look_whether_lost()
            return False
        self._waiting.add(note.key)
        QTimer.singleShot(self._patience, self, partial(self._give_up, note.key))
        return True

    def withdraw(self, key: str) -> None:
        """Takes it away where it still stands."""
        self._waiting.discard(key)
        self._notifier.withdraw(key)

    def stop(self) -> None:
        """At the end: what stands on the desktop stays there."""
        self._waiting.clear()
        self._disconnect()
        self._notifier.close()

    def _connect(self) -> None:
        if not self._notifier.start():
            return
        number = self._notifier.fileno()
        if number is not None:
            self._socket = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
            self._socket.activated.connect(self._on_readable)

    def _disconnect(self) -> None:
        if self._socket is not None:
            self._socket.setEnabled(False)
            self._socket.deleteLater()
            self._socket = None

    def _look_whether_lost(self) -> None:
        if self._notifier.fileno() is None:
            self._disconnect()

    def _give_up(self, key: str) -> None:
        if key in self._waiting:
            self.withdraw(key)
            self.refused.emit(key)

    @Slot()
    def _on_readable(self) -> None:
        events = self._notifier.read()
        self._look_whether_lost()
        for event in events:
            self._tell(event)

    def _tell(self, event: NoteEvent) -> None:
        match event.sign:
            case NoteSign.ACTION:
                self.acted.emit(event.key, event.action)
            case NoteSign.DISMISSED:
                self.dismissed.emit(event.key)
            case _ if event.key in self._waiting:
                self._waiting.discard(event.key)
                (self.taken if event.sign is NoteSign.TAKEN else self.refused).emit(event.key)
