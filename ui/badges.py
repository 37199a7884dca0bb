"""The counts at the side, who waits today and what is open, and the bell above that says how much is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer

from relapp.core import Core
from relapp.domain.changes import Area
from relapp.domain.follow_ups import Standing
from relapp.domain.settings import WEEKLY_DAY, WEEKLY_MINUTES
from relapp.domain.weekly import session_name
from relapp.domain.words import tr
from ui.bus import Bus
from ui.palette import Tone
from ui.watching import Watcher
from ui.widgets.buttons import Button
from ui.widgets.side_bar import SideBar

if TYPE_CHECKING:
    from ui.tasks import Progress, Task, Tasks

_AREAS = (
    Area.PEOPLE, Area.ORGANISATIONS, Area.ENTRIES, Area.FOLLOW_UPS, Area.DELIVERIES, Area.HOURS, Area.SETTINGS,
    Area.SUGGESTIONS,
)  # fmt: skip

_PAUSE_MS = 700


class Badges:
    """Counts after the first paint, each minute and after each change, when the side bar is on show."""

    def __init__(self, core: Core, bus: Bus, side_bar: SideBar, bell: Button, tasks: Callable[[], Tasks]) -> None:
        """`tasks` gives the data thread when it is first needed."""
        self._core = core
        self._side_bar = side_bar
        self._bell = bell
        self._tasks = tasks
        self._asked: Task | None = None
        self._watcher = Watcher(side_bar, bus, _AREAS, self._count)
        self._ready = QTimer(side_bar)
        self._ready.setSingleShot(True)
        self._ready.setInterval(_PAUSE_MS)
        self._ready.timeout.connect(self._count_ready)
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
        settings = self._core.settings
        self._side_bar.item("weekly").rename(session_name(settings.get(WEEKLY_DAY), settings.get(WEEKLY_MINUTES)))
        self._ready.start()
        self._count_due()

    def _count_ready(self) -> None:
        """All rules are asked for it: that waits for a pause in what one does, and is done beside."""
        if not self._side_bar.isVisible():
            return
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks().run(tr("Looking at the week"), _ready, self._show_ready, quiet=True)

    def _show_ready(self, ready: int) -> None:
        self._side_bar.set_badge("weekly", tr("{n} ready").format(n=QLocale().toString(ready)) if ready else "")

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


def _ready(core: Core, progress: Progress) -> int:
    progress(0, 1)  # ends here when the answer is no longer wanted
    return core.weekly.ready()
