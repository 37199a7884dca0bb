"""The strip that shows the long work of the data thread: what it is, how far, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.tasks import Task
from ui.widgets.buttons import Button
from ui.widgets.text import ElidedLabel


class ProgressStrip(QFrame):
    """Hidden while nothing runs; shows the oldest task of the queue. `broke` carries a task's unexpected exception."""

    broke = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self.setProperty("tone", "grey")
        self._queue: list[Task] = []
        self._title = ElidedLabel("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(px(200), px(6))
        self._stop = Button(tr("Stop"), "x", parent=self, small=True)
        self._stop.clicked.connect(self._on_stop_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(self._title, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self.hide()

    def title(self) -> str:
        """What is going on."""
        return self._title.text()

    def follow(self, task: Task) -> None:
        """Shows a task that was started, until it ends; of a quiet one only what breaks."""
        task.broke.connect(self.broke)
        if task.quiet:
            return
        self._queue.append(task)
        task.progress.moved.connect(self._on_task_moved)
        task.ended.connect(self._on_task_ended)
        self._show_first()

    @Slot(int, int)
    def _on_task_moved(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot()
    def _on_task_ended(self) -> None:
        ended = self.sender()
        self._queue = [task for task in self._queue if task is not ended]
        self._show_first()

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._queue:
            self._queue[0].cancel()
            self._stop.setEnabled(False)

    def _show_first(self) -> None:
        if self._queue and self._title.text() != self._queue[0].title:
            title = self._queue[0].title
            self._title.setText(title)
            self.setAccessibleName(title)
            self._bar.setAccessibleName(title)
            self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.setVisible(bool(self._queue))
        if not self._queue:
            self._title.setText("")
            self._bar.setRange(0, 1)
