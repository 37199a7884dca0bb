"""What tests of the look ask of a painted widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def colours_of(widget: QWidget) -> set[str]:
    """The names of all colours that a picture of `widget` holds, without transparency."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)  # no padding: a pixel is an unsigned
    return {QColor(pixel).name().upper() for pixel in set(memoryview(picture.constBits()).cast("I"))}


def ink_between(widget: QWidget, color: QColor) -> tuple[int, int]:
    """The first and the last column of a picture of `widget` that hold this very colour. Fails where none does."""
    return _columns(widget, lambda pixel: pixel == color)


def drawn_between(widget: QWidget) -> tuple[int, int]:
    """The first and the last column of a picture of `widget` that differ from its upper left corner, in any colour."""
    ground = widget.grab().toImage().pixelColor(0, 0)
    return _columns(widget, lambda pixel: pixel != ground)


def _columns(widget: QWidget, wanted: Callable[[QColor], bool]) -> tuple[int, int]:
    picture = widget.grab().toImage()
    columns = [x for x in range(picture.width()) for y in range(picture.height()) if wanted(picture.pixelColor(x, y))]
    return min(columns), max(columns)
