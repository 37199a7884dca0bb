"""What was refused, with whom and why; each may be let come again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from relapp.domain.weekly import Act
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets.buttons import Button
from ui.widgets.page import ScrollColumn
from ui.widgets.text import ElidedLabel, Label, Look, line


class RestsDialog(QDialog):
    """A list with a button a row."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What rests"))
        self._shell = shell
        self._moments = Moments(shell.core)
        self.wake_buttons: list[Button] = []
        scroll = ScrollColumn(margin=4, gap=8)
        for act in shell.core.weekly.refused():
            if self.wake_buttons:
                scroll.column.addWidget(line())
            scroll.column.addLayout(self._row(act))
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(12))
        rows.addWidget(Label(tr("These are not suggested any more."), Look.MUTED))
        rows.addWidget(scroll, 1)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(px(460), px(360))

    def _row(self, act: Act) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(ElidedLabel(act.title, Look.HEADING))
        since = tr("since {day}").format(day=self._moments.day(act.day))
        words.addWidget(ElidedLabel(" · ".join(part for part in (since, act.why) if part), Look.SECONDARY))
        wake = Button(tr("Suggest again"), small=True)
        wake.clicked.connect(lambda: self._wake(act, wake))
        self.wake_buttons.append(wake)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addLayout(words, 1)
        row.addWidget(wake, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _wake(self, act: Act, button: Button) -> None:
        if self._shell.attempt(lambda: self._shell.core.weekly.wake(act.id)):
            button.setEnabled(False)
