"""The colours of Relapp, light and dark, and the eight pairs of ink and ground that every part is painted with.

Pure values: nothing here changes the application. `current` answers which of the two palettes is in force.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Tone(StrEnum):
    """What a colour says. Colour never stands alone: a word or an icon says the same."""

    GREEN = "green"
    """Open, kept, in time."""
    AMBER = "amber"
    """Due."""
    RED = "red"
    """Late."""
    PLUM = "plum"
    """Quiet time."""
    BLUE = "blue"
    """New, or an idea."""
    GREY = "grey"
    """Neither good nor bad."""
    TEXT = "text"
    """Plain text on a card."""
    PRIMARY = "primary"
    """The one button that matters."""


AVATAR_TONES = (Tone.BLUE, Tone.GREEN, Tone.RED, Tone.AMBER, Tone.PLUM)


class Palette(NamedTuple):
    """One set of colours. Each ink meets WCAG AA (4.5:1) on each ground it is used on; the tests hold the list."""

    name: str
    paper: QColor
    side: QColor
    card: QColor
    line: QColor
    text: QColor
    muted: QColor
    evergreen: QColor
    evergreen_ground: QColor
    amber: QColor
    amber_ground: QColor
    red: QColor
    red_ground: QColor
    plum: QColor
    plum_ground: QColor
    blue: QColor
    blue_ground: QColor
    soft: QColor
    """Ground of grey chips and of rows under the pointer."""
    on_primary: QColor
    on_primary_muted: QColor
    primary_hover: QColor

    def ink(self, tone: Tone) -> QColor:
        """The colour for words and icons of this tone."""
        return self._pair(tone)[0]

    def ground(self, tone: Tone) -> QColor:
        """The colour behind words of this tone."""
        return self._pair(tone)[1]

    def _pair(self, tone: Tone) -> tuple[QColor, QColor]:
        match tone:
            case Tone.GREEN:
                return self.evergreen, self.evergreen_ground
            case Tone.AMBER:
                return self.amber, self.amber_ground
            case Tone.RED:
                return self.red, self.red_ground
            case Tone.PLUM:
                return self.plum, self.plum_ground
            case Tone.BLUE:
                return self.blue, self.blue_ground
            case Tone.GREY:
                return self.muted, self.soft
            case Tone.PRIMARY:
                return self.on_primary, self.evergreen
            case _:
                return self.text, self.card


def _palette(name: str, **colours: str) -> Palette:
    return Palette(name=name, **{field: QColor(value) for field, value in colours.items()})


LIGHT = _palette(
    "light",
    paper="#F6F5F1",
    side="#EDEBE4",
    card="#FFFFFF",
    line="#E2DFD6",
    text="#1F2421",
    muted="#646962",
    evergreen="#1F6F54",
    evergreen_ground="#E2EFE9",
    amber="#8F5C0F",
    amber_ground="#FAEFD9",
    red="#A83A25",
    red_ground="#F8E4DF",
    plum="#594A86",
    plum_ground="#ECE8F5",
    blue="#2C5C86",
    blue_ground="#E3ECF5",
    soft="#F1EFE9",
    on_primary="#FFFFFF",
    on_primary_muted="#CFE3DB",
    primary_hover="#195C46",
)

DARK = _palette(
    "dark",
    paper="#191C1A",
    side="#141715",
    card="#222624",
    line="#333835",
    text="#E8EAE5",
    muted="#9BA29B",
    evergreen="#62C79E",
    evergreen_ground="#1E3A2F",
    amber="#E3B463",
    amber_ground="#3A2F1B",
    red="#EE8F7C",
    red_ground="#40231D",
    plum="#B3A4E6",
    plum_ground="#2C2742",
    blue="#86B8E2",
    blue_ground="#1E2F3F",
    soft="#2A2F2C",
    on_primary="#141715",
    on_primary_muted="#1E3A2F",
    primary_hover="#7AD3AF",
)


def current() -> Palette:
    """The palette in force, told from the application's own QPalette: there is no second place to keep in step."""
    accent = QGuiApplication.palette().color(QPalette.ColorRole.Accent)
    return DARK if accent == DARK.evergreen else LIGHT
