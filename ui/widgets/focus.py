"""Where the keyboard goes with Tab, and when the focus ring is drawn: for the keyboard always, after a click never."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_COME_BACK = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


def ring_after(reason: Qt.FocusReason, before: bool) -> bool:
    """Whether a part that gets the focus for `reason` shows the ring; coming back to the window changes nothing."""
    return before if reason in _COME_BACK else reason in _BY_KEYBOARD


def tab_as_laid_out(root: QWidget) -> None:
    """Lets Tab go through the parts of `root` in the order of their layouts, whatever was made first."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
        yield part
    if isinstance(part, QScrollArea) and (inside := part.widget()) is not None:
        yield from _stops(inside)
    elif (layout := part.layout()) is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        if (item := layout.itemAt(at)) is None:
            continue
        if (part := item.widget()) is not None:
            yield from _stops(part)
        elif (inner := item.layout()) is not None:
            yield from _stops_in(inner)
