"""Chips in rows, and the buttons that end a form at the far side of the last row, or below it where room lacks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from ui.widgets.drawing import flip, is_mirrored
from ui.widgets.flow_layout import FlowLayout

_Row = list[tuple[QLayoutItem, QSize]]


class FootLayout(FlowLayout):
    """What was added last is the end. The parts of a row stand on one middle line."""

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        rows = self._rows(rect.width())
        for row in rows:
            height = max((size.height() for _, size in row), default=0)
            if place:
                self._place(row, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _rows(self, width: int) -> list[_Row]:
        rows: list[_Row] = [[]]
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if rows[-1] and x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self.spacing()
        return rows

    def _place(self, row: _Row, room: QRect) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and is_mirrored(parent)
        x = room.x()
        for item, size in row:
            if item is self._items[-1]:
                x = room.right() + 1 - size.width()
            place = QRect(QPoint(x, room.y() + (room.height() - size.height()) // 2), size)
            item.setGeometry(flip(place, room, mirrored))
            x += size.width() + self.spacing()
