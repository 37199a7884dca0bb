"""A week grid under real clicks and keys: painting, moving, resizing, minutes, midnight, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.domain.boundaries.hours import OFFICE, Week, Window
from tests.ui.looks import colours_of
from ui.palette import current
from ui.theme import Theme
from ui.widgets.week_edits import Place
from ui.widgets.week_grid import Backdrop, Extra, WeekGrid

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
NO = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MON, TUE, SAT, SUN = 0, 1, 5, 6


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> Iterator[WeekGrid]:
    made = WeekGrid(clock)
    qtbot.addWidget(made)
    made.show_week(OFFICE)
    made.show_backdrop(Backdrop(NAMES, NAMES))
    made.resize(700, made.sizeHint().height())
    made.show()
    made.setFocus()
    yield made


@pytest.fixture
def told(grid: WeekGrid) -> list[Week]:
    weeks: list[Week] = []
    grid.edited.connect(weeks.append)
    return weeks


def place(grid: WeekGrid, day: int, hour: float) -> QPoint:
    frame = grid.frame()
    return QPoint(frame.column(day).center().x(), round(frame.y(hour * 60)))


def drag(grid: WeekGrid, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NO) -> None:
    QTest.mousePress(grid, LEFT, held, start)
    move(grid, (start + end) / 2, held)
    move(grid, end, held)
    QTest.mouseRelease(grid, LEFT, held, end)


def move(grid: WeekGrid, to: QPoint, held: Qt.KeyboardModifier) -> None:
    """QTest.mouseMove can hold no key."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    there = QPointF(to)
    event = QMouseEvent(QEvent.Type.MouseMove, there, grid.mapToGlobal(there), Qt.MouseButton.NoButton, LEFT, held)
    QApplication.sendEvent(grid, event)


def keys(grid: WeekGrid, *pressed: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    for key, held in pressed:
        QTest.keyClick(grid, key, held)


def test_a_drag_over_quiet_time_paints_a_window_on_quarter_hours(grid: WeekGrid, told: list[Week]) -> None:
    drag(grid, place(grid, SAT, 10.05), place(grid, SAT, 11.55))
    assert told == [(*OFFICE[:5], (Window(600, 690),), ())]


def test_with_alt_the_mouse_goes_by_minutes(grid: WeekGrid, told: list[Week]) -> None:
    begin, end = place(grid, SAT, 10.05), place(grid, SAT, 11.55)
    drag(grid, begin, end, ALT)
    frame = grid.frame()
    assert told[0][SAT] == (Window(round(frame.minute_at(begin.y())), round(frame.minute_at(end.y()))),)
    assert told[0][SAT][0].start % 15


def test_a_click_alone_changes_nothing(grid: WeekGrid, told: list[Week]) -> None:
    QTest.mouseClick(grid, LEFT, NO, place(grid, SAT, 10))
    QTest.mouseClick(grid, LEFT, NO, place(grid, MON, 10))
    assert told == [] and grid.place == Place(MON, 0)


def test_a_window_is_moved_to_another_day(grid: WeekGrid, told: list[Week]) -> None:
    drag(grid, place(grid, MON, 12), place(grid, SAT, 13))
    assert told[0][MON] == () and told[0][SAT] == (Window(600, 1080),)


def test_its_edges_resize_it(grid: WeekGrid, told: list[Week]) -> None:
    drag(grid, place(grid, MON, 17) - QPoint(0, 2), place(grid, MON, 18.5))
    drag(grid, place(grid, MON, 9) + QPoint(0, 2), place(grid, MON, 8))
    assert [week[MON] for week in told] == [(Window(540, 1110),), (Window(480, 1110),)]


def test_windows_that_meet_become_one(grid: WeekGrid, told: list[Week]) -> None:
    drag(grid, place(grid, TUE, 19), place(grid, TUE, 16))
    assert [week[TUE] for week in told] == [(Window(540, 1140),)]


def test_escape_during_a_drag_leaves_all_as_it_was(grid: WeekGrid, told: list[Week]) -> None:
    QTest.mousePress(grid, LEFT, NO, place(grid, SAT, 10))
    move(grid, place(grid, SAT, 12), NO)
    assert grid.week[SAT] and grid.dragging()
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, LEFT, NO, place(grid, SAT, 12))
    assert told == [] and grid.week == OFFICE


def test_arrows_walk_and_stop_at_the_ends(grid: WeekGrid) -> None:
    keys(grid, *[(Qt.Key.Key_Right, NO)] * 9)
    assert grid.place == Place(SUN, -1)
    assert grid.accessibleDescription().startswith("Sun, no hours.")
    keys(grid, *[(Qt.Key.Key_Left, NO)] * 2)
    assert grid.accessibleDescription().startswith("Fri, 09:00 to 17:00, 1 of 1.")


def test_enter_adds_where_there_is_room(grid: WeekGrid, told: list[Week]) -> None:
    keys(grid, (Qt.Key.Key_End, NO), (Qt.Key.Key_Return, NO), (Qt.Key.Key_Return, NO))
    grid.settle()
    assert told[-1][SUN] == (Window(540, 1020), Window(1080, 1140))


def test_shift_resizes_ctrl_moves_and_delete_takes_away(grid: WeekGrid, told: list[Week]) -> None:
    keys(grid, (Qt.Key.Key_Home, NO), (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Left, SHIFT))
    grid.settle()
    assert told[-1][MON] == (Window(525, 1035),)
    keys(grid, (Qt.Key.Key_Down, CTRL), (Qt.Key.Key_Up, CTRL | ALT))
    grid.settle()
    assert told[-1][MON] == (Window(539, 1049),)
    keys(grid, (Qt.Key.Key_Delete, NO))
    grid.settle()
    assert told[-1][MON] == () and len(told) == 3


def test_ctrl_moves_a_window_to_the_next_day_where_it_joins_what_it_meets(grid: WeekGrid, told: list[Week]) -> None:
    keys(grid, (Qt.Key.Key_Home, NO), (Qt.Key.Key_Up, CTRL), (Qt.Key.Key_Right, CTRL))
    grid.settle()
    assert told[-1][:2] == ((), (Window(525, 1020),))


def test_steps_that_follow_each_other_are_told_once(qtbot: QtBot, grid: WeekGrid, told: list[Week]) -> None:
    keys(grid, (Qt.Key.Key_Home, NO), *[(Qt.Key.Key_Down, SHIFT)] * 4)
    qtbot.waitUntil(lambda: bool(told))
    assert [week[MON] for week in told] == [(Window(540, 1080),)]


def test_a_window_goes_past_midnight_and_shows_on_the_next_day(grid: WeekGrid, told: list[Week]) -> None:
    week: Week = ((Window(22 * 60, 24 * 60),), (), (), (), (), (), ())
    grid.show_week(week)
    assert grid.whole_day is False  # down to midnight, from six
    keys(grid, (Qt.Key.Key_Home, NO), *[(Qt.Key.Key_Down, SHIFT)] * 8)
    grid.settle()
    assert told[-1][MON] == (Window(22 * 60, 2 * 60),) and grid.whole_day
    found = grid.part_at(grid.frame().block(TUE, 0, 60).center().toPointF())
    assert found is not None and found[0].place == Place(MON, 0)


def test_the_part_past_midnight_is_dragged_by_its_end(grid: WeekGrid, told: list[Week]) -> None:
    grid.show_week(((Window(22 * 60, 2 * 60),), (), (), (), (), (), ()))
    grid.resize(700, grid.sizeHint().height())
    drag(grid, place(grid, TUE, 2) - QPoint(0, 2), place(grid, TUE, 4))
    assert told[-1] == ((Window(22 * 60, 4 * 60),), (), (), (), (), (), ())


def test_a_day_is_copied_to_another_with_the_keys(grid: WeekGrid, told: list[Week]) -> None:
    keys(grid, (Qt.Key.Key_Home, NO), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_End, NO), (Qt.Key.Key_V, CTRL))
    grid.settle()
    assert told[-1][SUN] == OFFICE[MON]


def test_right_to_left_the_days_and_the_arrows_are_mirrored(grid: WeekGrid) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert grid.frame().column(MON).left() > grid.frame().column(SUN).left()
    keys(grid, (Qt.Key.Key_Home, NO), (Qt.Key.Key_Left, NO))
    assert grid.place.day == TUE
    QTest.mouseClick(grid, LEFT, NO, place(grid, SAT, 10))
    assert grid.place.day == SAT


def test_a_closed_day_says_why_and_hides_its_windows(grid: WeekGrid) -> None:
    one: Week = ((Window(540, 1020),), (), (), (), (), (), ())
    grid.show_week(one)
    grid.clearFocus()
    assert current().evergreen_ground.name().upper() in colours_of(grid)
    grid.show_backdrop(Backdrop(NAMES, NAMES, closed={MON: "Holiday"}))
    assert current().evergreen_ground.name().upper() not in colours_of(grid)
    assert "Mon closed: Holiday" in grid.accessibleDescription()


def test_the_present_and_extra_openings_are_drawn(grid: WeekGrid) -> None:
    assert current().red.name().upper() not in colours_of(grid)
    grid.show_backdrop(Backdrop(NAMES, NAMES, now=(MON, 700), extras=[Extra(SAT, Window(0, 60), "e-mail")]))
    assert current().red.name().upper() in colours_of(grid)
    assert grid.frame().top == 0


def test_the_keys_of_an_undo_come_after_the_edit_is_told(grid: WeekGrid, told: list[Week]) -> None:
    keys(grid, (Qt.Key.Key_Home, NO), (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Z, CTRL))
    assert len(told) == 1
