"""The end of the machine's sleep, as logind tells it. Where there is no logind the next beat does as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

_NAME, _PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


class Resume(QObject):
    """Calls `awake` when the machine has woken up."""

    def __init__(self, awake: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._awake = awake
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            slot = cast("bytes", SLOT("on_sleep(bool)"))  # it makes a str, and only a str is taken
            bus.connect(_NAME, _PATH, f"{_NAME}.Manager", "PrepareForSleep", self, slot)

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """Told before the sleep and after it."""
        if not begins:
            self._awake()
