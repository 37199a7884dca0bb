"""What tests of the look ask of a painted widget."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def colours_of(widget: QWidget) -> set[str]:
    """The names of all colours that a picture of `widget` holds, without transparency."""
    picture = widget.grab().toImage()
    return {QColor(picture.pixel(x, y)).name().upper() for x in range(picture.width()) for y in range(picture.height())}


def ink_between(widget: QWidget, color: QColor) -> tuple[int, int]:
    """The first and the last column of a picture of `widget` that hold this very colour. Fails where none does."""
    picture = widget.grab().toImage()
    columns = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y) == color]
    return min(columns), max(columns)
