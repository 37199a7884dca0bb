"""What a dialog shows while the data thread works for it: what is going on, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.fonts import px
from ui.tasks import Task
from ui.widgets.text import Label, Look


class WaitPage(QWidget):
    """Shows one task at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", Look.HEADING, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(px(280))
        rows = QVBoxLayout(self)
        rows.setSpacing(px(14))
        rows.addStretch(2)
        rows.addWidget(self.words)
        rows.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)

    def watch(self, task: Task) -> None:
        """Follows a task that has just begun."""
        self.say(task.title)
        task.progress.moved.connect(self._on_task_moved)

    def say(self, words: str) -> None:
        """What is going on; how far is not known yet."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)

    @Slot(int, int)
    def _on_task_moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
