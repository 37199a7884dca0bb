"""When the focus ring is drawn: for the keyboard always, after a click never, as browsers do it."""

from __future__ import annotations

from PySide6.QtCore import Qt

_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_COME_BACK = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


def ring_after(reason: Qt.FocusReason, before: bool) -> bool:
    """Whether a part that gets the focus for `reason` shows the ring; coming back to the window changes nothing."""
    return before if reason in _COME_BACK else reason in _BY_KEYBOARD
