"""The reminder window: what it says of each, what its buttons tell, and that it counts as shown only once painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.people import Channel
from tests.clocks import NOW
from tests.ui.delivering import deliver, plan
from tests.ui.doubles import ShellDouble, StandingClock
from tests.ui.reminders.rows import button, only
from ui.palette import LIGHT
from ui.reminder_acts import ReminderActs
from ui.reminders.place import covers
from ui.reminders.snooze_button import SnoozeButton
from ui.reminders.window import ReminderWindow
from ui.theme import Mode, Theme

NOT_CALLED = "+4799"


@pytest.fixture
def links() -> list[str]:
    """What the system was asked to open."""
    return []


@pytest.fixture
def acts(shell: ShellDouble, popup: ReminderWindow, links: list[str]) -> ReminderActs:
    """What the window's buttons do, wired as the main window does it."""

    def opened(link: QUrl) -> bool:
        links.append(link.toString())
        return link.scheme() != "tel" or link.path() != NOT_CALLED

    made = ReminderActs(shell, lambda: shell.pages.append("forward"), opened)
    popup.done_wanted.connect(made.done)
    popup.snooze_wanted.connect(made.snooze)
    popup.date_wanted.connect(made.ask_until)
    popup.open_wanted.connect(made.open)
    popup.call_wanted.connect(made.call)
    popup.mail_wanted.connect(made.mail)
    popup.dismissed.connect(made.dismiss)
    return made


# --- painted


def test_it_counts_as_shown_once_it_is_painted(qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int) -> None:
    key = plan(core, tom, "Trip")
    shown = deliver(core)
    told: list[list[str]] = []
    popup.painted.connect(told.append)
    popup.show_reminders(shown)
    assert told == []
    qtbot.waitUntil(lambda: told == [[key]])
    popup.update()
    popup.refresh()
    QApplication.processEvents()
    assert told == [[key]]


def test_one_that_comes_to_an_open_window_is_told_alone(
    qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int, marta: int
) -> None:
    plan(core, tom, "Trip")
    with qtbot.waitSignal(popup.painted):
        popup.show_reminders(deliver(core))
    second = plan(core, marta, "Write")
    came = [one for one in deliver(core) if one.reminder.key == second]
    with qtbot.waitSignal(popup.painted) as told:
        popup.show_reminders(came)
    assert told.args == [[second]]
    assert len(popup.rows()) == 2


# --- what its buttons do


def test_an_open_menu_is_not_taken_away_by_the_minute(
    qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int, shell: ShellDouble
) -> None:
    plan(core, tom, "Trip")
    popup.show_reminders(deliver(core))
    snooze = only(popup).findChild(SnoozeButton)
    assert isinstance(snooze, SnoozeButton)
    menu = snooze.open_menu()
    shell.bus.minute_passed.emit()
    assert only(popup).findChild(SnoozeButton) is snooze
    menu.close()


def test_done_closes_the_follow_up_and_its_row(
    qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int, marta: int, acts: ReminderActs
) -> None:
    first = plan(core, tom, "Trip")
    second = plan(core, marta, "Write")
    with qtbot.waitSignal(popup.painted):
        popup.show_reminders(deliver(core))
    row = next(one for one in popup.rows() if one.key == first)
    QTest.mouseClick(button(row, "Done"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: popup.keys() == [second])
    QTest.mouseClick(button(only(popup), "Done"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not popup.isVisible())
    assert core.reminders.open_shown() == []


def test_the_button_itself_snoozes_to_what_it_says(
    qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int, acts: ReminderActs
) -> None:
    key = plan(core, tom, "Trip")
    with qtbot.waitSignal(popup.painted):
        popup.show_reminders(deliver(core))
    snooze = only(popup).findChild(SnoozeButton)
    assert isinstance(snooze, SnoozeButton)
    told: list[tuple[str, datetime, bool]] = []
    popup.snooze_wanted.connect(lambda key, at, anyway: told.append((key, at, anyway)))
    QTest.mouseClick(snooze, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    ((told_key, at, anyway),) = told
    assert told_key == key and not anyway and at > NOW + timedelta(hours=1)
    qtbot.waitUntil(lambda: not popup.isVisible())
    assert core.follow_ups.get(int(key[2:])).snoozed_to == at


def menu_of(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_quiet_choices_stand_twice_in_the_menu(
    qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int, clock: StandingClock, acts: ReminderActs
) -> None:
    plan(core, tom, "Trip")
    shown = deliver(core)
    clock.at = NOW.replace(hour=15, minute=55)  # 16:55 in Berlin, five minutes before closing
    popup.show_reminders(shown)
    snooze = only(popup).findChild(SnoozeButton)
    assert isinstance(snooze, SnoozeButton)
    QTest.mouseClick(snooze, Qt.MouseButton.LeftButton, pos=QPoint(snooze.width() - 5, 10))
    menu = menu_of(qtbot)
    texts = [action.text() for action in menu.actions() if action.text()]
    instead = next(text for text in texts if "instead" in text)
    assert "Fri 09:00" in instead
    anyway = next(action for action in menu.actions() if "anyway" in action.text())
    assert texts[-1] == "A date…"
    with qtbot.waitSignal(popup.snooze_wanted) as told:
        anyway.trigger()
    menu.close()
    assert told.args is not None and told.args[2] is True


def test_the_menu_opens_by_the_down_key(qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int) -> None:
    plan(core, tom, "Trip")
    deliver(core)
    popup.ask()
    snooze = only(popup).findChild(SnoozeButton)
    assert isinstance(snooze, SnoozeButton)
    snooze.setFocus()
    QTest.keyClick(snooze, Qt.Key.Key_Down)
    menu_of(qtbot).close()


def test_a_call_and_an_e_mail_are_handed_to_the_system(
    popup: ReminderWindow, core: Core, tom: int, acts: ReminderActs, links: list[str]
) -> None:
    plan(core, tom, "Trip", channel=Channel.CALL)
    popup.show_reminders(deliver(core))
    QTest.mouseClick(button(only(popup), "Call"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(only(popup), "E-mail"), Qt.MouseButton.LeftButton)
    assert links == ["tel:+4722123456", "mailto:tom@keller-werk.example"]


def test_where_nothing_makes_calls_the_number_may_be_copied(
    popup: ReminderWindow, core: Core, acts: ReminderActs, shell: ShellDouble
) -> None:
    person = core.people.add("Ana Castell", phones=[NOT_CALLED])
    plan(core, person, "Trip", channel=Channel.CALL)
    popup.show_reminders(deliver(core))
    QTest.mouseClick(button(only(popup), "Call"), Qt.MouseButton.LeftButton)
    (box,) = shell.window.findChildren(QMessageBox)
    assert (shell.pages, box.text()) == (["forward"], "No program on this computer makes calls.")
    QTest.mouseClick(next(one for one in box.buttons() if one.text() == "Copy the number"), Qt.MouseButton.LeftButton)
    assert (QApplication.clipboard().text(), shell.said) == (NOT_CALLED, [(f"Copied: {NOT_CALLED}", False)])


def test_open_leads_to_the_person(
    popup: ReminderWindow, core: Core, tom: int, acts: ReminderActs, shell: ShellDouble
) -> None:
    plan(core, tom, "Trip")
    popup.show_reminders(deliver(core))
    QTest.mouseClick(button(only(popup), "Open"), Qt.MouseButton.LeftButton)
    assert (shell.pages, shell.persons) == (["forward"], [tom])


@pytest.mark.parametrize("close", [lambda popup: popup.close(), lambda popup: QTest.keyClick(popup, Qt.Key.Key_Escape)])
def test_closing_puts_it_away_and_keeps_the_follow_up(
    popup: ReminderWindow, core: Core, tom: int, acts: ReminderActs, close: Callable[[ReminderWindow], object]
) -> None:
    key = plan(core, tom, "Trip")
    popup.show_reminders(deliver(core))
    told: list[str] = []
    popup.dismissed.connect(told.append)
    close(popup)
    assert told == [key] and not popup.isVisible()
    assert [one.reminder.key for one in core.reminders.open_shown()] == [key]
    popup.ask()
    assert popup.keys() == [key]


def test_what_is_done_elsewhere_leaves_the_window(qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int) -> None:
    key = plan(core, tom, "Trip")
    with qtbot.waitSignal(popup.painted):
        popup.show_reminders(deliver(core))
    core.follow_ups.done(int(key[2:]))
    qtbot.waitUntil(lambda: not popup.isVisible())


# --- asked for, and the keyboard


def test_asked_for_with_nothing_due_it_says_so(popup: ReminderWindow) -> None:
    popup.ask()
    assert popup.isVisible() and popup.rows() == []
    assert popup.accessibleName() == "Nothing is due."


def test_it_comes_without_the_keyboard_and_takes_it_when_asked(
    qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int
) -> None:
    plan(core, tom, "Trip")
    popup.show_reminders(deliver(core))
    assert popup.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    popup.ask()
    assert not popup.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    qtbot.waitUntil(popup.isActiveWindow)
    assert popup.focusWidget() is only(popup).buttons[0]


def test_every_button_is_reached_by_tab(qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int, marta: int) -> None:
    plan(core, tom, "Trip")
    plan(core, marta, "Write")
    deliver(core)
    popup.ask()
    qtbot.waitUntil(popup.isActiveWindow)
    wanted = [one for row in popup.rows() for one in row.buttons]
    seen = []
    for _ in range(len(wanted)):
        seen.append(popup.focusWidget())
        QTest.keyClick(popup.focusWidget(), Qt.Key.Key_Tab)
    assert seen == wanted


def test_the_keyboard_stays_where_it_was_when_a_row_goes(
    qtbot: QtBot, popup: ReminderWindow, core: Core, tom: int, marta: int, acts: ReminderActs
) -> None:
    plan(core, tom, "Trip")
    plan(core, marta, "Write")
    deliver(core)
    popup.ask()
    qtbot.waitUntil(popup.isActiveWindow)
    done = button(popup.rows()[0], "Done")
    done.setFocus()
    QTest.keyClick(done, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(popup.rows()) == 1)
    focused = popup.focusWidget()
    assert focused in popup.rows()[0].buttons


# --- where it stands


def test_it_makes_way_for_the_pointer(popup: ReminderWindow, core: Core, tom: int) -> None:
    plan(core, tom, "Trip")
    shown = deliver(core)
    popup.show_reminders(shown)
    usual = popup.geometry()
    popup.close()
    before = QCursor.pos()
    QCursor.setPos(usual.center())
    popup.show_reminders(shown)
    found = QRect(popup.geometry())
    QCursor.setPos(before)
    assert found != usual
    assert not covers(found, usual.center())


def test_many_fit_the_screen(popup: ReminderWindow, core: Core, many: Callable[[int], list[int]]) -> None:
    for person in many(30):
        plan(core, person, "Trip")
    popup.show_reminders(deliver(core))
    room = popup.screen().availableGeometry()
    assert room.contains(popup.geometry())
    assert len(popup.rows()) == 30


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_it_follows_light_and_dark(
    qtbot: QtBot, theme: Theme, popup: ReminderWindow, core: Core, tom: int, mode: Mode
) -> None:
    plan(core, tom, "Trip")
    popup.show_reminders(deliver(core))
    theme.apply(mode)
    ground = popup.grab().toImage().pixelColor(popup.width() // 2, 4)
    theme.apply(Mode.LIGHT)
    assert (ground == LIGHT.card) is (mode is Mode.LIGHT)
