"""The Follow-ups page: what it lists, how it is narrowed, and what is done by keys, buttons and dragging."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.follow_ups import NewFollowUp, Standing, State
from relapp.domain.people import Channel
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble
from ui.day_dialog import DayDialog
from ui.follow_ups.history_dialog import HistoryDialog
from ui.follow_ups.page import FollowUpsPage

LEFT = Qt.MouseButton.LeftButton
Plan = Callable[..., int]


@pytest.fixture
def plan(core: Core) -> Plan:
    """Plans a follow-up."""

    def plan_it(person: int, what: str, due: datetime | date, **more: object) -> int:
        return core.follow_ups.add(NewFollowUp(person, what, due, **more))  # type: ignore[arg-type]

    return plan_it


@pytest.fixture
def some(plan: Plan, tom: int, marta: int) -> dict[str, int]:
    """One overdue, one today, one on a Saturday."""
    return {
        "late": plan(marta, "Send the estimate", datetime(2026, 3, 10, 15, tzinfo=UTC), channel=Channel.EMAIL),
        "today": plan(tom, "Call: the trip", datetime(2026, 3, 12, 13, tzinfo=UTC), channel=Channel.CALL),
        "saturday": plan(tom, "Read the report", datetime(2026, 3, 14, 10, tzinfo=UTC), note="page 4"),
    }


@pytest.fixture
def open_page(qtbot: QtBot, shell: ShellDouble) -> Callable[[], FollowUpsPage]:
    kept: list[FollowUpsPage] = []

    def open_it() -> FollowUpsPage:
        made = FollowUpsPage(shell)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(1148, 800)
        made.show()
        qtbot.waitUntil(lambda: made.isVisible() and made.strip.width() > 400)
        return made

    return open_it


@pytest.fixture
def page(open_page: Callable[[], FollowUpsPage], some: dict[str, int]) -> FollowUpsPage:
    return open_page()


def listed(page: FollowUpsPage) -> list[str]:
    model = page.list.follow_ups
    return [model.line(row).what for row in range(model.rowCount())]


def chips(page: FollowUpsPage, row: int) -> list[str]:
    return [text for text, _, _ in page.list.follow_ups.chips(row)]


def press(page: FollowUpsPage, key: Qt.Key) -> None:
    QTest.keyClick(page.list, key)


def choose(page: FollowUpsPage, *rows: int) -> None:
    page.list.clearSelection()
    for row in rows:
        at = page.list.visualRect(page.list.follow_ups.index(row, 0)).center()
        held = Qt.KeyboardModifier.ControlModifier if row != rows[0] else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(page.list.viewport(), LEFT, held, at)


def test_all_open_ones_by_due_moment_with_why(page: FollowUpsPage) -> None:
    assert listed(page) == ["Send the estimate", "Call: the trip", "Read the report"]
    assert chips(page, 0) == ["2 days late"]
    assert chips(page, 1) == []
    assert chips(page, 2) == ["quiet then: Mon 09:00", "note"]
    assert [page.list.follow_ups.when(row) for row in range(3)] == ["Tue 16:00", "14:00", "Sat 11:00"]
    assert page.header.accessibleName() == "Follow-ups"


def test_what_is_brought_forward_and_what_is_snoozed_say_so(
    page: FollowUpsPage, core: Core, plan: Plan, some: dict[str, int], tom: int
) -> None:
    plan(tom, "Card", date(2026, 3, 15), fixed=True)
    core.follow_ups.snooze(some["today"], NOW + timedelta(days=1))
    found = {page.list.follow_ups.line(row).what: chips(page, row) for row in range(page.list.follow_ups.rowCount())}
    assert found["Card"] == ["brought forward: Fri 09:00", "by then"]
    assert found["Call: the trip"] == ["snoozed until Fri 10:12"]


def test_chips_words_channel_and_person_narrow_it(page: FollowUpsPage, tom: int) -> None:
    QTest.mouseClick(page.filter.standings[Standing.OVERDUE], LEFT)
    assert listed(page) == ["Send the estimate"]
    QTest.mouseClick(page.filter.standings[Standing.OVERDUE], LEFT)
    QTest.keyClicks(page.filter.text, "trip")
    assert listed(page) == ["Call: the trip"]
    page.filter.text.clear()
    page.filter.channel.setCurrentIndex(page.filter.channel.findData("email"))
    page.filter.channel.activated.emit(1)
    assert listed(page) == ["Send the estimate"]
    page.filter.clear()
    page.filter.narrow_to(tom)
    assert listed(page) == ["Call: the trip", "Read the report"]
    QTest.keyClick(page.filter.person, Qt.Key.Key_Delete)
    assert len(listed(page)) == 3


def test_standings_say_how_many_there_are(page: FollowUpsPage) -> None:
    words = [chip.text() for chip in page.filter.standings.values()]
    assert words == ["Overdue 1", "Today 1", "Next 1", "Snoozed", "Done", "Skipped"]


def test_enter_edits_and_o_opens_the_person(
    page: FollowUpsPage, shell: ShellDouble, some: dict[str, int], tom: int
) -> None:
    choose(page, 1)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_O)
    assert shell.follow_ups == [some["today"]]
    assert shell.persons == [tom]


def test_d_does_it_with_a_way_on(
    page: FollowUpsPage, core: Core, shell: ShellDouble, some: dict[str, int], tom: int
) -> None:
    choose(page, 1)
    press(page, Qt.Key.Key_D)
    assert core.follow_ups.get(some["today"]).state is State.DONE
    assert listed(page) == ["Send the estimate", "Read the report"]
    assert shell.said == [("Done: Call: the trip", True)]
    (log, do_log), (following, do_plan) = shell.ways_on
    assert (log, following) == ("Log contact", "Set the next")
    do_log()
    do_plan()
    assert shell.logged == ["call Tom Keller: Call: the trip"]
    assert shell.planned == [(tom, "Call: the trip")]


def test_after_a_repeat_the_next_is_said(page: FollowUpsPage, plan: Plan, shell: ShellDouble, tom: int) -> None:
    plan(tom, "Look back", date(2026, 3, 12), repeat="after 30 days")
    row = listed(page).index("Look back")
    choose(page, row)
    press(page, Qt.Key.Key_D)
    assert shell.said[-1] == ("Done: Look back · next Sat 11 April", True)
    assert [words for words, _ in shell.ways_on] == ["Log contact", "Change the next"]


def test_several_are_done_skipped_and_deleted_as_one_change(
    page: FollowUpsPage, core: Core, shell: ShellDouble, some: dict[str, int]
) -> None:
    choose(page, 0, 1)
    assert page.how_many.text() == "2 selected"
    QTest.mouseClick(page.buttons["done"], LEFT)
    assert listed(page) == ["Read the report"]
    assert shell.said[-1] == ("2 follow-ups done", True)
    core.history.undo()
    page.reload()
    choose(page, 0, 2)
    press(page, Qt.Key.Key_K)
    assert listed(page) == ["Call: the trip"]
    core.history.undo()
    page.reload()
    choose(page, 0, 1, 2)
    press(page, Qt.Key.Key_Delete)
    assert listed(page) == []
    core.history.undo()
    page.reload()
    assert len(listed(page)) == 3


def test_s_offers_moments_with_their_instants(
    qtbot: QtBot, page: FollowUpsPage, core: Core, some: dict[str, int]
) -> None:
    choose(page, 1)
    press(page, Qt.Key.Key_S)
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "In 15 minutes\t10:27"
    assert "Tomorrow\tFri 13 March · 09:00" in words or "Next opening\tFri 13 March · 09:00" in words
    menu.actions()[1].trigger()
    menu.close()
    assert core.follow_ups.get(some["today"]).snoozed_to == NOW + timedelta(hours=1)


def test_a_quiet_choice_is_offered_both_ways(
    page: FollowUpsPage, core: Core, some: dict[str, int], clock: object
) -> None:
    clock.at = datetime(2026, 3, 13, 15, 40, tzinfo=UTC)  # type: ignore[attr-defined]  # Friday, 20 minutes before closing
    choose(page, 2)
    press(page, Qt.Key.Key_S)
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    words = [action.text() for action in menu.actions() if action.text().startswith("In 1 hour")]
    assert words == ["In 1 hour\tMon 16 March · 09:00 instead", "In 1 hour\t17:40, deliver anyway"]
    next(one for one in menu.actions() if one.text() == words[1]).trigger()
    menu.close()
    found = core.follow_ups.get(some["saturday"])
    assert (found.snoozed_to, found.snoozed_anyway) == (datetime(2026, 3, 13, 16, 40, tzinfo=UTC), True)


def test_m_moves_several_to_a_day(page: FollowUpsPage, core: Core, shell: ShellDouble, some: dict[str, int]) -> None:
    choose(page, 0, 1)
    press(page, Qt.Key.Key_M)
    (dialog,) = shell.window.findChildren(DayDialog)
    dialog.day.setDate(QDate(2026, 3, 18))
    QTest.mouseClick(dialog.set_button, LEFT)
    assert core.follow_ups.get(some["late"]).due == datetime(2026, 3, 18, 15, tzinfo=UTC)
    assert core.follow_ups.get(some["today"]).due == datetime(2026, 3, 18, 13, tzinfo=UTC)
    assert shell.said[-1] == ("2 follow-ups moved to Wed 18 March", True)


def test_the_fourteen_days_show_what_will_pop_up(page: FollowUpsPage) -> None:
    days = page.strip._days
    assert [len(day.dots) for day in days] == [2, 0, 0, 0, 1, *[0] * 9]
    assert days[0].open == ((9 / 24, 17 / 24),)
    assert days[2].open == ()
    assert days[4].dots[0].said.startswith("09:00 Tom Keller: Read the report")


def test_a_dot_is_dragged_to_another_day(
    page: FollowUpsPage, core: Core, some: dict[str, int], shell: ShellDouble
) -> None:
    strip = page.strip
    start, end = strip.place_of(f"f:{some['today']}"), strip.middle_of(5)
    QTest.mousePress(strip, LEFT, pos=start)
    QTest.mouseMove(strip, QPoint((start.x() + end.x()) // 2, end.y()))
    QTest.mouseMove(strip, end)
    QTest.mouseRelease(strip, LEFT, pos=end)
    assert core.follow_ups.get(some["today"]).due == datetime(2026, 3, 17, 13, tzinfo=UTC)
    assert shell.said[-1] == ("1 follow-up moved to Tue 17 March", True)
    assert shell.follow_ups == []


def test_ctrl_and_an_arrow_move_a_dot_over_closed_days(page: FollowUpsPage, core: Core, some: dict[str, int]) -> None:
    strip = page.strip
    strip.setFocus()
    while strip.current() != f"f:{some['today']}":
        QTest.keyClick(strip, Qt.Key.Key_Right)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(strip, Qt.Key.Key_Right, control)
    QTest.keyClick(strip, Qt.Key.Key_Right, control)
    assert core.follow_ups.get(some["today"]).due == datetime(2026, 3, 16, 13, tzinfo=UTC), "not Saturday"
    QTest.keyClick(strip, Qt.Key.Key_Left, control)
    assert core.follow_ups.get(some["today"]).due == datetime(2026, 3, 13, 13, tzinfo=UTC)


def test_a_click_on_a_dot_opens_it(page: FollowUpsPage, shell: ShellDouble, some: dict[str, int]) -> None:
    QTest.mouseClick(page.strip, LEFT, pos=page.strip.place_of(f"f:{some['today']}"))
    assert shell.follow_ups == [some["today"]]


def test_h_shows_what_became_of_its_deliveries(
    page: FollowUpsPage, core: Core, shell: ShellDouble, some: dict[str, int]
) -> None:
    due = core.reminders.due_now()
    assert [one.reminder.key for one in due] == [f"f:{some['late']}"]
    core.reminders.intend(due, "own window")
    core.reminders.shown([due[0].reminder.key])
    core.reminders.confirm([due[0].reminder.key], "own window")
    choose(page, 0)
    press(page, Qt.Key.Key_H)
    (dialog,) = shell.window.findChildren(HistoryDialog)
    assert len(dialog.records) == 1
    assert dialog.sentence(dialog.records[0]).startswith("Intended for Thu 12 March · 10:12, shown")
    assert ("own window") in [text for text, _ in dialog.chips(dialog.records[0])]
    assert dialog.records[0].reason


def test_with_none_it_says_how_to_begin(open_page: Callable[[], FollowUpsPage], shell: ShellDouble) -> None:
    shown = open_page()
    assert shown.empty.isVisible()
    assert not shown.list.isVisible()
    QTest.mouseClick(shown.add, LEFT)
    assert shell.planned == [(None, "")]
    QTest.keyClicks(shown.filter.text, "nothing like it")
    assert shown.clear.isVisible()
    QTest.mouseClick(shown.clear, LEFT)
    assert shown.filter.text.text() == ""


def test_a_long_list_is_read_in_stretches(
    open_page: Callable[[], FollowUpsPage], core: Core, plan: Plan, tom: int
) -> None:
    for number in range(230):
        plan(tom, f"Number {number}", date(2026, 4, 1) + timedelta(days=number))
    shown = open_page()
    model = shown.list.follow_ups
    assert model.rowCount() == 200
    shown.list.scrollToBottom()
    shown.list.verticalScrollBar().setValue(shown.list.verticalScrollBar().maximum())
    if model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == 230


def test_the_row_after_a_closed_one_is_chosen(page: FollowUpsPage) -> None:
    choose(page, 0)
    press(page, Qt.Key.Key_D)
    assert [line.what for line in page.list.selected()] == ["Call: the trip"]
