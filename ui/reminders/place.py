"""Where the reminder window stands: in a corner of the screen that does not lie under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize

GAP = 18
"""Between the window and the edges of the screen, and kept free around the pointer."""


def place(size: QSize, room: QRect, pointer: QPoint) -> QPoint:
    """The window's top left. Lower right first, then upwards, then on the left; all in the same coordinates.

    A window that leaves no corner free is as far from the pointer as it gets.
    """
    left, top = room.left() + GAP, room.top() + GAP
    right = max(room.left(), room.right() + 1 - GAP - size.width())
    bottom = max(room.top(), room.bottom() + 1 - GAP - size.height())
    corners = [QPoint(right, bottom), QPoint(right, top), QPoint(left, bottom), QPoint(left, top)]
    for corner in corners:
        if not covers(QRect(corner, size), pointer):
            return corner
    return max(corners, key=lambda corner: (QRect(corner, size).center() - pointer).manhattanLength())


def covers(window: QRect, pointer: QPoint) -> bool:
    """Whether the pointer is over the window, or so near that a hand about to click would hit it."""
    return window.marginsAdded(QMargins(GAP, GAP, GAP, GAP)).contains(pointer)
