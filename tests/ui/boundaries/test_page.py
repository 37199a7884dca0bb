"""The Boundaries page under real clicks: each edit is stored, can be undone, and is shown everywhere at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, QPoint, Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import OFFICE, Window
from relapp.domain.people import Channel
from relapp.domain.settings import DAILY_CAP, DIGEST, FIRST_WEEKDAY, URGENT_WORDS
from relapp.domain.tiers import Tier
from tests.ui.doubles import ShellDouble, StandingClock
from ui.boundaries.leave_dialog import LeaveDialog
from ui.boundaries.opening_dialog import OpeningDialog
from ui.boundaries.page import BoundariesPage
from ui.bus import Bus
from ui.timeline.popover import LinePopover
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.week_edits import Place

LEFT = Qt.MouseButton.LeftButton
SAT = 5


@pytest.fixture
def page(qtbot: QtBot, shell: ShellDouble) -> Iterator[BoundariesPage]:
    made = BoundariesPage(shell)
    qtbot.addWidget(made)
    made.resize(1140, 860)
    made.show()
    yield made


def click(widget: object, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, pos=at if at is not None else QPoint(5, 5))  # type: ignore[call-overload]


def paint(page: BoundariesPage, day: int, start: float, end: float) -> None:
    grid, frame = page.week.grid, page.week.grid.frame()
    column = frame.column(day).center().x()
    points = [QPoint(column, round(frame.y(hour * 60))) for hour in (start, (start + end) / 2, end)]
    QTest.mousePress(grid, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(grid, point)
    QTest.mouseRelease(grid, LEFT, pos=points[2])


def test_what_is_painted_is_stored_and_undone(page: BoundariesPage, core: Core) -> None:
    paint(page, SAT, 10, 11.5)
    assert core.hours.mine().week[SAT] == (Window(600, 690),)
    core.history.undo(None)
    assert page.week.grid.week == OFFICE


def test_the_week_has_its_dates_and_can_be_left(page: BoundariesPage, core: Core) -> None:
    grid = page.week.grid
    assert [head.split()[-1] for head in grid.backdrop.heads] == ["9", "10", "11", "12", "13", "14", "15"]
    assert grid.backdrop.now == (3, 612)
    click(page.week.on)
    assert grid.backdrop.heads[0].endswith("16") and grid.backdrop.now is None and page.week.now.isVisible()
    click(page.week.now)
    assert grid.backdrop.heads[0].endswith("9")
    core.settings.set(FIRST_WEEKDAY, 7)
    assert grid.backdrop.order[0] == 6 and grid.backdrop.heads[6].endswith("8")


def test_the_present_moves_with_the_minute(page: BoundariesPage, bus: Bus, clock: StandingClock) -> None:
    clock.advance(minutes=30)
    bus.minute_passed.emit()
    assert page.week.grid.backdrop.now == (3, 642)


def test_closed_days_and_extra_openings_are_drawn(page: BoundariesPage, core: Core) -> None:
    core.hours.close(date(2026, 3, 10), date(2026, 3, 11), "Trade fair")
    core.hours.open_extra(date(2026, 3, 14), Window(600, 630), Channel.EMAIL)
    backdrop = page.week.grid.backdrop
    assert backdrop.closed == {1: "Trade fair", 2: "Trade fair"}
    assert [(one.day, one.window, one.text, one.partly) for one in backdrop.extras] == [
        (SAT, Window(600, 630), "e-mail", True)
    ]


def test_hours_are_typed_as_text(page: BoundariesPage, core: Core) -> None:
    click(page.week.as_text)
    line = page.week.line
    assert line.edit.text() == "mon-fri 09:00-17:00"
    line.edit.selectAll()
    QTest.keyClicks(line.edit, "mon-thu 9-12:30, 13:30-17:30; someday 9")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert "someday 9" in line.field.error() and core.hours.mine().week == OFFICE
    line.edit.selectAll()
    QTest.keyClicks(line.edit, "mon-thu 9-12:30, 13:30-17:30; fri 9-14")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert week_text.write(core.hours.mine().week) == "mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00"
    assert line.isHidden() and "35 h a week" in page.week._trailing.text()


def test_what_is_typed_outlives_another_change(page: BoundariesPage, core: Core) -> None:
    click(page.week.as_text)
    page.week.line.edit.setText("mon 9-")
    core.settings.set(DIGEST, False)
    assert page.week.line.edit.text() == "mon 9-"


def test_a_day_is_copied_to_others(page: BoundariesPage, core: Core) -> None:
    page.week.grid.walk(Place(0, 0))
    click(page.week.copy)
    menu = page.week.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Copy Monday to every day").trigger()
    assert core.hours.mine().week == (OFFICE[0],) * 7


def test_the_zone_is_chosen_by_its_town(qtbot: QtBot, page: BoundariesPage, core: Core) -> None:
    click(page.week.zone)
    box = page.week.zone.findChild(LinePopover)
    assert box is not None
    box.line.setText("nowhere")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.sorry.isVisible()
    box.line.setText("oslo")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert core.hours.mine().zone == "Europe/Oslo" and page.week._trailing.text().startswith("Europe/Oslo")


def test_the_sentence_is_copied_with_one_click(page: BoundariesPage, core: Core, shell: ShellDouble) -> None:
    click(page.tell.copy)
    assert QGuiApplication.clipboard().text() == core.hours.sentence()
    assert core.hours.sentence() in page.tell.sentence.text() and shell.said


def test_digest_and_cap_are_the_two_things_to_set_in_quiet_time(page: BoundariesPage, core: Core) -> None:
    click(page.quiet.digest)
    assert core.settings.get(DIGEST) is False and page.quiet.digest.text() == "off"
    click(page.quiet.cap)
    box = page.quiet.cap.findChild(LinePopover)
    assert box is not None
    box.line.setText("0")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.sorry.isVisible()
    box.line.setText("5")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert core.settings.get(DAILY_CAP) == 5 and page.quiet.cap.text() == "at most 5"


def test_what_is_urgent_is_edited_in_place(page: BoundariesPage, core: Core) -> None:
    urgent = page.urgent
    click(urgent.tiers[Tier.B])
    click(urgent.ways[Channel.MESSAGE])
    rule = core.hours.urgent()
    assert rule.tiers == {Tier.A, Tier.B} and rule.channels == {Channel.CALL, Channel.MESSAGE}
    click(urgent.between)
    box = urgent.between.findChild(LinePopover)
    assert box is not None
    box.line.setText("7-21")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert core.hours.urgent().window == Window(7 * 60, 21 * 60)
    QTest.keyClicks(urgent.words, "Production is down")
    QTest.keyClick(urgent.words, Qt.Key.Key_Return)
    assert core.settings.get(URGENT_WORDS) == "Production is down"
    core.history.undo(None)
    assert core.settings.get(URGENT_WORDS) == ""


def test_long_words_on_what_is_urgent_wrap_and_are_never_cut(page: BoundariesPage, core: Core) -> None:
    words = page.urgent.words
    low = words.height()
    click(words.viewport())
    QTest.keyClicks(words, "Production is down, a legal deadline, the press is at the door")
    page.urgent.add.setFocus()
    assert core.settings.get(URGENT_WORDS).endswith("at the door")
    assert words.height() >= 2 * low - 4
    last = words.document().lastBlock()
    assert words.blockBoundingGeometry(last).translated(words.contentOffset()).bottom() <= words.viewport().height() + 1


def dialog(kind: type[LeaveDialog] | type[OpeningDialog]) -> LeaveDialog | OpeningDialog:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def test_looking_at_mail_once_is_an_opening_for_e_mail(page: BoundariesPage, core: Core) -> None:
    click(page.urgent.add)
    made = dialog(OpeningDialog)
    click(made.save_button)
    assert [(one.day, one.window, one.channel) for one in core.hours.openings()] == [
        (date(2026, 3, 14), Window(600, 630), Channel.EMAIL)
    ]
    chip = page.urgent.look.itemAt(0).widget().findChild(Chip)  # type: ignore[union-attr]
    assert isinstance(chip, Chip) and "10:00" in chip.text()
    click(chip)
    again = dialog(OpeningDialog)
    assert isinstance(again, OpeningDialog)
    again.end.setTime(QTime(11, 0))
    click(again.save_button)
    assert core.hours.openings()[0].window == Window(600, 660)


def test_leave_is_added_edited_and_deleted(qtbot: QtBot, page: BoundariesPage, core: Core, shell: ShellDouble) -> None:
    click(page.closed.add_leave)
    made = dialog(LeaveDialog)
    assert isinstance(made, LeaveDialog)
    made.title.setText("Easter leave")
    made.first.setDate(QDate(2026, 4, 3))
    assert made.last.date() == QDate(2026, 4, 3)
    made.last.setDate(QDate(2026, 4, 10))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    QTest.keyClick(made.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (leave,) = core.hours.closures()
    assert shell.said[-1] == ("Saved: Easter leave", True)
    assert (leave.first, leave.last, leave.title) == (date(2026, 4, 3), date(2026, 4, 10), "Easter leave")
    button = page.closed.leave.itemAt(0).widget().findChild(Button)  # type: ignore[union-attr]
    assert isinstance(button, Button) and button.text().startswith("3 – 10")
    click(button)
    again = dialog(LeaveDialog)
    again.last.setDate(QDate(2026, 4, 1))  # type: ignore[union-attr]
    click(again.save_button)
    assert again.isVisible() and again.errors.isVisible()  # the last day before the first
    click(again.delete_button)
    assert core.hours.closures() == [] and shell.said[-1][1]
    core.history.undo(None)
    assert len(core.hours.closures()) == 1


def test_holidays_of_a_region_each_with_its_switch(qtbot: QtBot, page: BoundariesPage, core: Core) -> None:
    field = page.closed.holidays_field
    qtbot.waitUntil(lambda: field.country.count() > 100)
    field.country.setCurrentIndex(field.country.findData("DE"))
    field.country.activated.emit(field.country.currentIndex())
    field.region.setCurrentIndex(field.region.findData("BE"))
    field.region.activated.emit(field.region.currentIndex())
    assert page.closed._trailing.text() == "holidays: Germany, Berlin"

    def friday() -> list[QCheckBox]:
        ticks = page.closed.findChildren(QCheckBox)
        return [tick for tick in ticks if tick.isVisible() and tick.text().startswith("Good Friday")]

    qtbot.waitUntil(lambda: bool(friday()))
    assert friday()[0].isChecked()
    friday()[0].click()
    off = {one.title for one in core.hours.closures() if one.off}
    assert off == {"Good Friday"}


@pytest.mark.parametrize(
    ("begins", "until"),
    [
        ("Pause for 1 hour", datetime(2026, 3, 12, 10, 12, tzinfo=UTC)),
        ("Pause until the next opening", datetime(2026, 3, 13, 8, 0, tzinfo=UTC)),
    ],
)
def test_pauses_begin_at_the_menu_and_end_at_the_strip(
    page: BoundariesPage, core: Core, begins: str, until: datetime
) -> None:
    menu = page.pause.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(begins)).trigger()
    pause = core.hours.pause()
    assert pause is not None and pause.until == until and page.paused.isVisible()
    click(page.resume)
    assert core.hours.pause() is None and not page.paused.isVisible()


def test_narrow_and_right_to_left_it_still_fits(qtbot: QtBot, page: BoundariesPage) -> None:
    page.resize(620, 640)
    start = QPoint(0, 0)
    qtbot.waitUntil(lambda: page.quiet.mapTo(page, start).x() == page.week.mapTo(page, start).x())
    assert page.week.mapTo(page, QPoint(page.week.width(), 0)).x() < page.width()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert page.week.grid.frame().column(0).left() > page.week.grid.frame().column(6).left()


def test_in_a_language_from_right_to_left_it_is_made_mirrored(
    qtbot: QtBot, qapp: QApplication, shell: ShellDouble
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        made = BoundariesPage(shell)
        qtbot.addWidget(made)
        made.show()
        assert made.week.grid.frame().column(0).left() > made.week.grid.frame().column(6).left()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_pointing_at_an_extra_opening_tells_what_it_is(page: BoundariesPage, core: Core) -> None:
    core.hours.open_extra(date(2026, 3, 14), Window(600, 630), Channel.EMAIL)
    grid = page.week.grid
    frame = grid.frame()
    QTest.mouseMove(grid, QPoint(frame.column(SAT).center().x(), round(frame.y(615))))
    assert "10:00 – 10:30 · e-mail" in grid.toolTip()
    assert "extra 10:00 – 10:30 e-mail" in grid.reading()
