"""Labels never take words for markup, and give way with "…"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.looks import drawn_between
from ui.theme import Theme
from ui.widgets.text import ElidedLabel, Label, Look, line, plain_tip


def test_markup_in_a_name_stays_as_it_is_written(qtbot: QtBot) -> None:
    label = Label("<img src=x><b>Tom</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert plain_tip("<b>Tom & Ida</b>") == "<span>&lt;b&gt;Tom &amp; Ida&lt;/b&gt;</span>"
    assert plain_tip("") == ""


def test_a_long_line_is_cut_and_told_in_the_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("Donaudampfschifffahrtsgesellschaft " * 5, Look.TITLE)
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.show()
    assert label.shown_text().endswith("…")
    assert "Donaudampf" in label.toolTip()
    assert label.minimumSizeHint().width() < 120


def test_a_short_line_is_whole_and_needs_no_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("Tom")
    qtbot.addWidget(label)
    label.resize(200, 30)
    label.show()
    assert label.shown_text() == "Tom"
    assert label.toolTip() == ""


def test_lines_in_a_name_become_one(qtbot: QtBot) -> None:
    label = ElidedLabel("Tom\nKeller\t")
    qtbot.addWidget(label)
    assert label.text() == "Tom Keller"


def test_a_line_begins_at_the_right_from_right_to_left(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel("HHHH")
    qtbot.addWidget(label)
    label.resize(300, 30)
    assert drawn_between(label)[1] < 150
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawn_between(label)[0] > 150


def test_rules_are_one_pixel(qtbot: QtBot) -> None:
    across, down = line(), line(vertical=True)
    qtbot.addWidget(across)
    qtbot.addWidget(down)
    assert (across.maximumHeight(), down.maximumWidth()) == (1, 1)
