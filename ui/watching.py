"""How a view keeps up: it reloads when its areas change, and waits with that until it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from relapp.domain.changes import Area, Change
from ui.bus import Bus


class Watcher(QObject):
    """Calls `reload` when one of `areas` changed: not for the view's own changes, and later when it is hidden."""

    def __init__(self, view: QWidget, bus: Bus, areas: Iterable[Area], reload: Callable[[], None]) -> None:
        super().__init__(view)
        self._view = view
        self._areas = frozenset(areas)
        self._reload = reload
        self._stale = False
        bus.changed.connect(self._on_data_changed)
        view.installEventFilter(self)

    def mark_stale(self) -> None:
        """The view doesn't show what it should: reload now, or when it is shown."""
        self._stale = True
        if self._view.isVisible():
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._stale and event.type() == QEvent.Type.Show:
            self._refresh()
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        self._stale = False
        self._reload()

    def _on_data_changed(self, change: Change) -> None:
        if change.areas & self._areas and change.origin is not self._view:
            self.mark_stale()
