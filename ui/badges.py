"""The counts at the side, who waits today and what is open, and the bell above that says how much is due."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from relapp.core import Core
from relapp.domain.changes import Area
from relapp.domain.follow_ups import Standing
from relapp.domain.words import tr
from ui.bus import Bus
from ui.palette import Tone
from ui.watching import Watcher
from ui.widgets.buttons import Button
from ui.widgets.side_bar import SideBar

_AREAS = (
    Area.PEOPLE, Area.ORGANISATIONS, Area.ENTRIES, Area.FOLLOW_UPS, Area.DELIVERIES, Area.HOURS, Area.SETTINGS
)  # fmt: skip


class Badges:
    """Counts after the first paint, each minute and after each change, when the side bar is on show."""

    def __init__(self, core: Core, bus: Bus, side_bar: SideBar, bell: Button) -> None:
        self._core = core
        self._side_bar = side_bar
        self._bell = bell
        self._watcher = Watcher(side_bar, bus, _AREAS, self._count)
        bus.minute_passed.connect(self._count_due)
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
        self._count_due()

    def _count_due(self) -> None:
        """Of follow-ups: how many are overdue or today's, and how many reminders came and are still open."""
        counts = self._core.follow_ups.counts()
        late, today = counts[Standing.OVERDUE], counts[Standing.TODAY]
        words = QLocale().toString(late + today) if late + today else ""
        self._side_bar.set_badge("follow_ups", words, Tone.RED if late else Tone.GREY)
        due = self._core.reminders.status().shown
        said = tr("{n} due").format(n=QLocale().toString(due)) if due else ""
        self._bell.setText(said)
        self._bell.setAccessibleName(said or tr("Nothing is due"))
        self._bell.setToolTip(tr("Show what is due") if due else tr("Nothing is due"))
        self._bell.updateGeometry()
