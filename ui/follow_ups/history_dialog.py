"""What became of each delivery of one follow-up: intended, shown, held back and why, and by which back end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from relapp.domain.follow_ups import DeliveryRecord
from relapp.domain.relative import counted
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page import ScrollColumn
from ui.widgets.text import ElidedLabel, Label, Look, line


class HistoryDialog(QDialog):
    """Reads only; raises NoSuchRecord when the follow-up is gone."""

    def __init__(self, shell: Shell, follow_up: int) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = shell.core.follow_ups.get(follow_up)
        self._moments = Moments(shell.core)
        self.setWindowTitle(tr("Deliveries"))
        self.resize(px(520), px(420))
        self.records = shell.core.follow_ups.history(follow_up)
        scroll = ScrollColumn(self, margin=0, gap=10)
        for number, record in enumerate(self.records):
            if number:
                scroll.column.addWidget(line(self))
            scroll.column.addLayout(self._row(record))
        if not self.records:
            text = tr("It has not been delivered yet. What is shown, held back or shown again stands here then.")
            scroll.column.addWidget(Label(text, Look.MUTED, wrap=True))
        close = Button(tr("Close"), "", Weight.PRIMARY, self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(22), px(20), px(22), px(18))
        rows.setSpacing(px(12))
        name = shell.core.people.name(found.person)
        rows.addWidget(ElidedLabel(f"{name} · {found.what}", Look.HEADING))
        rows.addWidget(scroll, 1)
        rows.addLayout(foot)

    def _row(self, record: DeliveryRecord) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Label(self.sentence(record), Look.BODY, wrap=True))
        if record.reason:
            words.addWidget(Label(record.reason, Look.SECONDARY, wrap=True))
        chips = FlowLayout()
        for text, tone in self.chips(record):
            chips.addWidget(Chip(text, tone))
        words.addLayout(chips)
        return words

    def sentence(self, record: DeliveryRecord) -> str:
        """ "Intended for Mon 16 March · 09:00, shown Mon 16 March · 09:00." """
        intended = self._moments.day_and_time(record.intended)
        if record.shown is None:
            return tr("Intended for {intended}, not shown yet.").format(intended=intended)
        shown = self._moments.day_and_time(record.shown)
        return tr("Intended for {intended}, shown {shown}.").format(intended=intended, shown=shown)

    def chips(self, record: DeliveryRecord) -> list[tuple[str, Tone]]:
        """By what it came, and what was special."""
        found = [(record.back_end, Tone.GREY)] if record.back_end else []
        if record.held:
            found.append((tr("held back"), Tone.PLUM))
        if record.late:
            found.append((tr("late"), Tone.RED))
        if record.times > 1:
            found.append((counted(record.times, tr("shown once"), tr("shown {n} times")), Tone.AMBER))
        if record.shown is not None and record.confirmed is None:
            found.append((tr("not confirmed"), Tone.AMBER))
        if record.dismissed is not None:
            found.append((tr("dismissed"), Tone.GREY))
        return found
