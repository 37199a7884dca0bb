"""Puts Relapp's look on the application, light or dark, and follows the system when asked to.

Widgets never hold the theme: they ask `ui.palette.current()` while painting, and Qt repaints them when it changes.
"""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.assets import asset
from ui.fonts import body_font, forget, px
from ui.palette import DARK, LIGHT, Palette

Role = QPalette.ColorRole
_PLACEHOLDER = re.compile(r"\$(\w+)")


class Mode(StrEnum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Mode.SYSTEM: Qt.ColorScheme.Unknown,
    Mode.LIGHT: Qt.ColorScheme.Light,
    Mode.DARK: Qt.ColorScheme.Dark,
}


def application(arguments: list[str]) -> QApplication:
    """The application, in Qt's Fusion style, which the style sheet builds on and which is the same on every system.

    Asking for it on the command line is what `setStyle` does, without the 20 ms that touching QStyle costs.
    """
    return QApplication([*arguments[:1], "-style", "fusion", *arguments[1:]])


class Theme(QObject):
    """The look of one application. Make it once, after the `application` and before the first window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._sheet = asset("styles", "app.qss").read_text("utf-8")
        self.asked = Mode.SYSTEM
        self.palette = LIGHT
        app.setFont(body_font(app.font()))
        forget()
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def mode(self) -> str:
        """What is shown: "light" or "dark"."""
        return self.palette.name

    def apply(self, mode: Mode) -> None:
        """Show this mode from now on, in every open window. The window frame follows where the system lets it."""
        self.asked = mode
        hints = self._app.styleHints()
        hints.setColorScheme(_SCHEMES[mode])
        self._show(hints.colorScheme() if mode is Mode.SYSTEM else _SCHEMES[mode])

    def _on_system_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.asked is Mode.SYSTEM:
            self._show(scheme)

    def _show(self, scheme: Qt.ColorScheme) -> None:
        palette = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        sheet = style_sheet(self._sheet, palette)
        self.palette = palette
        if self._app.palette().color(Role.Accent) != palette.evergreen:
            self._app.setPalette(qt_palette(palette))
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)


def style_sheet(template: str, palette: Palette) -> str:
    """The template with its placeholders filled: `$NAME` colours, `$px_12` lengths, `$icons` folder, `$mode`.

    Raises AttributeError for a colour that the palette does not have.
    """

    def value(found: re.Match[str]) -> str:
        key = found[1]
        if key.startswith("px_"):
            return f"{px(int(key[3:]))}px"
        if key == "icons":
            return asset("styles").as_posix()
        return palette.name if key == "mode" else getattr(palette, key).name()

    return _PLACEHOLDER.sub(value, template)


def qt_palette(palette: Palette) -> QPalette:
    """The same colours in Qt's roles, for whatever the style sheet leaves to Fusion."""
    made = QPalette(palette.text, palette.card, palette.line, palette.line, palette.line, palette.text, palette.paper)
    for role, colour in (
        (Role.Window, palette.paper),
        (Role.WindowText, palette.text),
        (Role.Base, palette.card),
        (Role.AlternateBase, palette.soft),
        (Role.Text, palette.text),
        (Role.PlaceholderText, palette.muted),
        (Role.Button, palette.card),
        (Role.ButtonText, palette.text),
        (Role.Highlight, palette.evergreen),
        (Role.HighlightedText, palette.on_primary),
        (Role.Accent, palette.evergreen),
        (Role.Link, palette.evergreen),
        (Role.LinkVisited, palette.plum),
        (Role.ToolTipBase, palette.text),
        (Role.ToolTipText, palette.card),
    ):
        made.setColor(role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, palette.muted)
    return made
