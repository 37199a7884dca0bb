"""The icons, one line set, drawn from a font of their own in whatever colour the theme has at that moment.

Nothing is read before the first icon is painted, and no image files or SVG are involved.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter

from ui.assets import asset
from ui.glyphs import GLYPHS
from ui.palette import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

APP_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, tone: Tone = Tone.TEXT) -> QIcon:
    """An icon whose colour follows the theme. A checked button or chosen item does not change it; disabled is muted.

    Raises KeyError for a name that `ui.glyphs.GLYPHS` does not hold.
    """
    from ui.icon_engine import glyph_icon  # QIcon and its engine: 4 ms that the first paint need not wait for

    return glyph_icon(GLYPHS[name], tone)


def paint(painter: QPainter, name: str, rect: QRect | QRectF, color: QColor) -> None:
    """Draw an icon as large as the shorter side of `rect`, in its middle."""
    paint_glyph(painter, GLYPHS[name], QRectF(rect), color)


def app_icon() -> QIcon:
    """The evergreen leaf, for window, taskbar and tray; the same in light and dark."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for size in APP_ICON_SIZES:
        made.addFile(str(asset("icons", f"relapp-{size}.png")), QSize(size, size))
    return made


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(asset("icons", "phosphor.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""


@cache
def _font(pixels: int) -> QFont:
    made = QFont(_family())
    made.setPixelSize(max(1, pixels))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return made


def paint_glyph(painter: QPainter, glyph: str, rect: QRectF, color: QColor) -> None:
    """Draw one character of the icon font; for `paint` and the icon engine."""
    painter.save()
    painter.setFont(_font(round(min(rect.width(), rect.height()))))
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, glyph)
    painter.restore()
