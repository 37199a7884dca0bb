"""Keys that stand on the window itself, by Qt's names, and how they are shown."""

from __future__ import annotations

import sys

SEARCH = "Ctrl+K"
LOG = "Ctrl+N"


def shown(keys: str) -> str:
    """As the drawings have them: "Ctrl K" and "Ctrl ↵", or the signs of macOS."""
    if sys.platform != "darwin":
        return keys.replace("+", " ").replace("Return", "↵")
    from PySide6.QtGui import QKeySequence

    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
