"""One signal for every change, whoever made it, and one for every minute that passes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """`changed` carries a `domain.changes.Change`, once, after the commit, in the GUI thread.

    `minute_passed` is for what shows the time; nobody starts a timer for that.
    """

    changed = Signal(object)
    minute_passed = Signal()
