"""An extra opening on one date: for everything, or for one channel alone ("look at e-mail, Sat 10:00–10:30")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QTimeEdit

from relapp.domain.boundaries.hours import DAY, Opening, Window
from relapp.domain.people import Channel
from relapp.domain.permissions import channel_word
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.small_dialog import SmallDialog, to_date, to_qdate
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import Field
from ui.widgets.text import Label, Look

_SATURDAY = 5


class OpeningDialog(SmallDialog):
    """A new one is offered on the coming Saturday from 10:00 to 10:30."""

    def __init__(self, shell: Shell, opening: Opening | None, *, channel: Channel | None = None) -> None:
        """`opening` None is a new one, by `channel`."""
        super().__init__(shell, tr("Extra opening"), may_delete=opening is not None)
        self._opening = opening
        was = opening or Opening(_next_saturday(shell.core.desk.today()), Window(10 * 60, 10 * 60 + 30), channel)
        shape = Moments(shell.core).time_format()
        self.day = DateEdit(to_qdate(was.day), self)
        self.start = _clock(was.window.start, shape)
        self.end = _clock(was.window.end, shape)
        self.channel = QComboBox(self)
        self.channel.addItem(tr("Everything"), None)
        for one in Channel:
            self.channel.addItem(channel_word(one), one)
        self.channel.setCurrentIndex(self.channel.findData(was.channel) if was.channel else 0)
        self.title = QLineEdit(was.title, self)
        self.title.setPlaceholderText(tr("Look at e-mail, open house…"))
        self._build_fields()

    def _build_fields(self) -> None:
        hours = QHBoxLayout()
        hours.setSpacing(px(10))
        hours.addWidget(Field(tr("&Day"), self.day), 2)
        hours.addWidget(Field(tr("&From"), self.start), 1)
        hours.addWidget(Field(tr("&Until"), self.end), 1)
        self.fields.addLayout(hours)
        self.fields.addWidget(Field(tr("&Open for"), self.channel))
        self.fields.addWidget(Field(tr("&What for"), self.title))
        why = tr("Open for one channel means: only follow-ups by that channel come then.")
        self.fields.addWidget(Label(why, Look.SECONDARY, wrap=True))
        self.day.setFocus()

    def save(self) -> None:
        hours = self.shell.core.hours
        window = Window(_minutes(self.start), _minutes(self.end) or DAY)
        day, channel, title = to_date(self.day.date()), self.channel.currentData(), self.title.text().strip()
        channel = None if channel is None else Channel(channel)
        if self._opening is None:
            hours.open_extra(day, window, channel, title)
        else:
            hours.edit_opening(replace(self._opening, day=day, window=window, channel=channel, title=title))
        self.shell.say(tr("Saved: {title}").format(title=title or self.windowTitle()), undo=True)

    def delete(self) -> None:
        if self._opening is not None:
            self.shell.core.hours.delete_opening(self._opening.id)
            self.shell.say(tr("Extra opening deleted."), undo=True)


def _next_saturday(today: date) -> date:
    return today + timedelta(days=(_SATURDAY - today.weekday()) % 7 or 7)


def _clock(minutes: int, shape: str) -> QTimeEdit:
    made = QTimeEdit(QTime(minutes % DAY // 60, minutes % 60))
    made.setDisplayFormat(shape)
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # hours stand before minutes in every script
    return made


def _minutes(box: QTimeEdit) -> int:
    return box.time().hour() * 60 + box.time().minute()
