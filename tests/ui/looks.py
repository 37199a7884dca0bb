"""What tests of the look ask of a painted widget."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def colours_of(widget: QWidget) -> set[str]:
    """The names of all colours that a picture of `widget` holds, without transparency."""
    picture = widget.grab().toImage()
    return {QColor(picture.pixel(x, y)).name().upper() for x in range(picture.width()) for y in range(picture.height())}
