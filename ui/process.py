"""What there is once a process, whatever file is open: the system's signals, and exceptions that nobody caught."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from ui.error_dialog import ErrorDialog, Mishaps
from ui.main_window import MainWindow
from ui.signals import Signals


class Running(Protocol):
    """The session, as far as it is asked here."""

    window: MainWindow | None

    def close_at_once(self) -> None: ...


class Process(QObject):
    """Made after the first paint; `stop` gives everything back."""

    def __init__(self, session: Running, log_file: Callable[[], Path] | None) -> None:
        super().__init__()
        self._session = session
        self._dialog: ErrorDialog | None = None
        self._signals = Signals(session.close_at_once, self)
        self.mishaps = Mishaps(log_file, self)
        self.mishaps.happened.connect(self._on_mishap_happened)

    def stop(self) -> None:
        """At the end of the process."""
        self._signals.stop()
        self.mishaps.stop()

    @Slot(str)
    def _on_mishap_happened(self, details: str) -> None:
        if self._dialog is not None:
            return  # one at a time: what goes wrong in each paint must not bury the screen
        self._dialog = ErrorDialog(details, self._session.window)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None
