"""What is worked out from my hours: when these or the zone data changed, or a file is of an older version, the stored
next deliveries and the rhythms are made anew, with progress, the window alive.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from relapp.core import Core
from relapp.domain.changes import Area, Change
from relapp.domain.words import tr
from ui.shell import Shell
from ui.tasks import Progress

AT_ONCE = 200
"""So many are made anew while one waits; a thread would take longer to start."""
_CAUSES = frozenset({Area.HOURS, Area.SETTINGS})


class Recomputing(QObject):
    """Looks at its start and whenever hours or settings changed. What was stopped goes on with the next look."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._is_running = False
        self._soon = QTimer(self)  # after everything else that hears of the change
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        shell.bus.changed.connect(self._on_data_changed)
        self.look()

    @Slot()
    def look(self) -> None:
        """Begins where anything is old and nothing is running."""
        core = self._shell.core
        count = 0 if self._is_running else core.reminders.stale_count() + core.files.behind()
        if not count:
            return
        if count <= AT_ONCE:
            self._shell.attempt(core.reminders.recompute)
            self._shell.attempt(core.files.catch_up)
            return
        self._is_running = True
        task = self._shell.tasks.run(tr("Working out what is due"), _recompute, self._on_made)
        task.ended.connect(self._on_ended)

    @Slot(object)
    def _on_data_changed(self, change: Change) -> None:
        if change.areas & _CAUSES:
            self._soon.start(0)

    def _on_made(self, result: object) -> None:
        """Hours may have changed once more meanwhile."""
        self._soon.start(0)

    @Slot()
    def _on_ended(self) -> None:
        self._is_running = False


def _recompute(core: Core, progress: Progress) -> None:
    core.reminders.recompute(progress)
    core.files.catch_up(progress)
