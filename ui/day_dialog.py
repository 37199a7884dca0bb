"""Asks for a day, and where wanted for an hour: until when to snooze, where to move to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTimeEdit, QVBoxLayout

from relapp.domain.instants import instant
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import Field


class DayDialog(QDialog):
    """Calls `chosen` with the day, or with `timed` with the UTC instant; nothing earlier than today is offered."""

    def __init__(
        self, shell: Shell, title: str, first: datetime | date, chosen: Callable[[datetime | date], object]
    ) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._zone = shell.core.desk.zone()
        self._chosen = chosen
        local = first.astimezone(self._zone) if isinstance(first, datetime) else None
        begin = first if local is None else local.date()
        today = shell.core.desk.today()
        self.day = DateEdit(QDate(begin.year, begin.month, begin.day), self)
        self.day.setMinimumDate(QDate(today.year, today.month, today.day))
        moments = Moments(shell.core)
        self.day.calendarWidget().setFirstDayOfWeek(moments.first_weekday())
        self.time: QTimeEdit | None = None
        fields = QHBoxLayout()
        fields.setSpacing(px(10))
        fields.addWidget(Field(tr("Day"), self.day), 3)
        if local is not None:
            self.time = QTimeEdit(QTime(local.hour, local.minute), self)
            self.time.setDisplayFormat(moments.time_format())
            fields.addWidget(Field(tr("Time"), self.time), 2)
        self.cancel_button = Button(tr("Cancel"), parent=self)
        self.set_button = Button(tr("Set"), "", Weight.PRIMARY, self)
        self.cancel_button.clicked.connect(self.reject)
        self.set_button.clicked.connect(self.accept)
        self.set_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.set_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(14))
        rows.addLayout(fields)
        rows.addLayout(foot)
        self.setMinimumWidth(px(320))
        self.day.setFocus()

    def accept(self) -> None:
        """What is in the fields is chosen."""
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        super().accept()
        if self.time is None:
            self._chosen(day)
        else:
            clock = self.time.time()
            self._chosen(instant(day, time(clock.hour(), clock.minute()), self._zone).astimezone(UTC))
