"""Where the first window of a file listens for a second start of it (`ui.second_instance`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.second_instance import ASK, HEARD, RING, address, knock


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
