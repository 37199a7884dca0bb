"""The list of organisations as a model: name, how many people are there, how long ago somebody there was met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relapp.domain.organisations import OrganisationLine
from relapp.domain.relative import counted
from relapp.domain.words import tr

Index = QModelIndex | QPersistentModelIndex


class OrganisationsModel(QAbstractListModel):
    """`now` is asked when a line is shown, so that days are right after midnight."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._lines: list[OrganisationLine] = []

    def show_lines(self, lines: list[OrganisationLine]) -> None:
        """Shows these from now on."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> OrganisationLine:
        return self._lines[row]

    def row_of(self, organisation: int) -> int:
        """The row of an organisation, or -1."""
        return next((row for row, one in enumerate(self._lines) if one.id == organisation), -1)

    def people_words(self, line: OrganisationLine) -> str:
        """ "3 people"; "nobody" when all have left."""
        return counted(line.people, tr("1 person"), tr("{n} people")) if line.people else tr("nobody now")

    def silence(self, line: OrganisationLine) -> str:
        """ "12 d" since somebody there was met; empty when nobody was."""
        if line.last_contact is None:
            return ""
        days = (self._now() - datetime.fromtimestamp(line.last_contact, UTC)).days
        return tr("{days} d").format(days=max(0, days))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.name} · {self.people_words(line)}"
        return None
