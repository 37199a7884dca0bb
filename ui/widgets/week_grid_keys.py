"""What the keys do in a week grid: arrows walk, Shift resizes, Ctrl moves, Enter adds, Delete takes away.

Steps are 15 minutes, with Alt one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from relapp.domain.boundaries.hours import Week
from relapp.domain.words import tr
from ui.widgets import week_edits as edits
from ui.widgets.drawing import is_mirrored
from ui.widgets.week_edits import Place

if TYPE_CHECKING:
    from ui.widgets.week_grid import WeekGrid

_SNAP = 15
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def is_other(event: QKeyEvent) -> bool:
    """Whether this key is none of those that go on editing."""
    return event.key() not in _ARROWS and event.key() not in _MODIFIERS


def reading(names: Sequence[str], week: Week, place: Place, time_text: Callable[[int], str]) -> str:
    """Where the keyboard is: "Thursday, 09:00 to 12:30"."""
    if place.at < 0:
        return tr("{day}, no hours").format(day=names[place.day])
    window = week[place.day][place.at]
    said = tr("{day}, {start} to {end}, {at} of {count}")
    return said.format(
        day=names[place.day],
        start=time_text(window.start),
        end=time_text(window.end),
        at=place.at + 1,
        count=len(week[place.day]),
    )


def press(grid: WeekGrid, event: QKeyEvent) -> bool:
    """Does what the key means here. Returns whether it means anything."""
    key, held = event.key(), event.modifiers()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert):
        _add(grid)
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        _take(grid)
    elif event.matches(QKeySequence.StandardKey.Copy):
        grid.copied_day = grid.place.day
    elif event.matches(QKeySequence.StandardKey.Paste):
        _paste(grid)
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        _stand(grid, grid.backdrop.order[0 if key == Qt.Key.Key_Home else -1], grid.place.at)
    elif key in _ARROWS:
        _arrow(grid, Qt.Key(key), held)
    else:
        return False
    return True


def _arrow(grid: WeekGrid, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    if is_mirrored(grid) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        key = Qt.Key.Key_Left if key == Qt.Key.Key_Right else Qt.Key.Key_Right
    days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
    later = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
    step = 1 if held & Qt.KeyboardModifier.AltModifier else _SNAP
    if held & Qt.KeyboardModifier.ControlModifier:
        _move(grid, days, later * step)
    elif held & Qt.KeyboardModifier.ShiftModifier:
        _resize(grid, days * step, later * step)
    elif days:
        order = grid.backdrop.order
        _stand(grid, order[min(max(0, order.index(grid.place.day) + days), 6)], grid.place.at)
    else:
        _stand(grid, grid.place.day, grid.place.at + later)


def _stand(grid: WeekGrid, day: int, at: int) -> None:
    count = len(grid.week[day])
    grid.walk(Place(day, min(max(0, at), count - 1)))


def _move(grid: WeekGrid, days: int, minutes: int) -> None:
    day, at = grid.place
    if at < 0:
        return
    order = grid.backdrop.order
    to = order[min(max(0, order.index(day) + days), 6)]
    window = grid.week[day][at]
    made = edits.shifted(window, minutes)
    if (to, made) != (day, window):
        grid.change(*edits.changed(grid.week, grid.place, to, made))


def _resize(grid: WeekGrid, begin: int, end: int) -> None:
    if grid.place.at < 0:
        return
    window = grid.week[grid.place.day][grid.place.at]
    made = edits.resized(window, start=begin, end=end)
    if made != window:
        grid.change(*edits.changed(grid.week, grid.place, grid.place.day, made))


def _add(grid: WeekGrid) -> None:
    made = edits.free_window(grid.week, grid.place.day)
    if made is not None:
        grid.change(*edits.put(grid.week, grid.place.day, made))


def _take(grid: WeekGrid) -> None:
    if grid.place.at >= 0:
        week = edits.taken(grid.week, grid.place)
        grid.change(week, Place(grid.place.day, min(grid.place.at, len(week[grid.place.day]) - 1)))


def _paste(grid: WeekGrid) -> None:
    if grid.copied_day is not None:
        day = grid.place.day
        week = edits.copied(grid.week, grid.copied_day, [day])
        if week != grid.week:
            grid.change(week, Place(day, len(week[day]) - 1))
