"""Opening files: the own one, the sample for a visit, and what can't be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from relapp.core import Core, build
from relapp.domain.changes import Area
from relapp.domain.people import PersonName
from relapp.domain.settings import KEEP_IN_TRAY, LOOK
from relapp.domain.words import phrase
from relapp.store import people, writing
from tests.ui.doubles import StandingClock
from ui.main_window import MainWindow
from ui.palette import current
from ui.session import Session
from ui.theme import Mode, Theme
from ui.today.page import TodayPage
from ui.welcome.page import WelcomePage
from ui.widgets.buttons import Button
from ui.window_strips import SampleStrip, UnfinishedStrip


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, theme: Theme, clock: StandingClock) -> Iterator[Session]:
    made = Session(qapp, clock)
    yield made
    made.end()
    theme.apply(Mode.LIGHT)


@pytest.fixture
def cut_off(file: Path, clock: StandingClock) -> Callable[[], None]:
    """Leaves a long change unfinished in the file, as a crash would: one person is in already."""

    def leave() -> None:
        core = build(file, clock)
        db, basis = core.desk.db, core.desk.basis()
        change = writing.open_long(db, basis, phrase("Import of {name}", name="book.vcf"), (Area.PEOPLE,))
        with writing.batch(db, basis, change):
            people.insert(db, "uid-1", PersonName(full="Tom Keller"), basis.seconds)
        core.close()

    return leave


def opened(session: Session) -> MainWindow:
    assert session.window is not None
    return session.window


def answer(qtbot: QtBot, text: str) -> list[str]:
    """Presses this button of the next message box; returns what the box said, once it came."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        said.append(box.text())
        next(one for one in box.findChildren(QPushButton) if one.text() == text).click()

    QTimer.singleShot(0, press)
    return said


def test_a_new_file_is_made_and_welcomes(session: Session, file: Path) -> None:
    assert session.open_own(file)
    assert file.exists()
    assert isinstance(opened(session).stack.currentWidget(), WelcomePage)


def test_it_opens_on_the_page_and_in_the_look_of_last_time(session: Session, file: Path, clock: StandingClock) -> None:
    before = build(file, clock)
    before.people.add("Tom Keller")
    before.settings.set(LOOK, "dark")
    before.settings.remember("window", {"geometry": "", "page": "history"})
    before.close()
    session.open_own(file)
    assert opened(session).side_bar.selected() == "history"
    assert current().name == "dark"


def test_what_may_wait_is_done_after_the_first_paint(qtbot: QtBot, session: Session, file: Path, tom: int) -> None:
    session.open_own(file)
    window = opened(session)
    assert window.side_bar.item("people").badge == ""
    qtbot.waitUntil(lambda: window.side_bar.item("people").badge == "1")


def test_the_sample_is_a_visit_to_another_file_in_the_look_of_the_own_one(
    qtbot: QtBot, session: Session, file: Path, core: Core, tom: int
) -> None:
    session.open_own(file)
    opened(session).run_command("dark")
    opened(session).run_command("sample")
    qtbot.waitUntil(lambda: session.window is not None and session.window.core.files.path != file)
    window = opened(session)
    sample = window.core.files.path
    assert window.windowTitle() == "Sample portfolio – Relapp"
    assert isinstance(window.stack.currentWidget(), TodayPage)
    qtbot.waitUntil(lambda: window.core.directory.count() > 100, timeout=60_000)
    strip = window.findChild(SampleStrip)
    assert isinstance(strip, SampleStrip) and strip.isVisible()
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    assert current().name == "dark"
    window.run_command("light")
    assert current().name == "light"
    next(one for one in strip.findChildren(Button) if one.text() == "Back to my file").click()
    qtbot.waitUntil(lambda: session.window is not None and session.window.core.files.path == file)
    assert opened(session).core.directory.count() == 1
    assert not sample.exists()


def test_a_sample_from_the_start_has_no_way_back_and_closes_for_real(qtbot: QtBot, session: Session) -> None:
    session.open_sample(None)
    window = opened(session)
    strip = window.findChild(SampleStrip)
    assert isinstance(strip, SampleStrip)
    assert strip.findChildren(Button) == []
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    assert window.instead_of_closing is None
    window.close()
    qtbot.waitUntil(lambda: session.window is None)
    qtbot.waitUntil(lambda: session.window is None)


def test_a_file_that_is_none_of_ours_is_said_and_may_be_left(qtbot: QtBot, session: Session, file: Path) -> None:
    file.write_bytes(b"not a database at all, but long enough to be looked at" * 100)
    said = answer(qtbot, "Quit")
    assert not session.open_own(file)
    assert len(said) == 1 and str(file) in said[0]
    assert session.window is None


def test_in_the_background_what_is_wrong_is_said_on_the_terminal(
    qtbot: QtBot, qapp: QApplication, clock: StandingClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(qapp, clock, background=True)
    assert not session.open_own(tmp_path / "missing" / "x.db")
    assert "missing" in capsys.readouterr().err
    session.end()


def test_in_the_background_the_window_is_minimised_and_all_the_same_complete(
    qtbot: QtBot, qapp: QApplication, clock: StandingClock, file: Path, tom: int
) -> None:
    session = Session(qapp, clock, background=True)
    session.open_own(file)
    window = opened(session)
    assert window.isMinimized()
    qtbot.waitUntil(lambda: window.side_bar.item("people").badge == "1")
    window.come_forward()
    assert not window.isMinimized()
    session.end()


@pytest.mark.parametrize(("button", "left"), [("Undo", 0), ("Keep", 1)])
def test_a_change_that_was_cut_off_is_taken_back_or_kept(
    qtbot: QtBot, session: Session, file: Path, cut_off: Callable[[], None], button: str, left: int
) -> None:
    cut_off()
    session.open_own(file)
    window = opened(session)
    qtbot.waitUntil(lambda: window.findChild(UnfinishedStrip) is not None)
    strip = window.findChild(UnfinishedStrip)
    assert isinstance(strip, UnfinishedStrip) and strip.isVisible()
    next(one for one in strip.findChildren(Button) if one.text() == button).click()
    assert window.core.directory.count() == left
    assert window.core.history.unfinished() is None
    assert not strip.isVisible()


def settled(qtbot: QtBot, session: Session) -> MainWindow:
    """The open window, once closing means what it means."""
    window = opened(session)
    qtbot.waitUntil(lambda: window.instead_of_closing is not None)
    return window


def test_quitting_ends_the_session(qtbot: QtBot, session: Session, file: Path) -> None:
    session.open_own(file)
    settled(qtbot, session).run_command("quit")
    qtbot.waitUntil(lambda: session.window is None)


def test_where_it_need_not_stay_closing_ends_the_session(qtbot: QtBot, session: Session, file: Path) -> None:
    session.open_own(file)
    window = settled(qtbot, session)
    window.core.settings.set(KEEP_IN_TRAY, False)
    window.close()
    qtbot.waitUntil(lambda: session.window is None)


def test_without_a_tray_closing_minimises_and_says_so_once(qtbot: QtBot, session: Session, file: Path) -> None:
    session.open_own(file)
    window = settled(qtbot, session)
    said = answer(qtbot, "Minimise")
    window.close()
    qtbot.waitUntil(window.isMinimized)
    assert len(said) == 1 and "no tray" in said[0]
    window.come_forward()
    window.close()
    assert window.isMinimized() and session.window is window


def test_who_is_told_may_quit_instead(qtbot: QtBot, session: Session, file: Path) -> None:
    session.open_own(file)
    window = settled(qtbot, session)
    answer(qtbot, "Quit")
    window.close()
    qtbot.waitUntil(lambda: session.window is None)


def test_a_hidden_window_comes_back_and_is_quit(qtbot: QtBot, session: Session, file: Path) -> None:
    session.open_own(file)
    window = settled(qtbot, session)
    window.hide()
    window.come_forward()
    assert window.isVisible()
    window.hide()
    window.run_command("quit")
    qtbot.waitUntil(lambda: session.window is None)
