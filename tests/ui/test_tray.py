"""The icon in the tray: what it says, what its menu does, and that none is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.people import Channel
from relapp.domain.reminders import Door
from relapp.domain.settings import NEUTRAL
from tests.clocks import NOW
from tests.ui.delivering import deliver, plan
from tests.ui.doubles import ShellDouble, StandingClock
from ui.palette import DARK, LIGHT
from ui.reminder_acts import ReminderActs
from ui.tray import Tray
from ui.tray_icon import SIZES, tray_icon, tray_picture


class TrayedShell(ShellDouble):
    """What the tray asks of the window, written down in `commands`."""

    def come_forward(self, token: str = "") -> None:
        self.commands.append("forward")

    def show_due(self) -> None:
        self.commands.append("show")

    def quit(self) -> None:
        self.commands.append("quit")


@pytest.fixture
def around(shell: ShellDouble) -> TrayedShell:
    return TrayedShell(shell.core, shell.bus, shell.tasks, shell.window)


@pytest.fixture
def links() -> list[str]:
    return []


@pytest.fixture
def make(around: TrayedShell, links: list[str]) -> Callable[..., Tray]:
    """A tray icon; `there` is whether the desktop shows it."""

    def made(there: Callable[[], bool] = lambda: True) -> Tray:
        def opened(link: QUrl) -> bool:
            links.append(link.toString())
            return True

        acts = ReminderActs(around, around.come_forward, opened)
        return Tray(around, acts, around.window, there)

    return made


def line(menu: QMenu, *path: str) -> QAction:
    """The line with these words, through submenus; a word need only begin it."""
    fitting = [action for action in menu.actions() if action.text().startswith(path[0])]
    if len(path) == 1:
        return fitting[0]
    below = next(action.menu() for action in fitting if action.menu() is not None)
    assert isinstance(below, QMenu)
    return line(below, *path[1:])


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def icon_of(tray: Tray) -> QSystemTrayIcon:
    found = tray.findChild(QSystemTrayIcon)
    assert isinstance(found, QSystemTrayIcon)
    return found


def test_it_says_until_when_i_am_open(make: Callable[..., Tray]) -> None:
    tray = make()
    assert tray.standing == "Open until 17:00"
    assert icon_of(tray).toolTip() == "Relapp – Open until 17:00"
    assert texts(tray.menu())[0] == "Open until 17:00"


def test_in_quiet_time_it_says_how_many_wait(
    qtbot: QtBot, make: Callable[..., Tray], core: Core, clock: StandingClock, tom: int
) -> None:
    clock.at = NOW + timedelta(hours=9)
    for minute in range(3):
        plan(core, tom, "Trip", due=clock.at - timedelta(minutes=minute + 1))
    assert make().standing == "Quiet until 09:00, 3 reminders wait"


def test_it_keeps_up_with_what_is_done_and_with_the_minute(
    qtbot: QtBot, make: Callable[..., Tray], core: Core, clock: StandingClock, around: TrayedShell, tom: int
) -> None:
    plan(core, tom, "Trip")
    tray = make()
    deliver(core)
    qtbot.waitUntil(lambda: "Trip · Tom Keller" in texts(tray.menu()))
    core.follow_ups.done(1)
    qtbot.waitUntil(lambda: "Trip · Tom Keller" not in texts(tray.menu()))
    clock.at = NOW + timedelta(hours=9)
    around.bus.minute_passed.emit()
    assert tray.standing.startswith("Quiet until 09:00")


def test_what_is_due_is_done_from_the_menu(qtbot: QtBot, make: Callable[..., Tray], core: Core, tom: int) -> None:
    plan(core, tom, "Trip")
    deliver(core)
    tray = make()
    line(tray.menu(), "Trip", "Done").trigger()
    assert core.reminders.open_shown() == []
    qtbot.waitUntil(lambda: "Trip · Tom Keller" not in texts(tray.menu()))


def test_it_is_snoozed_from_the_menu(make: Callable[..., Tray], core: Core, tom: int) -> None:
    key = plan(core, tom, "Trip")
    deliver(core)
    line(make().menu(), "Trip", "Snooze", "Next opening").trigger()
    snoozed = core.follow_ups.get(int(key[2:])).snoozed_to
    assert snoozed is not None and snoozed > NOW + timedelta(hours=12)


def test_the_person_is_opened_called_and_written_to(
    make: Callable[..., Tray], core: Core, tom: int, around: TrayedShell, links: list[str]
) -> None:
    plan(core, tom, "Trip", channel=Channel.CALL)
    deliver(core)
    menu = make().menu()
    for what in ("Open", "Call", "E-mail"):
        line(menu, "Call Tom Keller", what).trigger()
    assert (around.commands, around.persons) == (["forward"], [tom])
    assert links == ["tel:+4722123456", "mailto:tom@keller-werk.example"]


def test_a_neutral_menu_names_nobody(make: Callable[..., Tray], core: Core, tom: int) -> None:
    core.settings.set(NEUTRAL, True)
    plan(core, tom, "Trip")
    deliver(core)
    assert "A follow-up is due" in texts(make().menu())
    assert not any("Keller" in text for text in texts(make().menu()))


def test_an_ampersand_in_a_name_is_no_accelerator(make: Callable[..., Tray], core: Core) -> None:
    plan(core, core.people.add("Smith & Sons"), "Offer")
    deliver(core)
    assert "Offer · Smith && Sons" in texts(make().menu())


def test_many_are_cut_and_all_are_shown_in_the_window(
    make: Callable[..., Tray], core: Core, many: Callable[[int], list[int]], around: TrayedShell
) -> None:
    for person in many(14):
        plan(core, person, "Trip")
    deliver(core)
    menu = make().menu()
    assert sum(text.startswith("Trip") for text in texts(menu)) == 10
    line(menu, "Show all 14 reminders").trigger()
    assert around.commands == ["show"]


def test_its_other_lines_write_pause_open_and_quit(
    qtbot: QtBot, make: Callable[..., Tray], core: Core, around: TrayedShell
) -> None:
    tray = make()
    for what in ("Show reminders", "Quick entry", "New follow-up", "Open Relapp", "Quit"):
        line(tray.menu(), what).trigger()
    assert (around.commands, around.logged, around.planned) == (["show", "forward", "quit"], [""], [(None, "")])
    line(tray.menu(), "Pause", "1 hour").trigger()
    qtbot.waitUntil(lambda: tray.standing.startswith("Paused until 11:12"))
    line(tray.menu(), "Pause", "End the pause").trigger()
    qtbot.waitUntil(lambda: tray.standing == "Open until 17:00")


def test_a_click_opens_the_window(make: Callable[..., Tray], around: TrayedShell) -> None:
    icon = icon_of(make())
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert around.commands == ["forward", "show"]


def test_a_tray_that_comes_later_is_found_with_the_minute(
    qtbot: QtBot, make: Callable[..., Tray], around: TrayedShell
) -> None:
    answers = iter([False, False, True])
    tray = make(lambda: next(answers))
    assert not tray.is_there() and tray.findChild(QSystemTrayIcon) is None
    around.bus.minute_passed.emit()
    assert not tray.is_there()
    with qtbot.waitSignal(tray.appeared):
        around.bus.minute_passed.emit()
    assert tray.is_there()
    assert "Open Relapp" in texts(tray.menu())


def test_with_nothing_due_the_menu_is_left_alone(make: Callable[..., Tray], around: TrayedShell) -> None:
    tray = make()
    before = tray.menu().actions()
    around.bus.minute_passed.emit()
    assert tray.menu().actions() == before


@pytest.mark.parametrize("dark", [False, True])
def test_each_state_and_number_looks_different(dark: bool) -> None:
    looks = {
        bytes(tray_picture(32, door, count, dark=dark).toImage().constBits())
        for door in Door
        for count in (0, 1, 2, 9, 10)
    }
    assert len(looks) == len(Door) * 5


def test_the_icon_is_there_in_every_size() -> None:
    sizes = {size.width() for size in tray_icon(Door.OPEN, 3, dark=True).availableSizes()}
    assert set(SIZES) <= sizes


def test_it_stands_out_on_a_dark_and_on_a_light_panel(qtbot: QtBot, theme: object) -> None:
    for dark, palette in ((True, DARK), (False, LIGHT)):
        picture = tray_picture(64, Door.OPEN, 0, dark=dark).toImage()
        ground, wanted = picture.pixelColor(5, 32), palette.evergreen  # but for the rounding of clear pictures
        assert abs(ground.red() - wanted.red()) + abs(ground.green() - wanted.green()) < 8
        assert picture.pixelColor(63, 0).alpha() == 0
