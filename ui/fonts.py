"""The system's font in the sizes of the design. Sizes are pixels of the drawings, where body text is 13."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

BODY = 13
SECONDARY = 12
SMALL = 11
TITLE = 22

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
STRONG = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


def body_font(system: QFont) -> QFont:
    """The application's font: the system's family, at 13 pixels, or at the system's own size where that is larger."""
    made = QFont(system)
    made.setPixelSize(max(BODY, QFontInfo(system).pixelSize()))
    return made


@cache
def px(size: int) -> int:
    """A length of the drawings on this screen: larger where the user asked the system for larger text."""
    body = QGuiApplication.font().pixelSize()
    return size if body <= BODY else round(size * body / BODY)


def font(size: int = BODY, weight: QFont.Weight = REGULAR) -> QFont:
    """The application's font in a size of the drawings, for the caller to change."""
    return QFont(_font(size, weight))


@cache
def _font(size: int, weight: QFont.Weight) -> QFont:
    made = QGuiApplication.font()
    made.setPixelSize(px(size))
    made.setWeight(weight)
    return made


def forget() -> None:
    """The application has another font: lengths and fonts are worked out again."""
    px.cache_clear()
    _font.cache_clear()
