"""An avatar keeps its colour, shows initials or the photo, and has a name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of
from ui.palette import AVATAR_TONES, current
from ui.widgets.avatar import HEADER, ROW, Avatar, avatar_tone


@given(st.integers() | st.text())
def test_a_colour_is_one_of_five_and_stays(ident: int | str) -> None:
    assert avatar_tone(ident) in AVATAR_TONES
    assert avatar_tone(ident) is avatar_tone(ident)


def test_the_colours_are_spread() -> None:
    found = [avatar_tone(number) for number in range(1000)]
    assert min(found.count(tone) for tone in AVATAR_TONES) > 100


def test_initials_stand_on_the_persons_colour(qtbot: QtBot) -> None:
    avatar = Avatar(HEADER)
    qtbot.addWidget(avatar)
    avatar.show_face("Tom Keller", "TK", 7)
    assert current().ground(avatar_tone(7)).name().upper() in colours_of(avatar)
    assert avatar.accessibleName() == "Tom Keller"


def test_a_photo_covers_the_colour(qtbot: QtBot) -> None:
    photo = QPixmap(40, 90)
    photo.fill(QColor("#123456"))
    avatar = Avatar(ROW)
    qtbot.addWidget(avatar)
    avatar.show_face("Tom Keller", "TK", 7, photo)
    colours = colours_of(avatar)
    assert "#123456" in colours
    assert current().ground(avatar_tone(7)).name().upper() not in colours


def test_the_two_sizes_are_those_of_the_drawings(qtbot: QtBot) -> None:
    row, header = Avatar(ROW), Avatar(HEADER)
    qtbot.addWidget(row)
    qtbot.addWidget(header)
    assert header.sizeHint().width() * ROW == row.sizeHint().width() * HEADER
