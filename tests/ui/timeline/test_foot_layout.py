"""Chips flow, the buttons stay at the far end, and nothing overlaps."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.timeline.foot_layout import FootLayout
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip


def foot(qtbot: QtBot, words: list[str], width: int) -> tuple[QWidget, list[Chip], Button]:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FootLayout(parent)
    chips = [Chip(word) for word in words]
    end = Button("Save", keys="Ctrl ↵", small=True)
    for part in (*chips, end):
        layout.addWidget(part)
    parent.resize(width, layout.heightForWidth(width))
    layout.activate()
    return parent, chips, end


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(words=st.lists(st.text("abc ", min_size=1, max_size=60), max_size=12), width=st.integers(130, 600))
def test_all_lie_inside_and_the_end_is_last(qtbot: QtBot, words: list[str], width: int) -> None:
    parent, chips, end = foot(qtbot, words, width)
    for number, part in enumerate((*chips, end)):
        assert parent.rect().contains(part.geometry())
        assert not any(part.geometry().intersects(other.geometry()) for other in chips[:number])
    assert end.geometry().right() == parent.rect().right()
    assert end.geometry().bottom() == parent.rect().bottom()


def test_beside_chips_it_stands_on_their_middle_line(qtbot: QtBot) -> None:
    _, chips, end = foot(qtbot, ["now"], 300)
    assert chips[0].height() < end.height()
    assert abs(chips[0].geometry().center().y() - end.geometry().center().y()) <= 1


def test_without_room_it_stands_below(qtbot: QtBot) -> None:
    _, chips, end = foot(qtbot, ["a chip of some length"], 180)
    assert end.y() >= chips[0].geometry().bottom()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_ends_where_lines_end(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    parent, chips, end = foot(qtbot, ["now"], 300)
    parent.setLayoutDirection(direction)
    layout = parent.layout()
    assert layout is not None
    layout.invalidate()
    layout.activate()
    first, _ = sorted((chips[0], end), key=lambda part: part.x())
    assert (first is end) is (direction is Qt.LayoutDirection.RightToLeft)
