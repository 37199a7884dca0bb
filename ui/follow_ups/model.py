"""All follow-ups as a model of one column. Reads a first stretch, and longer ones when somebody scrolls there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relapp.core import Core
from relapp.domain.follow_ups import FollowUpFilter, FollowUpLine
from relapp.domain.words import tr
from ui.standings import Chip, Standings

Index = QModelIndex | QPersistentModelIndex
FIRST = 200


class FollowUpsModel(QAbstractTableModel):
    """Rows are `FollowUpLine`s in the order the service gives them."""

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._lines: list[FollowUpLine] = []
        self._limit = FIRST
        self.standings = Standings(core)
        self.wanted = FollowUpFilter()

    def show_follow_ups(self, wanted: FollowUpFilter) -> None:
        """Shows these afresh; of the same ones as many as were read before."""
        if wanted != self.wanted:
            self._limit = FIRST
        self.beginResetModel()
        self.wanted = wanted
        self._lines = self._core.follow_ups.lines(wanted, self._limit)
        self.endResetModel()

    def line(self, row: int) -> FollowUpLine:
        return self._lines[row]

    def row_of(self, follow_up: int) -> int:
        """The row of a follow-up among those that were read, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.id == follow_up), -1)

    def chips(self, row: int) -> list[Chip]:
        """What stands below its name."""
        return self.standings.chips(self._lines[row])

    def when(self, row: int) -> str:
        """When it is due."""
        return self.standings.when(self._lines[row].due)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._lines) >= self._limit

    def fetchMore(self, parent: Index) -> None:
        before, self._limit = len(self._lines), self._limit * 4
        longer = self._core.follow_ups.lines(self.wanted, self._limit)
        if len(longer) <= before:
            return
        self.beginInsertRows(QModelIndex(), before, len(longer) - 1)
        self._lines = longer
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.shown} · {line.what}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            chips = ", ".join(text for text, _, _ in self.chips(index.row()))
            due = tr("due {when}").format(when=self.when(index.row()))
            return ", ".join(part for part in (line.shown, line.what, due, chips, line.note) if part)
        return None
