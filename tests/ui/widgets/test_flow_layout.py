"""Parts flow in rows, in the direction of the language, and never outside their parent."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout


def flow(qtbot: QtBot, words: list[str], width: int) -> tuple[QWidget, list[Chip]]:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(parent)
    chips = [Chip(word) for word in words]
    for chip in chips:
        layout.addWidget(chip)
    parent.resize(width, layout.heightForWidth(width))
    layout.activate()
    return parent, chips


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(words=st.lists(st.text("abc ", min_size=1, max_size=60), max_size=12), width=st.integers(80, 600))
def test_every_part_lies_inside_and_none_overlap(qtbot: QtBot, words: list[str], width: int) -> None:
    parent, chips = flow(qtbot, words, width)
    for number, chip in enumerate(chips):
        assert parent.rect().contains(chip.geometry())
        assert not any(chip.geometry().intersects(other.geometry()) for other in chips[:number])


def test_a_new_row_begins_where_room_lacks(qtbot: QtBot) -> None:
    _, chips = flow(qtbot, ["Call", "E-mail", "Meeting"], 100)
    assert chips[0].y() < chips[-1].y()
    assert chips[0].x() == 0


def test_one_row_where_there_is_room(qtbot: QtBot) -> None:
    _, chips = flow(qtbot, ["Call", "E-mail", "Meeting"], 600)
    assert len({chip.y() for chip in chips}) == 1


def test_rows_begin_at_the_right_from_right_to_left(qtbot: QtBot) -> None:
    parent, chips = flow(qtbot, ["Call", "E-mail"], 600)
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = parent.layout()
    assert layout is not None
    layout.setGeometry(parent.rect())
    assert chips[0].geometry().right() == parent.rect().right()
    assert chips[1].x() < chips[0].x()


@pytest.mark.parametrize("index", [-1, 2])
def test_there_is_nothing_past_the_end(qtbot: QtBot, index: int) -> None:
    parent, _ = flow(qtbot, ["Call", "E-mail"], 600)
    layout = parent.layout()
    assert layout is not None
    assert layout.itemAt(index) is None
    assert layout.takeAt(index) is None


def test_clearing_hides_and_deletes_the_parts(qtbot: QtBot) -> None:
    parent, chips = flow(qtbot, ["Call", "E-mail"], 600)
    layout = parent.layout()
    assert isinstance(layout, FlowLayout)
    with qtbot.waitSignal(chips[0].destroyed):
        layout.clear()
    assert layout.count() == 0
