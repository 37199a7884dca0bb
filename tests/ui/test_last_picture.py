"""What is seen first of a window that comes forward: how it looked last, for a frame, and only if it still would."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.bench.windows import Paints
from ui.last_picture import LastPicture

YESTERDAY, TODAY = QColor("#aa0000"), QColor("#0000aa")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Full of one colour."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setPalette(QPalette(YESTERDAY))
    made.resize(80, 60)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def picture(qtbot: QtBot, window: QWidget) -> LastPicture:
    """Of the window, which is hidden since yesterday."""
    made = LastPicture(window)
    paints = Paints(window)
    window.hide()
    qtbot.waitUntil(lambda: paints.count == 1)  # taken
    window.setPalette(QPalette(TODAY))
    return made


def middle(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(40, 30)


def test_the_first_frame_is_the_last_picture_and_the_next_is_alive(
    qtbot: QtBot, window: QWidget, picture: LastPicture
) -> None:
    picture.lay_over()
    (laid,) = window.findChildren(QWidget)
    assert middle(laid) == YESTERDAY
    frames, paints = [], Paints(window)
    laid.destroyed.connect(lambda: frames.append(paints.count))
    window.show()
    qtbot.waitUntil(lambda: paints.count > 0)
    assert frames == [0]
    assert window.findChildren(QWidget) == []
    assert middle(window) == TODAY


@pytest.mark.parametrize(
    "change", [lambda one: one.resize(90, 60), lambda one: one.setStyleSheet("font-size: 31px"), lambda one: one.show()]
)
def test_there_is_no_picture_of_what_looks_otherwise_by_now(
    window: QWidget, picture: LastPicture, change: Callable[[QWidget], object]
) -> None:
    change(window)
    picture.lay_over()
    assert window.findChildren(QWidget) == []
