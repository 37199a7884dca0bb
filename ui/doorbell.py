"""Where the first window of a file listens for a second start of it (`ui.second_instance`)."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.second_instance import ASK, HEARD, RING, address, knock, quick_address

_LONGEST = 4096  # bytes read at once: a line with a token is far shorter


class Doorbell(QObject):
    """Calls `rung` with the desktop's activation token ("" where there is none) for each second start."""

    def __init__(self, file: Path, rung: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._rung = rung
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_visitor_came)

    def listen(self) -> bool:
        """False when another window of this file was quicker; that one has come forward then."""
        name = address(self._file)
        if self._server.listen(name):
            return True
        if knock(self._file):
            return False
        QLocalServer.removeServer(name)
        self._server.listen(name)
        return True

    def close(self) -> None:
        """Listens no more and takes the name away."""
        self._server.close()

    @Slot()
    def _on_visitor_came(self) -> None:
        visitor = self._server.nextPendingConnection()
        visitor.disconnected.connect(visitor.deleteLater)
        visitor.readyRead.connect(self._on_visitor_spoke)
        if visitor.canReadLine():
            self._answer(visitor)

    @Slot()
    def _on_visitor_spoke(self) -> None:
        visitor = self.sender()
        if isinstance(visitor, QLocalSocket) and visitor.canReadLine():
            self._answer(visitor)

    def _answer(self, visitor: QLocalSocket) -> None:
        said, _, token = bytes(visitor.readLine().data()).strip().partition(b" ")
        if said in (RING, ASK):
            visitor.write(HEARD)
            visitor.flush()
        if said == RING:
            self._rung(token.decode("utf-8", "replace"))
        visitor.disconnectFromServer()


class QuickBell(QObject):
    """The same by a named pipe, which a shell can ring (`packaging/ring.sh`). It gets no answer."""

    def __init__(self, file: Path, rung: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._name = quick_address(file)
        self._rung = rung
        self._pipe = -1
        self._notifier: QSocketNotifier | None = None

    def listen(self) -> bool:
        """False where no pipe can be made: then a second start takes a moment longer."""
        if not self._name:
            return False
        try:
            with suppress(FileExistsError):  # somebody was killed and left it behind
                os.mkfifo(self._name, 0o600)
            # For both ways: with nobody writing, a pipe that is only read from would be at its end again and again.
            self._pipe = os.open(self._name, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError:
            return False
        found = os.fstat(self._pipe)
        if not stat.S_ISFIFO(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
            self.close()
            return False
        self._notifier = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_rung)
        return True

    @Slot()
    def close(self) -> None:
        """Listens no more and takes the name away."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
            with suppress(OSError):
                os.unlink(self._name)
        if self._pipe >= 0:
            os.close(self._pipe)
            self._pipe = -1

    @Slot()
    def _on_rung(self) -> None:
        """Several rings at once are one."""
        try:
            lines = os.read(self._pipe, _LONGEST).splitlines()
        except OSError:
            return
        said, _, token = (lines[-1] if lines else b"").strip().partition(b" ")
        if said == RING:
            self._rung(token.decode("utf-8", "replace"))
