"""Icons come from the font, take the theme's colour, and fill their square at any density."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from ui import icons
from ui.assets import asset
from ui.glyphs import GLYPHS
from ui.palette import DARK, LIGHT, Palette, Tone
from ui.theme import qt_palette


def drawn(name: str, side: int = 64, color: str = "#FF0000") -> QImage:
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    icons.paint(painter, name, QRect(0, 0, side, side), QColor(color))
    painter.end()
    return picture


def inked(picture: QImage) -> list[tuple[int, int]]:
    return [
        (x, y) for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y).alpha() > 99
    ]


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_every_icon_has_a_shape_of_its_own(qapp: QApplication, name: str) -> None:
    ink = inked(drawn(name))
    assert len(ink) > 20
    assert sum(x for x, _ in ink) / len(ink) == pytest.approx(31.5, abs=10)
    assert sum(y for _, y in ink) / len(ink) == pytest.approx(31.5, abs=10)


def test_no_two_icons_look_alike(qapp: QApplication) -> None:
    pictures = {bytes(drawn(name).constBits()) for name in GLYPHS}
    assert len(pictures) == len(GLYPHS)


def test_an_unknown_icon_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon("unicorn")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_made_once_follows_the_theme(qapp: QApplication, palette: Palette) -> None:
    icon = icons.icon("bell", Tone.RED)
    qapp.setPalette(qt_palette(palette))
    try:
        picture = icon.pixmap(QSize(64, 64)).toImage()
        solid = {picture.pixelColor(*at).name() for at in inked(picture) if picture.pixelColor(*at).alpha() == 255}
        assert solid == {palette.red.name()}
    finally:
        qapp.setPalette(QPalette())


def test_an_icon_is_sharp_on_dense_screens(qapp: QApplication) -> None:
    picture = icons.icon("users").pixmap(QSize(16, 16), 2.0)
    assert picture.devicePixelRatio() == 2.0
    assert picture.size() == QSize(32, 32)


def test_the_app_icon_comes_in_all_sizes(qapp: QApplication) -> None:
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert sizes == set(icons.APP_ICON_SIZES)
    assert asset("icons", "phosphor-LICENSE.txt").is_file()
