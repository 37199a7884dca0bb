"""When it was: said in words ("yesterday 16:00"), or chosen by date and time. All in my zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTimeEdit, QWidget

from relapp.core import Core
from relapp.domain.instants import instant
from relapp.domain.settings import FIRST_WEEKDAY
from relapp.domain.when import MONDAY, read_moment
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.timeline.popover import Popover
from ui.widgets.buttons import Button, Weight
from ui.widgets.chip import Chip
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.line_field import inset
from ui.widgets.text import Label, Look


class WhenPopover(Popover):
    """`chosen` carries the instant (UTC), or None for the moment of saving."""

    chosen = Signal(object)

    def __init__(self, anchor: QWidget, core: Core, at: datetime | None, *, may_be_now: bool = True) -> None:
        super().__init__(anchor, tr("When it was"))
        self._core = core
        self._moments = Moments(core)
        self._may_be_now = may_be_now
        self._at = at or core.desk.now()
        self.phrase = QLineEdit(self)
        self.phrase.setPlaceholderText(tr("yesterday 16:00"))
        self.phrase.setAccessibleName(tr("When, in words"))
        self.understood = Label("", Look.SECONDARY, self, wrap=True)
        self.date = DateEdit(QDate(2000, 1, 1), self)
        self.date.calendarWidget().setFirstDayOfWeek(self._moments.first_weekday())
        self.date.setAccessibleName(tr("Date"))
        self.time = QTimeEdit(self)
        self.time.setDisplayFormat(self._moments.time_format())
        self.time.setAccessibleName(tr("Time"))
        inset(self.time)
        self.done = Button(tr("Set"), "", Weight.PRIMARY, self, small=True)
        self._build_layout()
        self._show(self._at)
        self.phrase.textEdited.connect(self._on_phrase_typed)
        self.phrase.returnPressed.connect(self._finish)
        self.date.dateChanged.connect(self._on_fields_changed)
        self.time.timeChanged.connect(self._on_fields_changed)
        self.done.clicked.connect(self._finish)
        self.setFocusProxy(self.phrase)
        self.phrase.setFocus()

    def _build_layout(self) -> None:
        self.rows.addWidget(self.phrase)
        self.rows.addWidget(self.understood)
        usual = FlowLayout()
        for text, words in self._usual():
            chip = Chip(text, Tone.GREY, parent=self, clickable=True)
            chip.clicked.connect(lambda _=False, words=words: self._take(words))
            usual.addWidget(chip)
        self.rows.addLayout(usual)
        both = QHBoxLayout()
        both.setSpacing(px(6))
        both.addWidget(self.date, 3)
        both.addWidget(self.time, 2)
        self.rows.addLayout(both)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.rows.addLayout(foot)

    def _usual(self) -> list[tuple[str, str]]:
        """What chips say, and what is read for it; "" is now."""
        now = [(tr("now"), "")] if self._may_be_now else []
        return [*now, (tr("1 hour ago"), "1 h ago"), (tr("yesterday"), "yesterday"), (tr("a week ago"), "a week ago")]

    def _local_now(self) -> datetime:
        return self._core.desk.now().astimezone(self._core.desk.zone())

    def _read(self, words: str) -> datetime | None:
        first = self._core.settings.get(FIRST_WEEKDAY)
        return read_moment(words, self._local_now(), first - 1 if first else MONDAY)

    def _take(self, words: str) -> None:
        self.chosen.emit(self._read(words) if words else None)
        self.close()

    def _on_phrase_typed(self, text: str) -> None:
        found = self._read(text) if text.strip() else None
        if found is not None:
            self._show(found)
        elif text.strip():
            self.understood.setText(tr("Say it like “yesterday 16:00”, “fri 10:00” or “3 march 9:30”."))

    def _on_fields_changed(self) -> None:
        self.phrase.clear()
        day, clock = self.date.date(), self.time.time()
        when = date(day.year(), day.month(), day.day())
        self._at = instant(when, time(clock.hour(), clock.minute()), self._core.desk.zone()).astimezone(UTC)
        self.understood.setText(self._moments.day_and_time(self._at))

    def _show(self, at: datetime) -> None:
        self._at = at
        local = at.astimezone(self._core.desk.zone())
        for field in (self.date, self.time):
            field.blockSignals(True)
        self.date.setDate(QDate(local.year, local.month, local.day))
        self.time.setTime(QTime(local.hour, local.minute))
        for field in (self.date, self.time):
            field.blockSignals(False)
        self.understood.setText(self._moments.day_and_time(at))

    def _finish(self) -> None:
        text = self.phrase.text().strip()
        if text and self._read(text) is None:
            return
        self.chosen.emit(self._at)
        self.close()
