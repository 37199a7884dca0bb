"""A timeline as a model of one column: pages by anchors, fetched when looked at; never all rows.

The first page and the count come at once; anchors, one every 1,000 entries, are found when a far jump needs them.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from relapp.core import Core
from relapp.domain.entries import kind_of
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.markup import to_plain
from relapp.domain.pages import NEWEST, Anchor, EntryLine, TimelineOf

Index = QModelIndex | QPersistentModelIndex
PAGE = 50
STRIDE = 1000
KEPT_PAGES = 60


class TimelineModel(QAbstractTableModel):
    """Rows are `EntryLine`s, newest first. Holds at most 3,000 of them."""

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._count = 0
        self._anchors: list[Anchor] = [NEWEST]
        self._pages: OrderedDict[int, list[EntryLine]] = OrderedDict()
        self.of = TimelineOf()

    def show_timeline(self, of: TimelineOf) -> None:
        """Shows this timeline afresh: the first page now, the rest with `count_all`."""
        self.beginResetModel()
        self.of = of
        self._pages.clear()
        self._anchors = [NEWEST]
        first = self._core.entries.page(of, limit=PAGE)
        self._pages[0] = first
        self._count = len(first)
        self.endResetModel()

    def count_all(self) -> None:
        """Makes room for all entries; call it after the first paint."""
        if self._count < PAGE:
            return
        count = self._core.entries.count(self.of)
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def line(self, row: int) -> EntryLine | None:
        """The entry in that row; None when the timeline shrank meanwhile."""
        number, at = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number)
            self._pages[number] = page
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[at] if at < len(page) else None

    def _fetch(self, number: int) -> list[EntryLine]:
        before = self._pages.get(number - 1)
        if before:
            return self._core.entries.page(self.of, Anchor(before[-1].at, before[-1].id), PAGE)
        row = number * PAGE
        anchor = self._anchor(row // STRIDE)
        if anchor is None:
            return []
        if row % STRIDE:
            anchor = self._core.entries.step(self.of, anchor, row % STRIDE)
        return [] if anchor is None else self._core.entries.page(self.of, anchor, PAGE)

    def _anchor(self, number: int) -> Anchor | None:
        while len(self._anchors) <= number:
            found = self._core.entries.step(self.of, self._anchors[-1], STRIDE)
            if found is None:
                return None
            self._anchors.append(found)
        return self._anchors[number]

    def find_more_anchors(self, count: int) -> bool:
        """Finds a few anchors ahead of need. Returns whether there may be more."""
        wanted = min(len(self._anchors) + count, self._count // STRIDE + 1)
        return self._anchor(wanted - 1) is not None and len(self._anchors) <= self._count // STRIDE

    def find(self, entry: int) -> int:
        """The row of an entry, wherever it is, or -1."""
        place = self._core.entries.position(self.of, entry)
        found = None if place is None else self.line(place)
        return -1 if place is None or found is None or found.id != entry else place

    def row_of(self, entry: int) -> int:
        """The row of an entry that is in a page at hand, or -1."""
        for number, page in self._pages.items():
            for at, line in enumerate(page):
                if line.id == entry:
                    return number * PAGE + at
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        title = title_of(line)
        return title if role == Qt.ItemDataRole.DisplayRole else f"{title}. {to_plain(line.text)}"


def title_of(line: EntryLine) -> str:
    """ "Call with Tom Keller"."""
    outcome = None if line.outcome is None else Outcome(line.outcome)
    return kind_of(line.kind).title(Direction(line.direction), line.people, outcome)
