"""For tests of the window: a real file with a clock that stands, people in it, and a window that only listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from relapp.core import Core, build
from relapp.domain.entries.kind import Direction
from relapp.domain.people import Tier
from relapp.domain.timeline import NewEntry
from tests.blank import on_blank, without_disk
from tests.clocks import NOW
from tests.ui.doubles import ShellDouble, StandingClock
from ui.bus import Bus
from ui.main_window import MainWindow
from ui.menu import claim_keys
from ui.tasks import Tasks
from ui.theme import Mode, Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The app's look, light."""
    made = Theme(qapp)
    made.apply(Mode.LIGHT)
    return made


@pytest.fixture
def clock() -> StandingClock:
    """Stands at NOW; move it by `clock.at`."""
    return StandingClock()


@pytest.fixture
def bus(qapp: QApplication) -> Iterator[Bus]:
    """With what was made its child it goes before the next test."""
    made = Bus()
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the file of this test lies."""
    return tmp_path / "mine.db"


@pytest.fixture
def core(file: Path, clock: StandingClock, bus: Bus) -> Iterator[Core]:
    """Services on a real, empty file; what they change is told on `bus`."""
    made = on_blank(file, clock, bus.changed.emit)
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.hide()  # as when the app ends: what a page still has to remember is written before the file is closed
    made.close()


@pytest.fixture
def tasks(core: Core, file: Path, clock: StandingClock, bus: Bus) -> Iterator[Tasks]:
    """The data thread, on the same file."""
    made = Tasks(lambda publish: without_disk(build(file, clock, publish)))
    made.published.connect(bus.changed)
    yield made
    made.stop()


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme, core: Core, bus: Bus, tasks: Tasks) -> ShellDouble:
    """A window that writes down what it was asked."""
    window = QWidget()
    qtbot.addWidget(window)
    return ShellDouble(core, bus, tasks, window)


@pytest.fixture
def tom(core: Core) -> int:
    """Tom Keller, COO at Keller Werk, tier A, called ten days ago."""
    person = core.people.add(
        "Tom Keller",
        organisation="Keller Werk",
        title="COO",
        emails=["tom@keller-werk.example"],
        phones=["+4722123456"],
    )
    core.people.set_tier([person], Tier.A)
    text = "Ida moved to Bergen for university."
    core.entries.log(NewEntry("call", NOW - timedelta(days=10), (person,), text, Direction.IN, minutes=22))
    return person


@pytest.fixture
def marta(core: Core) -> int:
    """Marta Oduya of Oduya Design, no tier, nothing on her timeline."""
    return core.people.add("Marta Oduya", organisation="Oduya Design", title="owner")


@pytest.fixture
def many(core: Core) -> Callable[[int], list[int]]:
    """Adds so many people and returns their ids."""
    return lambda count: [core.people.add(f"Person {number:04d}") for number in range(count)]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, core: Core, bus: Bus, tasks: Tasks) -> Iterator[MainWindow]:
    """The real window on the file, on Today, painted, with all its keys. It is closed before the file is."""
    made = MainWindow(core, bus, lambda: tasks, theme)
    with qtbot.waitSignal(made.first_painted):
        made.open_page("today")
        made.show()
    claim_keys(made, made)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close_at_once()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
