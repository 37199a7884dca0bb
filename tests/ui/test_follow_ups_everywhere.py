"""Follow-ups from the window itself: its keys, its bell, its badges, and the ways on after something was done."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.follow_ups import NewFollowUp, State
from tests.clocks import NOW
from ui import follow_up_acts
from ui.badges import Badges
from ui.bus import Bus
from ui.follow_ups.dialog import FollowUpDialog
from ui.follow_ups.page import FollowUpsPage
from ui.main_window import MainWindow
from ui.timeline.quick_entry import QuickEntryDialog

LEFT = Qt.MouseButton.LeftButton
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def dialogs(window: MainWindow) -> list[FollowUpDialog]:
    return [one for one in window.findChildren(FollowUpDialog) if one.isVisible()]


def test_ctrl_shift_f_plans_one(window: MainWindow, tom: int) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, BOTH)
    (dialog,) = dialogs(window)
    assert dialog.person == 0
    dialog.close()


def test_ctrl_shift_f_on_a_persons_page_is_about_them(window: MainWindow, tom: int) -> None:
    window.open_person(tom)
    QTest.keyClick(window, Qt.Key.Key_F, BOTH)
    (dialog,) = dialogs(window)
    assert dialog.person == tom
    dialog.close()


def test_ctrl_4_opens_the_page(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.stack.currentWidget(), FollowUpsPage)


def test_one_is_planned_with_its_person_and_edited(window: MainWindow, core: Core, tom: int) -> None:
    window.plan_follow_up(tom, "The trip")
    (dialog,) = dialogs(window)
    QTest.keyClick(dialog.what, Qt.Key.Key_Return)
    (stored,) = core.follow_ups.of_person(tom)
    window.edit_follow_up(stored.id)
    (dialog,) = dialogs(window)
    assert dialog.what.text() == "The trip"
    dialog.close()


def test_one_that_is_gone_is_said(window: MainWindow) -> None:
    window.edit_follow_up(99)
    assert dialogs(window) == []
    assert window.errors.text()


def test_after_done_one_click_logs_and_one_sets_the_next(
    qtbot: QtBot, window: MainWindow, core: Core, tom: int
) -> None:
    follow_up = core.follow_ups.add(NewFollowUp(tom, "The trip", NOW))
    follow_up_acts.done(window, follow_up)
    log, following = window.toast.ways_on
    QTest.mouseClick(following, LEFT)
    (dialog,) = dialogs(window)
    assert (dialog.person, dialog.what.text()) == (tom, "The trip")
    dialog.close()
    follow_up_acts.reopen(window, follow_up)
    assert window.toast.ways_on == []
    follow_up_acts.done(window, follow_up)
    QTest.mouseClick(window.toast.ways_on[0], LEFT)
    (entry,) = [one for one in window.findChildren(QuickEntryDialog) if one.isVisible()]
    assert entry.line.typed() == "call Tom Keller: The trip"
    entry.close()
    assert log.text() == "Log contact"
    assert core.follow_ups.get(follow_up).state is State.DONE


def test_badges_and_bell_say_how_many(window: MainWindow, core: Core, bus: Bus, tom: int) -> None:
    badges = Badges(core, bus, window.side_bar, window.bell, lambda: window.tasks)
    assert window.bell.text() == ""
    assert window.bell.accessibleName() == "Nothing is due"
    core.follow_ups.add(NewFollowUp(tom, "The trip", NOW - timedelta(days=2)))
    core.follow_ups.add(NewFollowUp(tom, "The plan", NOW))
    assert window.side_bar.item("follow_ups").badge == "2"
    due = core.reminders.due_now()
    core.reminders.intend(due, "own window")
    core.reminders.shown([one.reminder.key for one in due])
    core.reminders.confirm([one.reminder.key for one in due], "own window")
    bus.minute_passed.emit()
    assert window.bell.text() == "2 due"
    core.follow_ups.many_done([int(one.reminder.key[2:]) for one in due])
    assert window.bell.text() == ""
    assert badges is not None
