"""A desktop that shows notes, played by hand: what it was given, and what it answers."""

from __future__ import annotations

import socket

from relapp.ports import Note, NoteEvent, NoteSign


class DesktopDouble:
    """Fulfils `ports.Notifier`. It takes each note at once, unless told to be `absent`, `unable` or `silent`."""

    def __init__(self) -> None:
        self._near, self._far = socket.socketpair()
        self._events: list[NoteEvent] = []
        self.absent = self.unable = self.silent = False
        self.given: list[Note] = []
        self.withdrawn: list[str] = []

    def start(self) -> bool:
        return not self.absent

    def fileno(self) -> int | None:
        return None if self.absent else self._near.fileno()

    def read(self) -> list[NoteEvent]:
        self._near.recv(100)
        told, self._events = self._events, []
        return told

    def show(self, note: Note) -> bool:
        if self.unable:
            return False
        self.given.append(note)
        if not self.silent:
            self.tell(NoteSign.TAKEN)
        return True

    def tell(self, sign: NoteSign, action: str = "") -> None:
        """Of the note that was given last."""
        self._events.append(NoteEvent(sign, self.given[-1].key, action))
        self._far.send(b".")

    def withdraw(self, key: str) -> None:
        self.withdrawn.append(key)

    def close(self) -> None:
        self._near.close()
        self._far.close()
