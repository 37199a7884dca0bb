"""Draws the few pictures that must be files: the app's icon in its sizes, and the marks the style sheet points to.

Run by hand after a change of the icon or the colours:  QT_QPA_PLATFORM=offscreen python packaging/draw_images.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ui import icons  # noqa: E402  # the project is not installed, its folder is put on the path above
from ui.assets import asset  # noqa: E402
from ui.palette import DARK, LIGHT, Palette  # noqa: E402

MARK = 16


def _blank(side: int) -> QPixmap:
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    return made


def draw_app_icon() -> None:
    """`resources/icons/relapp-N.png` from `relapp.svg`."""
    drawing = QSvgRenderer(str(asset("icons", "relapp.svg")))
    for side in icons.APP_ICON_SIZES:
        picture = _blank(side)
        painter = QPainter(picture)
        drawing.render(painter)
        painter.end()
        picture.save(str(asset("icons", f"relapp-{side}.png")))


def marks(palette: Palette) -> dict[str, tuple[str, QColor]]:
    """File name -> icon and colour."""
    return {
        "caret-down": ("caret-down", palette.muted),
        "caret-up": ("caret-up", palette.muted),
        "caret-left": ("caret-left", palette.muted),
        "caret-right": ("caret-right", palette.muted),
        "calendar": ("calendar-blank", palette.muted),
        "check": ("check", palette.on_primary),
        "tick": ("check", palette.text),
        "minus": ("minus", palette.on_primary),
    }


def draw_marks() -> None:
    """`resources/styles/NAME-light.png` and the like, also for screens of twice the density."""
    for palette in (LIGHT, DARK):
        for name, (icon, colour) in marks(palette).items():
            for scale, suffix in ((1, ""), (2, "@2x")):
                picture = _blank(MARK * scale)
                painter = QPainter(picture)
                icons.paint(painter, icon, QRect(0, 0, MARK * scale, MARK * scale), colour)
                painter.end()
                picture.save(str(asset("styles", f"{name}-{palette.name}{suffix}.png")))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    draw_app_icon()
    draw_marks()
