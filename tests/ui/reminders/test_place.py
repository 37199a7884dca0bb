"""The reminder window never lies under the pointer, whatever the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from ui.reminders.place import GAP, covers, place

ROOM = QRect(0, 24, 1280, 776)
SIZE = QSize(456, 300)


def test_it_stands_at_the_lower_right_with_a_gap() -> None:
    assert place(SIZE, ROOM, QPoint(100, 100)) == QPoint(1280 - 456 - GAP, 800 - 300 - GAP)


@pytest.mark.parametrize(
    ("pointer", "corner"),
    [((1200, 700), (1280 - 456 - GAP, 24 + GAP)), ((20, 780), (1280 - 456 - GAP, 800 - 300 - GAP))],
)
def test_it_makes_way_for_the_pointer(pointer: tuple[int, int], corner: tuple[int, int]) -> None:
    assert place(SIZE, ROOM, QPoint(*pointer)) == QPoint(*corner)


def test_where_the_right_side_is_taken_whole_it_goes_to_the_left() -> None:
    tall = QSize(456, 500)
    assert place(tall, ROOM, QPoint(1100, 410)) == QPoint(GAP, 800 - 500 - GAP)


def test_on_another_screen_it_stays_on_that_screen() -> None:
    second = QRect(-1920, 0, 1920, 1080)
    assert second.contains(QRect(place(SIZE, second, QPoint(-10, 1070)), SIZE))


@given(
    width=st.integers(200, 460),
    height=st.integers(60, 540),
    pointer=st.tuples(st.integers(0, 1279), st.integers(24, 799)),
)
def test_on_a_usual_screen_it_is_whole_and_never_covers_the_pointer(
    width: int, height: int, pointer: tuple[int, int]
) -> None:
    size, at = QSize(width, height), QPoint(*pointer)
    found = QRect(place(size, ROOM, at), size)
    assert ROOM.contains(found)
    assert not covers(found, at)


def test_on_a_tiny_screen_it_is_as_far_as_it_gets() -> None:
    tiny = QRect(0, 0, 500, 320)
    assert tiny.intersects(QRect(place(SIZE, tiny, QPoint(250, 10)), SIZE))
