"""The real window on a file, on a screen that is none; and how long it takes until what was asked for is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relapp.core import build
from relapp.ports import Clock
from tests.bench.portfolio import NOW, ZONE
from tests.bench.timing import milliseconds
from tests.clocks import StandingClock
from ui.bus import Bus
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import Mode, Theme, application


class Paints(QObject):
    """Counts the paints of a widget: a figure without one would be the figure of something else."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


@contextmanager
def opened(path: Path, clock: Clock | None = None) -> Iterator[MainWindow]:
    """The window in the size of the drawings, on the People page, with everything settled that waits at the start.

    The clock stands where the entries end, unless another is given.
    """
    existing = QCoreApplication.instance()
    app = existing if isinstance(existing, QApplication) else application(["relapp"])
    bus, clock, theme = Bus(), clock or StandingClock(NOW, ZONE), Theme(app)
    theme.apply(Mode.LIGHT)
    core = build(path, clock, bus.changed.emit)
    tasks = Tasks(lambda publish: build(path, clock, publish))
    window = MainWindow(core, bus, lambda: tasks, theme, welcoming=False)
    window.resize(1360, 860)
    window.open_page("people")
    window.show()
    settle()
    yield window
    tasks.stop()
    window.hide()
    window.deleteLater()
    settle()
    core.close()


def settle() -> None:
    """Lets happen what waits: timers of no time, deletions, paints."""
    for _ in range(20):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def until_painted(act: Callable[[], object], *seen: QWidget) -> float:
    """Milliseconds from the act to the end of the paint that follows; later timers are not waited for."""
    watches = [Paints(widget) for widget in seen]

    def whole() -> None:
        act()
        QCoreApplication.sendPostedEvents()

    taken = milliseconds(whole)
    assert all(watch.count for watch in watches), "nothing was painted"
    for watch in watches:
        watch.deleteLater()
    return taken


def click(widget: QWidget, place: QPoint) -> None:
    """A click of the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def press(widget: QWidget, key: Qt.Key) -> None:
    """One key."""
    QTest.keyClick(widget, key)
