"""The history as a model: one change a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relapp.domain.words import tr
from relapp.services.history import Done
from ui.moments import Moments

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """At most 200 rows, newest first."""

    def __init__(self, moments: Moments, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moments = moments
        self._changes: list[Done] = []

    def show_changes(self, changes: list[Done]) -> None:
        """Shows these from now on."""
        self.beginResetModel()
        self._changes = changes
        self.endResetModel()

    def change(self, row: int) -> Done:
        return self._changes[row]

    def row_of(self, change: int) -> int:
        """The row of a change, or -1."""
        return next((row for row, one in enumerate(self._changes) if one.id == change), -1)

    def when(self, change: Done) -> str:
        """The moment, in my zone."""
        return self._moments.day_and_time(change.at)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        change = self._changes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return change.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            undone = "" if change.standing else ", " + tr("undone")
            return f"{change.title}, {self.when(change)}{undone}"
        return None
