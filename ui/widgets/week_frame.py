"""Where days and hours lie in a week grid: geometry alone, mirrored where the language is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from ui.widgets.drawing import flip


@dataclass(frozen=True)
class Frame:
    """`order` are the weekdays as their columns stand; `top` and `bottom` the minutes shown; the rest is pixels."""

    width: int
    height: int
    order: tuple[int, ...]
    top: int
    bottom: int
    labels: int
    head: int
    gap: int
    foot: int
    margin: int
    mirrored: bool = False

    def outer(self) -> QRect:
        """All of it."""
        return QRect(0, 0, self.width, self.height)

    def column(self, day: int) -> QRect:
        """The column of a weekday, without its head."""
        at = self.order.index(day)
        room = self.width - self.labels + self.gap
        left, right = room * at // 7, room * (at + 1) // 7 - self.gap
        rect = QRect(self.labels + left, self.head, right - left, self.height - self.head - self.foot)
        return flip(rect, self.outer(), self.mirrored)

    def label(self, minute: int, height: int) -> QRect:
        """Where the hour is written."""
        rect = QRect(0, round(self.y(minute)) - height // 2, self.labels, height)
        return flip(rect, self.outer(), self.mirrored)

    def block(self, day: int, top: int, bottom: int, inset: int = 0) -> QRect:
        """From minute to minute in that column, cut to what is shown."""
        column = self.column(day)
        above = round(self.y(min(max(top, self.top), self.bottom)))
        below = round(self.y(min(max(bottom, self.top), self.bottom)))
        return QRect(column.left() + inset, above, column.width() - 2 * inset, below - above)

    def y(self, minute: float) -> float:
        """How far down a minute lies."""
        tall = self.height - self.head - self.foot - 2 * self.margin
        return self.head + self.margin + (minute - self.top) / (self.bottom - self.top) * tall

    def minute_at(self, y: float) -> float:
        """The minute that lies there; before 0 and beyond 1440 outside the column."""
        tall = self.height - self.head - self.foot - 2 * self.margin
        return self.top + (y - self.head - self.margin) / tall * (self.bottom - self.top)

    def day_at(self, x: float) -> int:
        """The weekday of the nearest column."""
        if self.mirrored:
            x = self.width - x
        at = int((x - self.labels) * 7 // max(1, self.width - self.labels + self.gap))
        return self.order[min(max(0, at), 6)]
