"""While the window is away nobody waits for an answer: what is held to be quick is let go of a moment later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from ui.main_window import MainWindow

SOON_MS = 500
"""Who puts the window away may think better of it."""


class Resting(QObject):
    """Calls `rest` when the window has been hidden or minimised, and after each beat while it is."""

    def __init__(self, window: MainWindow, rest: Callable[[], object], soon_ms: int = SOON_MS) -> None:
        super().__init__(window)
        self._window = window
        self._rest = rest
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(soon_ms)
        self._timer.timeout.connect(self._on_time_went_by)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.visibilityChanged.connect(self._on_visibility_changed)
        window.bus.minute_passed.connect(self._on_minute_passed)
        if self._is_away():
            self._timer.start()

    @Slot()
    def _on_visibility_changed(self) -> None:
        self._timer.start()  # a window that is being hidden still says that it is visible

    @Slot()
    def _on_minute_passed(self) -> None:
        """After what the beat itself brings, and still within the same waking."""
        QTimer.singleShot(0, self, self._on_time_went_by)

    @Slot()
    def _on_time_went_by(self) -> None:
        if self._is_away():
            self._rest()

    def _is_away(self) -> bool:
        return not self._window.isVisible() or self._window.isMinimized()
