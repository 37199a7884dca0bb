"""Chips show; some can be clicked, ticked or removed, by mouse and by keyboard alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.looks import colours_of
from ui.fonts import px
from ui.palette import Tone, current
from ui.widgets.chip import HEIGHT, Chip, chip_width


def shown(qtbot: QtBot, chip: Chip) -> Chip:
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    return chip


@pytest.mark.parametrize("tone", [Tone.GREEN, Tone.AMBER, Tone.RED, Tone.PLUM, Tone.BLUE, Tone.GREY])
def test_a_chip_has_the_ground_of_its_tone(qtbot: QtBot, tone: Tone) -> None:
    chip = shown(qtbot, Chip("2 days late", tone))
    assert current().ground(tone).name().upper() in colours_of(chip)


def test_a_plain_chip_only_shows(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("active"))
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chip.accessibleName() == "active"


def test_a_clickable_chip_is_clicked_by_mouse_and_by_space(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("Call", Tone.GREEN, "phone", clickable=True))
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_a_checkable_chip_is_grey_until_it_is_ticked(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("Call", Tone.GREEN, clickable=True))
    chip.setCheckable(True)
    grey = chip.tone
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert (grey, chip.tone) == (Tone.GREY, Tone.GREEN)


def test_the_cross_asks_for_removal_and_the_words_do_not(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("speaker", removable=True))
    asked: list[str] = []
    chip.remove_asked.connect(lambda: asked.append(chip.text()))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(4, chip.height() // 2))
    assert asked == []
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross().center())
    assert asked == ["speaker"]


def test_delete_asks_for_removal(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("speaker", removable=True))
    with qtbot.waitSignal(chip.remove_asked):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_delete_leaves_a_chip_that_stays(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("speaker", clickable=True))
    with qtbot.assertNotEmitted(chip.remove_asked):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_the_cross_lies_at_the_other_side_from_right_to_left(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("متحدث", removable=True))
    assert chip.cross().left() > chip.width() / 2
    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chip.cross().right() < chip.width() / 2


def test_a_chip_is_as_wide_as_its_words(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("12 of 30 d", Tone.GREEN))
    assert (chip.sizeHint().width(), chip.sizeHint().height()) == (chip_width("12 of 30 d"), px(HEIGHT))
    assert chip_width("12 of 30 d", "sun") > chip_width("12 of 30 d") > chip_width("new")


def test_a_chip_cut_short_tells_all_in_its_tip(qtbot: QtBot) -> None:
    chip = shown(qtbot, Chip("<b>a very long tag</b>"))
    assert chip.toolTip() == ""
    chip.resize(60, 20)
    assert chip.toolTip() == "<span>&lt;b&gt;a very long tag&lt;/b&gt;</span>"
