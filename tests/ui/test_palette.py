"""Every ink can be read on every ground it is used on, light and dark (WCAG 2.2, 1.4.3: 4.5 to 1)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.palette import DARK, LIGHT, Palette, Tone

GROUNDS = ("paper", "side", "card", "soft", "line")
TINTS = ("evergreen_ground", "amber_ground", "red_ground", "plum_ground", "blue_ground")
INKS = ("evergreen", "amber", "red", "plum", "blue")

PAIRS = [
    *(("text", ground) for ground in (*GROUNDS, *TINTS)),
    *(("muted", ground) for ground in ("paper", "side", "card", "soft", *TINTS)),
    *((ink, f"{ink}_ground") for ink in INKS),
    *((ink, ground) for ink in INKS for ground in ("card", "paper", "soft")),
    ("red", "side"),
    ("evergreen", "side"),
    ("card", "text"),
    ("on_primary", "evergreen"),
    ("on_primary", "primary_hover"),
    ("on_primary_muted", "evergreen"),
    ("on_primary_muted", "primary_hover"),
]


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    weighed = ((0.2126, color.redF()), (0.7152, color.greenF()), (0.0722, color.blueF()))
    return sum(weight * linear(value) for weight, value in weighed)


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def contrast(first: QColor, second: QColor) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_ink_is_readable_on_its_ground(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_is_readable_in_itself(palette: Palette, tone: Tone) -> None:
    assert contrast(palette.ink(tone), palette.ground(tone)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card", "side"])
def test_the_focus_ring_stands_out(palette: Palette, ground: str) -> None:
    assert contrast(palette.evergreen, getattr(palette, ground)) >= 3
