"""The look changes live, follows the system when asked, and leaves no placeholder in the style sheet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of
from ui.assets import asset
from ui.fonts import font, forget, px
from ui.palette import DARK, LIGHT, Palette, Tone, current
from ui.theme import Mode, Theme
from ui.widgets.chip import Chip


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A theme on the tests' application, which is given back as it was."""
    before = qapp.font()
    made = Theme(qapp)
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect(made._on_system_scheme_changed)
    qapp.styleHints().unsetColorScheme()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(before)
    forget()


@pytest.fixture(autouse=True)
def alone(qapp: QApplication, theme: Theme) -> None:
    """Looks that sessions of other tests left on the application no longer follow the system."""
    for other in qapp.findChildren(Theme):
        if other is not theme:
            other.apply(Mode.LIGHT)


def system_turns(app: QApplication, scheme: Qt.ColorScheme) -> None:
    app.styleHints().colorSchemeChanged.emit(scheme)


@pytest.mark.parametrize(("mode", "palette"), [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK)])
def test_asked_for_mode_is_shown(theme: Theme, mode: Mode, palette: Palette) -> None:
    theme.apply(mode)
    assert theme.mode == mode.value
    assert theme.palette is palette
    assert current() is palette


def test_the_system_is_followed_while_it_is_asked_for(theme: Theme, qapp: QApplication) -> None:
    theme.apply(Mode.SYSTEM)
    system_turns(qapp, Qt.ColorScheme.Dark)
    assert theme.mode == "dark"
    system_turns(qapp, Qt.ColorScheme.Light)
    assert theme.mode == "light"


def test_a_chosen_mode_holds_against_the_system(theme: Theme, qapp: QApplication) -> None:
    theme.apply(Mode.LIGHT)
    system_turns(qapp, Qt.ColorScheme.Dark)
    assert current() is LIGHT


def test_an_unknown_system_is_light(theme: Theme, qapp: QApplication) -> None:
    theme.apply(Mode.DARK)
    theme.apply(Mode.SYSTEM)
    system_turns(qapp, Qt.ColorScheme.Unknown)
    assert theme.mode == "light"


def test_parts_we_paint_ourselves_change_with_it(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Mode.LIGHT)
    chip = Chip("due", Tone.AMBER)
    qtbot.addWidget(chip)
    assert LIGHT.amber_ground.name().upper() in colours_of(chip)
    theme.apply(Mode.DARK)
    assert DARK.amber_ground.name().upper() in colours_of(chip)
    assert LIGHT.amber_ground.name().upper() not in colours_of(chip)


def test_parts_that_qt_paints_change_with_it(theme: Theme, qtbot: QtBot) -> None:
    edit = QLineEdit("Tom")
    qtbot.addWidget(edit)
    theme.apply(Mode.LIGHT)
    assert LIGHT.card.name().upper() in colours_of(edit)
    theme.apply(Mode.DARK)
    assert DARK.card.name().upper() in colours_of(edit)


def test_every_picture_of_the_style_sheet_is_there(theme: Theme, qapp: QApplication) -> None:
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.apply(mode)
        pictures = [part.split('"')[0] for part in qapp.styleSheet().split('url("')[1:]]
        assert pictures
        assert [name for name in pictures if not asset("styles", name).is_file()] == []


def test_larger_system_text_makes_everything_larger(qapp: QApplication) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPixelSize(26)
    qapp.setFont(large)
    theme = Theme(qapp)
    try:
        assert px(20) == 40
        assert font(11).pixelSize() == 22
    finally:
        qapp.styleHints().colorSchemeChanged.disconnect(theme._on_system_scheme_changed)
        qapp.setFont(before)
        forget()


def test_smaller_system_text_stays_readable(theme: Theme) -> None:
    assert font().pixelSize() >= 13
    assert px(20) >= 20
