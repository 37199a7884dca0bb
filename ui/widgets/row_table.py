"""A list as a table of one column: rows of one height, painted by a delegate, so that a million scroll like ten."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.fonts import px
from ui.palette import current
from ui.widgets.drawing import box, focus_ring


class RowTable(QTableView):
    """No headers, no grid, no cell editing; Tab leaves it. Whole rows are selected, several where `several`."""

    def __init__(self, name: str, row_height: int, parent: QWidget | None = None, *, several: bool = True) -> None:
        """`name` is what a screen reader says; `row_height` in pixels of the drawings."""
        super().__init__(parent)
        modes = QAbstractItemView.SelectionMode
        self.setAccessibleName(name)
        self.setProperty("look", "rows")
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(row_height))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(px(row_height) // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def paint_row_ground(
    painter: QPainter, row: QRect, view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex, hovered: int
) -> None:
    """What lies below a row that is selected, or under the pointer; a ring where the keyboard is, once it is used."""
    palette = current()
    if view.selectionModel().isSelected(index):
        box(painter, row, px(10), palette.card, palette.line)
    elif index.row() == hovered:
        box(painter, row, px(10), palette.soft)
    by_keys = view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    if by_keys and view.hasFocus() and view.currentIndex() == index:
        focus_ring(painter, row, px(10))
