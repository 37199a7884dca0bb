"""When a follow-up is due: said in words, or chosen by date and time. The two are kept in step, in my zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain.follow_up_words import FollowUpWords
from relapp.domain.instants import instant
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.widgets.chip import Chip
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.line_field import inset
from ui.widgets.text import Label, Look

NINE = time(9)


class DueField(QWidget):
    """`changed` after each change by the user; `repeat_said` carries a repeat that the words held."""

    changed = Signal()
    repeat_said = Signal(str)

    def __init__(self, core: Core, read: Callable[[str], FollowUpWords | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._read = read
        moments = Moments(core)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("next fri 10:00, in 3 weeks, every first monday…"))
        self.words.setAccessibleName(tr("When, in words"))
        self.day = DateEdit(QDate(2000, 1, 1), self)
        self.day.calendarWidget().setFirstDayOfWeek(moments.first_weekday())
        self.day.setAccessibleName(tr("Date"))
        self.time = QTimeEdit(self)
        self.time.setDisplayFormat(moments.time_format())
        self.time.setAccessibleName(tr("Time"))
        for field in (self.day, self.time):
            inset(field)
        self.all_day = QCheckBox(tr("All day"), self)
        self.sorry = Label("", Look.SECONDARY, self, wrap=True)
        self.sorry.setProperty("tone", "red")
        self.sorry.hide()
        self._build_layout()
        self.words.textEdited.connect(self._on_words_typed)
        self.day.dateChanged.connect(self._on_fields_changed)
        self.time.timeChanged.connect(self._on_fields_changed)
        self.all_day.toggled.connect(self._on_fields_changed)
        self.setFocusProxy(self.words)

    def _build_layout(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(px(8))
        both.addWidget(self.day, 3)
        both.addWidget(self.time, 2)
        both.addWidget(self.all_day)
        usual = FlowLayout()
        for shown, words in (
            (tr("tomorrow"), "tomorrow"),
            (tr("in 3 days"), "in 3 days"),
            (tr("next Monday"), "next mon"),
            (tr("in 2 weeks"), "in 2 weeks"),
            (tr("in a month"), "in 1 month"),
            (tr("30 days after the last contact"), "30 days after the last contact"),
        ):
            chip = Chip(shown, Tone.GREY, parent=self, clickable=True)
            chip.clicked.connect(lambda _=False, words=words: self.say(words))
            usual.addWidget(chip)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(7))
        rows.addWidget(self.words)
        rows.addWidget(self.sorry)
        rows.addLayout(usual)
        rows.addLayout(both)

    def due(self) -> datetime | date:
        """What is chosen: a UTC instant, or a date for all day."""
        chosen, clock = self.day.date(), self.time.time()
        day = date(chosen.year(), chosen.month(), chosen.day())
        if self.all_day.isChecked():
            return day
        return instant(day, time(clock.hour(), clock.minute()), self._core.desk.zone()).astimezone(UTC)

    def understood(self) -> bool:
        """Whether the words, if any, made sense."""
        return self.sorry.isHidden()

    def show_due(self, due: datetime | date) -> None:
        """Shows this; tells nobody."""
        local = due.astimezone(self._core.desk.zone()) if isinstance(due, datetime) else None
        day = due if local is None else local.date()
        fields = (self.day, self.time, self.all_day)
        for field in fields:
            field.blockSignals(True)
        self.day.setDate(QDate(day.year, day.month, day.day))
        if local is not None:
            self.time.setTime(QTime(local.hour, local.minute))
        elif self.time.time() == QTime(0, 0):
            self.time.setTime(QTime(NINE.hour, NINE.minute))
        self.all_day.setChecked(local is None)
        self.time.setEnabled(local is not None)
        for field in fields:
            field.blockSignals(False)
        self._forgive()

    def say(self, words: str) -> None:
        """As if these words had been typed."""
        self.words.setText(words)
        self._on_words_typed(words)

    def take(self, due: datetime | date) -> None:
        """As if the user had chosen this."""
        self.words.clear()
        self.show_due(due)
        self.changed.emit()

    def _on_words_typed(self, text: str) -> None:
        if not text.strip():
            self._forgive()
            return
        found = self._read(text)
        if found is None:
            self.sorry.setText(tr("Say it like “next fri 10:00”, “in 3 weeks” or “every first monday”."))
            self.sorry.show()
            self.changed.emit()
            return
        self.show_due(found.due)
        if found.repeat:
            self.repeat_said.emit(found.repeat)
        self.changed.emit()

    def _on_fields_changed(self) -> None:
        self.words.clear()
        self.time.setEnabled(not self.all_day.isChecked())
        self._forgive()
        self.changed.emit()

    def _forgive(self) -> None:
        self.sorry.hide()
