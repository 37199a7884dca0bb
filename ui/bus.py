"""One signal for every change, whoever made it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """`changed` carries a `domain.changes.Change`, once, after the commit, in the GUI thread."""

    changed = Signal(object)
