"""The window around the pages: keys, undo, errors, tasks, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.errors import Refused
from relapp.domain.people import Tier
from tests.ui.doubles import StandingClock
from ui import window_state
from ui.bus import Bus
from ui.commands import COMMANDS
from ui.main_window import MainWindow
from ui.menu import build_menu_bar
from ui.pages import PAGES
from ui.shortcuts_dialog import ShortcutsDialog
from ui.tasks import Tasks
from ui.theme import Theme
from ui.today.page import TodayPage
from ui.typing_undo import TypingUndo
from ui.welcome.page import WelcomePage
from ui.widgets.buttons import Button

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def undo_button(window: MainWindow) -> Button:
    return next(one for one in window.toast.findChildren(Button) if one.text() == "Undo")


def test_each_page_has_a_key_and_a_title(qtbot: QtBot, window: MainWindow, tom: int) -> None:
    for page in PAGES:
        QTest.keySequence(window, QKeySequence(page.shortcut))
        assert window.side_bar.selected() == page.key
        assert window.windowTitle() == f"{page.title()} – Relapp"


def test_the_page_that_was_open_is_remembered(window: MainWindow, core: Core) -> None:
    assert window_state.remembered_page(core) == "today"
    window.open_page("people")
    window.close()
    assert window_state.remembered_page(core) == "people"


def test_a_screen_without_room_is_filled_and_no_title_bar_hangs_over_it(qtbot: QtBot, core: Core) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry().size()
    assert room.width() < 1360  # the screen of these tests is small
    window = QWidget()
    qtbot.addWidget(window)
    window_state.place(core, window)
    assert window.isMaximized()
    assert window.size() == window.size().boundedTo(room)


def test_a_page_that_is_gone_is_not_remembered(core: Core) -> None:
    core.settings.remember("window", {"geometry": "", "page": "bowling"})
    assert window_state.remembered_page(core) == "today"


def test_an_empty_file_welcomes_until_somebody_is_in_it(window: MainWindow, core: Core) -> None:
    assert isinstance(window.stack.currentWidget(), WelcomePage)
    core.people.add("Tom Keller")
    assert isinstance(window.stack.currentWidget(), TodayPage)
    core.history.undo()
    assert isinstance(window.stack.currentWidget(), WelcomePage)


def test_an_error_stands_above_the_page_until_something_works(window: MainWindow) -> None:
    def refuse() -> None:
        raise Refused("That name is taken.")

    assert not window.attempt(refuse)
    assert window.errors.isVisible()
    assert window.errors.text() == "That name is taken."
    assert window.attempt(lambda: None)
    assert not window.errors.isVisible()


def test_an_error_in_a_dialog_is_said_in_front_of_it(qtbot: QtBot, window: MainWindow) -> None:
    front = QMessageBox(window)
    front.open()
    window.show_error("The disk is full.")
    boxes = front.findChildren(QMessageBox)
    assert [box.text() for box in boxes] == ["The disk is full."]
    boxes[0].close()
    front.close()


def test_an_unexpected_exception_is_not_swallowed(window: MainWindow) -> None:
    with pytest.raises(ZeroDivisionError):
        window.attempt(lambda: 1 // 0)


def test_ctrl_z_takes_the_last_change_back_and_ctrl_shift_z_brings_it_again(
    qtbot: QtBot, window: MainWindow, core: Core, tom: int
) -> None:
    core.people.set_tier([tom], Tier.C)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert core.people.get(tom).tier is Tier.A
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert core.people.get(tom).tier is Tier.C


def test_with_nothing_to_undo_it_says_so(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.errors.text() == "There is nothing to undo."


def test_the_notice_undoes_what_it_tells_of_even_after_other_changes(
    qtbot: QtBot, window: MainWindow, core: Core, tom: int, marta: int
) -> None:
    core.people.archive([marta])
    window.say("1 person archived.", undo=True)
    core.people.set_tier([tom], Tier.C)
    QTest.mouseClick(undo_button(window), Qt.MouseButton.LeftButton)
    assert not core.people.get(marta).archived
    assert core.people.get(tom).tier is Tier.C


def test_a_notice_without_undo_offers_none(window: MainWindow, tom: int) -> None:
    window.say("A copy was saved.")
    assert not any(one.isVisible() for one in window.toast.findChildren(Button) if one.text())


def test_in_a_text_field_ctrl_z_undoes_typing_first(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, core: Core, tom: int
) -> None:
    TypingUndo(qapp, [], window)
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    core.people.set_tier([tom], Tier.C)
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    assert core.people.get(tom).tier is Tier.C
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert core.people.get(tom).tier is Tier.A


def test_the_windows_own_keys_work_in_a_text_field(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    TypingUndo(qapp, [QKeySequence("Ctrl+2")], window)
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_2, CTRL)
    assert window.side_bar.selected() == "people"


def test_dark_mode_is_a_command_that_is_kept(window: MainWindow, theme: Theme, core: Core) -> None:
    window.run_command("dark")
    assert theme.mode == "dark"
    core.history.undo()
    assert theme.mode == "light"


def test_private_facts_are_hidden_and_shown_by_one_command(window: MainWindow, core: Core) -> None:
    window.run_command("hide_private")
    assert core.history.list()[0].title.startswith("Setting: ")
    window.run_command("hide_private")
    assert len(core.history.list()) == 2


def test_f1_shows_all_keys(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(ShortcutsDialog)
    assert isinstance(sheet, ShortcutsDialog) and sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_menu_opens_by_key_and_lists_the_commands(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F10)
    menu = window.findChild(QMenu)
    assert isinstance(menu, QMenu) and menu.isVisible()
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    assert "Save a copy…" in texts and "Menu" not in texts
    menu.close()


def test_a_copy_is_saved_in_the_background(qtbot: QtBot, window: MainWindow, tom: int, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    window.run_command("save_copy")
    choose_file(window, target)
    qtbot.waitUntil(lambda: window.toast.isVisible())
    assert target.exists()
    assert not window.tasks.busy()


def test_a_copy_has_a_name_with_its_day_proposed(window: MainWindow) -> None:
    window.run_command("save_copy")
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == [f"relapp-{window.core.desk.today()}.db"]
    dialog.close()


def test_a_copy_never_replaces_a_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("something else")
    window.run_command("save_copy")
    choose_file(window, target)
    qtbot.waitUntil(lambda: window.errors.isVisible())
    assert "exists already" in window.errors.text()
    assert target.read_text() == "something else"


def choose_file(window: MainWindow, path: Path) -> None:
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_task_is_shown_while_it_runs_and_can_be_stopped(qtbot: QtBot, window: MainWindow) -> None:
    failures: list[str] = []

    def count_forever(core: Core, progress: Callable[[int, int], None]) -> None:
        while True:
            progress(1, 10)

    window.tasks.run("Counting", count_forever, failed=failures.append)
    assert window.progress.isVisible()
    assert window.progress.title() == "Counting"
    stop = next(one for one in window.progress.findChildren(Button) if one.text() == "Stop")
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.progress.isVisible())
    assert failures == ["Stopped. Nothing was changed."]


def test_closing_asks_before_it_stops_what_runs(qtbot: QtBot, window: MainWindow) -> None:
    def count_forever(core: Core, progress: Callable[[int, int], None]) -> None:
        while True:
            progress(1, 10)

    window.tasks.run("Counting", count_forever)
    assert not window.close()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox) and "Counting" in box.text()
    stop = next(one for one in box.findChildren(QPushButton) if one.text() == "Stop and close")
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)


def test_a_bug_in_a_task_is_passed_on(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.broke) as heard:
        window.tasks.run("Counting", lambda core, progress: 1 // 0)
    assert isinstance((heard.args or [None])[0], ZeroDivisionError)


@pytest.mark.parametrize(("name", "taken"), [("book.vcf", True), ("book.CSV", True), ("book.pdf", False)])
def test_address_books_may_be_dropped_onto_the_window(window: MainWindow, name: str, taken: bool) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/home/me/{name}")])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    window.dragEnterEvent(event)
    assert event.isAccepted() is taken


def test_it_opens_where_it_was_closed(qtbot: QtBot, window: MainWindow, core: Core, theme: Theme, tasks: Tasks) -> None:
    window.resize(700, 500)
    window_state.remember(core, window, "people")
    other = MainWindow(core, Bus(), lambda: tasks, theme)
    qtbot.addWidget(other)
    window_state.place(core, other)
    assert (other.width(), other.height()) == (700, 500)


def test_after_the_first_paint_work_is_done_in_a_later_turn(qtbot: QtBot, window: MainWindow) -> None:
    done: list[int] = []
    window.after_paint(lambda: done.append(1))
    assert done == []
    qtbot.waitUntil(lambda: done == [1])


def test_work_waits_for_the_first_paint(
    qtbot: QtBot, core: Core, bus: Bus, theme: Theme, tasks: Tasks, clock: StandingClock
) -> None:
    done: list[str] = []
    unseen = MainWindow(core, bus, lambda: tasks, theme)
    qtbot.addWidget(unseen)
    unseen.first_painted.connect(lambda: done.append("painted"))
    unseen.after_paint(lambda: done.append("work"))
    unseen.open_page("today")
    assert done == []
    unseen.show()
    qtbot.waitUntil(lambda: done == ["painted", "work"])


def test_a_page_opened_by_key_takes_the_keyboard(qtbot: QtBot, window: MainWindow, tom: int) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+2"))
    focused = window.focusWidget()
    assert focused is not None and window.stack.page("people").isAncestorOf(focused)


def test_who_walks_the_side_bar_stays_in_it(qtbot: QtBot, window: MainWindow, tom: int) -> None:
    item = window.side_bar.item("today")
    item.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(item, Qt.Key.Key_Down)
    assert window.side_bar.selected() == "people"
    assert window.side_bar.item("people").hasFocus()


def test_the_menu_bar_of_macos_holds_every_command(window: MainWindow) -> None:
    bar = build_menu_bar(window, window)
    shown = [entry.text().partition("\t")[0] for menu in bar.findChildren(QMenu) for entry in menu.actions()]
    assert sorted(shown) == sorted(one.title() for one in COMMANDS if one.key != "menu")
