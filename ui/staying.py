"""What closing the window means: the app stays in the tray, or minimised where there is none, for reminders to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from relapp.domain.settings import KEEP_IN_TRAY
from relapp.domain.words import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.tray import Tray

_TOLD = "staying_told"
"""Where it is remembered which of the two was told: "tray", "minimised"."""


class Staying(QObject):
    """Stands in the way of the window's closing, as long as the setting wants it. Each of the two is told once."""

    def __init__(self, window: MainWindow, tray: Tray) -> None:
        super().__init__(window)
        self._window = window
        self._tray = tray
        self._stands_in = window.isMinimized()  # started in the background, and no tray was there yet
        window.instead_of_closing = self._on_closing
        tray.appeared.connect(self._on_tray_appeared)

    def put_away(self) -> None:
        """Out of sight, and still there."""
        self._window.remember()
        if self._tray.is_there():
            self._window.hide()
        else:
            self._stands_in = True
            self._window.showMinimized()

    @Slot()
    def _on_tray_appeared(self) -> None:
        """What stood among the windows for want of a tray goes into it."""
        if self._stands_in and self._window.isMinimized():
            self._window.hide()
        self._stands_in = False

    def _on_closing(self) -> bool:
        core = self._window.core
        if not core.settings.get(KEEP_IN_TRAY):
            return False
        way = "tray" if self._tray.is_there() else "minimised"
        told = core.settings.remembered(_TOLD)
        told = told if isinstance(told, list) else []
        if way in told:
            self.put_away()
        else:
            self._window.attempt(lambda: core.settings.remember(_TOLD, [*told, way]))
            self._tell(way)
        return True

    def _tell(self, way: str) -> None:
        from ui.questions import tell_where_it_stays

        if way == "tray":
            sentence = tr("Relapp stays in the tray, so that reminders come. Its menu there, or Ctrl+Q, quits it.")
            word = tr("Stay in the tray")
        else:
            sentence = tr(
                "This desktop shows no tray. Relapp is minimised instead, so that reminders come; Ctrl+Q quits it."
            )
            word = tr("Minimise")
        detail = tr("Settings can change that.")
        tell_where_it_stays(self._window, f"{sentence} {detail}", word, self.put_away, self._window.leave)
