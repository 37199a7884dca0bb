"""Shapes that several parts and list delegates draw alike. Every function paints and keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import icons
from ui.palette import Tone, current


def box(painter: QPainter, rect: QRect | QRectF, radius: float, fill: QColor, border: QColor | None = None) -> None:
    """A rounded box; the border of one pixel lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect), radius, radius)
    else:
        painter.setPen(QPen(border, 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float, color: QColor | None = None) -> None:
    """The ring that shows where the keyboard is: two pixels, inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color or current().evergreen, 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def disc(painter: QPainter, rect: QRect | QRectF, icon: str, tone: Tone) -> None:
    """A round glyph, as before an entry on the timeline; the icon takes about half of it."""
    palette = current()
    area = QRectF(rect)
    box(painter, area, area.height() / 2, palette.ground(tone))
    side = round(area.height() * 0.53)
    inner = QRectF(0, 0, side, side)
    inner.moveCenter(area.center())
    icons.paint(painter, icon, inner, palette.ink(tone))


def is_mirrored(widget: QWidget) -> bool:
    """Whether the language is written from right to left here."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def flip(rect: QRect, outer: QRect, mirrored: bool) -> QRect:
    """`rect` reckoned from the left of `outer`, or when `mirrored` from its right.

    QStyle.visualRect does the same, but touching QStyle from Python costs 13 ms at start.
    """
    if not mirrored:
        return rect
    return QRect(outer.left() + outer.right() - rect.right(), rect.y(), rect.width(), rect.height())


def from_start(widget: QWidget, rect: QRect) -> QRect:
    """`rect`, reckoned from the left, as it lies in `widget` in its own direction."""
    return flip(rect, widget.rect(), is_mirrored(widget))


def start_side(mirrored: bool) -> Qt.AlignmentFlag:
    """The side where lines begin, said absolutely, since some painters mirror alignments and some do not."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
