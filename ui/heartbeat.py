"""The one thing that wakes the app at rest: a beat at the start of every minute."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from relapp.core import Core
from relapp.domain.changes import EVERYTHING, Area, Change
from relapp.domain.errors import KnownError
from ui.bus import Bus

MINUTE_MS = 60_000
_TOO_NEAR_MS = 2_000
"""A timer that fired a little early must not fire twice around the same minute."""


class Heartbeat(QObject):
    """Looks whether planned entries have come true, another process wrote to the file, or the day has changed.

    Reads only, unless an entry came true. A minute is one of the core's clock.
    """

    def __init__(self, core: Core, bus: Bus, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._bus = bus
        self._day = core.desk.today()
        self._version = core.files.data_version()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._wait()

    @Slot()
    def beat(self) -> None:
        """What is looked at once a minute; call it earlier where waiting is no good, such as after a long task."""
        try:
            self._look()
        finally:
            self._wait()

    def waits_ms(self) -> int:
        """How long until the next beat."""
        return self._timer.remainingTime()

    def _look(self) -> None:
        version = self._core.files.data_version()
        if version != self._version:
            self._version = version
            self._core.desk.forget_settings()
            self._bus.changed.emit(Change(EVERYTHING))
        with suppress(KnownError):  # a full disk or another writer: the next beat tries again
            self._core.files.ripen()
        day = self._core.desk.today()
        if day != self._day:
            self._day = day
            self._bus.changed.emit(Change(frozenset({Area.PEOPLE, Area.ENTRIES})))
        self._bus.minute_passed.emit()

    def _wait(self) -> None:
        now = self._core.desk.now()
        left = MINUTE_MS - now.second * 1000 - now.microsecond // 1000
        self._timer.start(left if left > _TOO_NEAR_MS else left + MINUTE_MS)
