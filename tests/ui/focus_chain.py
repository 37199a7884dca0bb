"""Where Tab goes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def after(first: QWidget) -> list[QWidget]:
    """Everything that follows `first` in the order of Tab, until it comes round."""
    chain: list[QWidget] = []
    at = first.nextInFocusChain()
    while at is not None and at is not first:
        chain.append(at)
        at = at.nextInFocusChain()
    return chain
