"""The list of people as a model of one column: pages of 200 lines, fetched when they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relapp.core import Core
from relapp.domain.directory import PeopleFilter, PersonLine
from relapp.services.directory import PAGE

Index = QModelIndex | QPersistentModelIndex
KEPT_PAGES = 20


class PeopleModel(QAbstractTableModel):
    """Rows are `PersonLine`s in the order of the filter. Holds at most 4,000 of them."""

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._count = 0
        self._pages: OrderedDict[int, list[PersonLine]] = OrderedDict()
        self.wanted = PeopleFilter()

    def show_people(self, wanted: PeopleFilter) -> None:
        """Shows the list narrowed to `wanted`, afresh."""
        self.beginResetModel()
        self.wanted = wanted
        self._pages.clear()
        first = self._core.directory.page(wanted)
        self._pages[0] = first
        self._count = len(first) if len(first) < PAGE else self._core.directory.count(wanted)
        self.endResetModel()

    def line(self, row: int) -> PersonLine | None:
        """The person in that row; None when the list shrank meanwhile."""
        number, at = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._core.directory.page(self.wanted, number * PAGE)
            self._pages[number] = page
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[at] if at < len(page) else None

    def row_of(self, person: int) -> int:
        """The row of a person, or -1."""
        for number, page in self._pages.items():
            for at, line in enumerate(page):
                if line.id == person:
                    return number * PAGE + at
        ids = self._core.directory.ids(self.wanted)
        return ids.index(person) if person in ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.shown
        return " · ".join(part for part in (line.shown, line.subtitle) if part)
