"""What is left for after the first paint, one piece a turn of the event loop, so that the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot


class Later(QObject):
    """Does the given pieces in their order and stops when there are none left. A piece that fails ends alone."""

    def __init__(self, pieces: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = list(pieces)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn_came)
        self._timer.start(0)

    def done(self) -> bool:
        return not self._pieces

    @Slot()
    def _on_turn_came(self) -> None:
        piece = self._pieces.pop(0)
        if not self._pieces:
            self._timer.stop()
        piece()
