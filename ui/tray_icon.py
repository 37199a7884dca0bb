"""The picture in the tray: the leaf, how many reminders stand open, and whether I am open, quiet or paused."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from relapp.domain.reminders import Door
from ui import icons
from ui.fonts import BOLD, font
from ui.palette import DARK, LIGHT, Palette
from ui.widgets.drawing import box

SIZES = (16, 22, 24, 32, 44, 48, 64)
_MOST = 9


def tray_icon(door: Door, count: int, *, dark: bool) -> QIcon:
    """`dark`: for a dark panel. The number stands in red at the top, a moon or two bars at the foot; none when open."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(tray_picture(size, door, count, dark=dark))
    return made


def tray_picture(size: int, door: Door, count: int, *, dark: bool) -> QPixmap:
    """The picture in one size, on a clear ground."""
    palette = DARK if dark else LIGHT
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_leaf(painter, size, door, palette)
    if door is not Door.OPEN:
        _paint_state(painter, size, door, palette)
    if count:
        _paint_count(painter, size, count, palette)
    painter.end()
    return picture


def _paint_leaf(painter: QPainter, size: int, door: Door, palette: Palette) -> None:
    """On a tile of its own: a panel's colour is not known for sure."""
    tile = QRectF(0, size * 0.08, size * 0.92, size * 0.92)
    box(painter, tile, size * 0.24, palette.evergreen if door is Door.OPEN else palette.plum)
    inner = tile.adjusted(size * 0.08, size * 0.08, -size * 0.08, -size * 0.08)
    icons.paint(painter, "leaf", inner, palette.on_primary)


def _paint_state(painter: QPainter, size: int, door: Door, palette: Palette) -> None:
    side = size * 0.5
    spot = QRectF(size - side, size - side, side, side)
    box(painter, spot, side / 2, palette.card)
    if door is Door.QUIET:
        icons.paint(painter, "moon", spot.adjusted(side * 0.1, side * 0.1, -side * 0.1, -side * 0.1), palette.plum)
        return
    bar = side * 0.16
    for left in (spot.center().x() - bar * 1.6, spot.center().x() + bar * 0.6):
        box(painter, QRectF(left, spot.top() + side * 0.25, bar, side * 0.5), 0, palette.plum)


def _paint_count(painter: QPainter, size: int, count: int, palette: Palette) -> None:
    words = str(count) if count <= _MOST else f"{_MOST}+"
    height = size * 0.54
    width = height if len(words) == 1 else size * 0.76
    spot = QRectF(size - width, 0, width, height)
    box(painter, spot, height / 2, LIGHT.red)
    face = font(13, BOLD)
    face.setPixelSize(max(7, round(size * 0.44)))
    painter.setFont(face)
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)
