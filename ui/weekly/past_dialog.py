"""Whom the session reached, week by week; a row opens the file."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from relapp.domain.relative import counted
from relapp.domain.session import monday
from relapp.domain.weekly import Act, Said
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets.buttons import Button
from ui.widgets.page import ScrollColumn
from ui.widgets.row import Row, passive
from ui.widgets.section_header import SectionHeader
from ui.widgets.text import ElidedLabel, Label, Look

_DAYS = 366


class PastDialog(QDialog):
    """The year up to today, newest first."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Whom it reached"))
        self._shell = shell
        self._moments = Moments(shell.core)
        self.rows: list[Row] = []
        scroll = ScrollColumn(margin=4, gap=4)
        since = shell.core.desk.today() - timedelta(days=_DAYS)
        done = [act for act in shell.core.weekly.acts(since) if act.said is Said.DONE]
        for week, acts in groupby(done, lambda act: monday(act.day)):
            of = list(acts)
            count = counted(len(of), tr("1 act"), tr("{n} acts"))
            day = self._moments.day(week, weekday=False)
            scroll.column.addWidget(SectionHeader(tr("Week of {day} · {count}").format(day=day, count=count)))
            for act in of:
                scroll.column.addWidget(self._row(act))
        if not done:
            scroll.column.addWidget(Label(tr("No session was held yet."), Look.MUTED))
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(12))
        rows.addWidget(scroll, 1)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(px(480), px(520))

    def _row(self, act: Act) -> Row:
        day = self._moments.day(act.day)
        row = Row(f"{act.title}, {day}")
        words = QHBoxLayout(row)
        words.setContentsMargins(px(6), px(6), px(6), px(6))
        words.setSpacing(px(10))
        words.addWidget(passive(ElidedLabel(act.title)), 1)
        words.addWidget(passive(Label(day, Look.SECONDARY)))
        row.setEnabled(act.person is not None)
        row.clicked.connect(lambda: self._open(act))
        row.stepped.connect(self._on_row_stepped)
        self.rows.append(row)
        return row

    def _open(self, act: Act) -> None:
        if act.person is not None:
            self.accept()
            self._shell.open_person(act.person)

    def _on_row_stepped(self, step: int) -> None:
        here = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        if here is not None and 0 <= here + step < len(self.rows):
            self.rows[here + step].setFocus(Qt.FocusReason.TabFocusReason)
