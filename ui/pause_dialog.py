"""Asks until which day reminders pause."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from relapp.domain.words import tr
from ui import pauses
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import Field


class PauseDialog(QDialog):
    """The pause ends with the first opening of the day, which is said below it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Pause until a date"))
        self._shell = shell
        today = shell.core.desk.today()
        tomorrow = QDate(today.year, today.month, today.day).addDays(1)
        self.day = DateEdit(tomorrow, self)
        self.day.setMinimumDate(tomorrow)
        self.field = Field(tr("&Back on"), self.day, " ")
        self.save_button = Button(tr("Pause"), "", Weight.PRIMARY, self)
        cancel = Button(tr("Cancel"), parent=self)
        cancel.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(14))
        rows.addWidget(self.field)
        rows.addLayout(foot)
        self.setMinimumWidth(px(320))
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        self.day.dateChanged.connect(self._say_when)
        self._say_when()
        self.day.setFocus()

    def _chosen(self) -> date:
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def _say_when(self) -> None:
        until = pauses.until_day(self._shell.core, self._chosen())
        self.field.set_hint(
            tr("Reminders come again on {when}.").format(when=Moments(self._shell.core).day_and_time(until))
        )

    def save(self) -> None:
        """Pauses, and closes."""
        pauses.pause_until(self._shell, pauses.until_day(self._shell.core, self._chosen()))
        self.accept()
