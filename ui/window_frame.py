"""What a window of ours does whatever it shows: strips, notices and long work, its first paint, and its closing.

What the first frame does not show is imported and made when it is first needed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from ui.progress_strip import ProgressStrip
    from ui.tasks import Task, Tasks
    from ui.widgets.strip import ErrorStrip
    from ui.widgets.toast import Toast
    from ui.window_strips import Strips

_LOOKS_FORWARD_MS = 400


class WindowFrame(QWidget):
    """`first_painted` comes once, after the first frame; `broke` carries an unexpected exception of a task.

    Closing asks `instead_of_closing`, where there is one, which may put the window away and say True; unless it is
    `leaving`, which is for good.

    Strips go into the second place of `column`, below the top bar.
    """

    first_painted = Signal()
    closed = Signal()
    broke = Signal(object)

    def __init__(self, make_tasks: Callable[[], Tasks], *, may_stop: bool) -> None:
        """`make_tasks` is called for the first task; with `may_stop` nobody is asked before one is cut off."""
        super().__init__()
        self._make_tasks = make_tasks
        self._may_stop = may_stop
        self.instead_of_closing: Callable[[], bool] | None = None
        self.leaving = False
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._painted = False
        _FirstPaint(self, self._on_first_painted)

    def remember(self) -> None:
        """Called before the window closes."""

    # --- parts that are made when they have something to show

    @cached_property
    def _strips(self) -> Strips:
        from ui.window_strips import Strips

        strips = Strips()
        self.column.insertWidget(1, strips)
        return strips

    @cached_property
    def errors(self) -> ErrorStrip:
        """What could not be done, in a sentence above the page."""
        from ui.widgets.strip import ErrorStrip

        strip = ErrorStrip()
        self.add_strip(strip)
        return strip

    @cached_property
    def progress(self) -> ProgressStrip:
        """Long work, above the page."""
        from ui.progress_strip import ProgressStrip

        strip = ProgressStrip()
        strip.broke.connect(self.broke)
        self.add_strip(strip)
        return strip

    @cached_property
    def tasks(self) -> Tasks:
        """The data thread; what runs in it is shown by `progress`."""
        tasks = self._make_tasks()
        tasks.setParent(self)
        tasks.started.connect(self._on_task_started)
        return tasks

    @cached_property
    def toast(self) -> Toast:
        """What was just done, over the foot of the window."""
        from ui.widgets.toast import Toast

        return Toast(self)

    def add_strip(self, strip: QWidget) -> None:
        """One more strip above the page."""
        self._strips.add(strip)

    def show_error(self, sentence: str) -> None:
        """Says what could not be done: above the page, or above the dialog that is in front of it."""
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            self.errors.show_error(sentence)
            return
        from ui.questions import tell

        tell(dialog, sentence)

    def clear_error(self) -> None:
        """What was wrong is over."""
        if "errors" in self.__dict__:
            self.errors.clear()

    @Slot(object)
    def _on_task_started(self, task: Task) -> None:
        self.progress.follow(task)

    # --- the first paint

    def after_paint(self, act: Callable[[], object]) -> None:
        """Calls `act` in a later turn of the event loop, and not before the window was first painted."""
        if self._painted:
            QTimer.singleShot(0, self, act)
        else:
            self.first_painted.connect(act)

    def settle_unseen(self) -> None:
        """What follows the first paint follows now: a window that starts minimised may never be painted."""
        QTimer.singleShot(0, self, self._on_first_painted)

    def _on_first_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    # --- to the front, and the end

    def come_forward(self, token: str = "") -> None:
        """To the front of all windows; where the system allows no program to do that, it asks for attention."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Wayland lets through who names the click that led here
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QTimer.singleShot(_LOOKS_FORWARD_MS, self, lambda: QApplication.alert(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving and self.instead_of_closing is not None and self.instead_of_closing():
            event.ignore()
            return
        if "tasks" in self.__dict__ and self.tasks.busy() and not self._may_stop:
            event.ignore()
            self._ask_to_stop()
            return
        self.remember()
        self.stop_tasks()
        event.accept()
        self.closed.emit()

    def leave(self) -> None:
        """Closes for good, seen or hidden; asks before it cuts off long work."""
        self.leaving = True
        self.close()
        self.leaving = False

    def stop_tasks(self) -> None:
        """Ends the data thread; without that its window may not be destroyed."""
        if "tasks" in self.__dict__:
            self.tasks.stop()

    def _ask_to_stop(self) -> None:
        from ui.questions import ask_to_stop

        if not self.isVisible():
            self.come_forward()
        ask_to_stop(self, self.progress.title(), self.close_at_once)

    @Slot()
    def close_at_once(self) -> None:
        """Closes without asking; what runs is stopped and taken back."""
        self._may_stop = True
        self.leave()


class _FirstPaint(QObject):
    """Calls `painted` once the first frame is on the screen, then listens no more."""

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)  # children are painted and the frame is shown before that
        return False
