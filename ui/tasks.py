"""The threads: one queue for long work on the file, with progress and cancel. Everything else stays on the GUI thread.

The worker opens the file a second time (its own connection), so the window stays alive meanwhile; what it publishes
arrives on the bus in the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from relapp.core import Core
from relapp.domain.errors import Cancelled, KnownError

T = TypeVar("T")
OpenCore = Callable[[Callable[[Any], None]], Core]
"""Opens the file once more, in the thread that calls it, publishing to the given callable."""


class Progress(QObject):
    """How far a task is. The work calls it as `progress(done, total)`; that raises Cancelled once the user asked."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = False

    def cancel(self) -> None:
        """Asks the work to stop at its next step. Any thread."""
        self._stop = True

    def __call__(self, done: int, total: int) -> None:
        if self._stop:
            raise Cancelled
        self.moved.emit(done, total)


class Task(QObject):
    """One piece of work on the queue. Its public signals come in the GUI thread; `ended` is always the last."""

    succeeded = Signal(object)
    failed = Signal(str)
    broke = Signal(object)
    ended = Signal()
    _returned = Signal(object, object)

    def __init__(self, title: str, work: Callable[[Core, Progress], Any], *, quiet: bool = False) -> None:
        super().__init__()
        self.title = title
        self.quiet = quiet
        self.work = work
        self.progress = Progress()
        self._returned.connect(self._on_work_returned, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Asks the work to stop."""
        self.progress.cancel()

    def finish(self, result: object, error: Exception | None) -> None:
        """Told by the worker, in its thread."""
        self._returned.emit(result, error)

    @Slot(object, object)
    def _on_work_returned(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, KnownError):
            self.failed.emit(str(error))
        else:
            self.broke.emit(error)
        self.ended.emit()


class _Worker(QObject):
    """Lives in the data thread."""

    published = Signal(object)

    def __init__(self, open_core: OpenCore) -> None:
        super().__init__()
        self._open_core = open_core

    @Slot(object)
    def run(self, task: Task) -> None:
        try:
            core = self._open_core(self.published.emit)
            try:
                task.finish(task.work(core, task.progress), None)
            finally:
                core.close()
        except Exception as error:  # noqa: BLE001 - a bug in the thread must reach the error dialog, not vanish
            task.finish(None, error)


class Tasks(QObject):
    """The data queue. `started` tells the window to show a task; it hides it again on the task's `ended`."""

    started = Signal(object)
    published = Signal(object)
    _wanted = Signal(object)

    def __init__(self, open_core: OpenCore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_core = open_core
        self._thread: QThread | None = None
        self._worker: _Worker | None = None
        self._running: list[Task] = []
        self._stopped = False

    def run(
        self,
        title: str,
        work: Callable[[Core, Progress], T],
        succeeded: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
        *,
        quiet: bool = False,
    ) -> Task:
        """Queues `work`; it gets a core of its own and a progress to call. Returns the task, to watch or cancel it.

        A `quiet` one only looks something up: the window shows no progress of it and closes without asking.
        After `stop` nothing is begun any more: the task fails as if it had been cancelled.
        """
        task = Task(title, work, quiet=quiet)
        if succeeded is not None:
            task.succeeded.connect(succeeded)
        if failed is not None:
            task.failed.connect(failed)
        self._running.append(task)
        task.ended.connect(self._on_task_ended)
        if self._stopped:
            task.finish(None, Cancelled())
            return task
        self._start_thread()
        self.started.emit(task)
        self._wanted.emit(task)
        return task

    def busy(self) -> bool:
        """Whether anything is running or waiting that isn't quiet."""
        return any(not task.quiet for task in self._running)

    def stop(self) -> None:
        """Cancels what runs and waits for the thread; call it before the file is closed."""
        self._stopped = True
        for task in self._running:
            task.cancel()
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
            self._thread = None

    def _start_thread(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread(self)
        self._worker = _Worker(self._open_core)
        self._worker.moveToThread(self._thread)
        self._worker.published.connect(self.published)
        self._wanted.connect(self._worker.run, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    @Slot()
    def _on_task_ended(self) -> None:
        task = self.sender()
        self._running = [one for one in self._running if one is not task]
