"""The counts at the side: who waits today, how many people and organisations there are."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from relapp.core import Core
from relapp.domain.changes import Area
from ui.bus import Bus
from ui.palette import Tone
from ui.watching import Watcher
from ui.widgets.side_bar import SideBar


class Badges:
    """Counts after the first paint and after each change, when the side bar is on show."""

    def __init__(self, core: Core, bus: Bus, side_bar: SideBar) -> None:
        self._core = core
        self._side_bar = side_bar
        self._watcher = Watcher(side_bar, bus, (Area.PEOPLE, Area.ORGANISATIONS, Area.ENTRIES), self._count)
        self._watcher.mark_stale()

    def _count(self) -> None:
        counted = {
            "people": self._core.directory.count(),
            "organisations": self._core.organisations.count(),
        }
        for key, number in counted.items():
            self._side_bar.set_badge(key, QLocale().toString(number) if number else "")
        waiting = self._core.today.waiting_count()
        self._side_bar.set_badge("today", QLocale().toString(waiting) if waiting else "", Tone.RED)
