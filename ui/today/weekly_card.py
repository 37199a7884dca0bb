"""The green card that says what this week's session holds, and leads to it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout

from relapp.domain import today_words as words
from relapp.domain.relative import counted, weekday_short
from relapp.domain.settings import WEEKLY_DAY, WEEKLY_MINUTES
from relapp.domain.weekly import Session, session_name
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.text import Label, Look


class WeeklyCard(Card):
    """Has its name and its button at once; what the rules find is shown when it is there."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(_name(shell), "timer", " ", tone=Tone.GREEN)
        self._shell = shell
        self._moments = Moments(shell.core)
        self.sentence = Label("", wrap=True)
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())  # nothing jumps when it comes
        self.start = Button(tr("Start now"), "", Weight.PRIMARY, self, small=True)
        self.start.clicked.connect(lambda: shell.open_page("weekly"))
        self.in_a_row = Label("", Look.SECONDARY)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.start)
        foot.addWidget(self.in_a_row, 1)
        self.body.setSpacing(px(10))
        self.body.addWidget(self.sentence)
        self.body.addLayout(foot)

    def show_name(self) -> None:
        """What it is called follows its day and its length."""
        self.set_title(_name(self._shell))

    def show_session(self, found: Session) -> None:
        """What is left of this week's, or that it is done."""
        self.set_trailing(self._when(found.next_at) if found.next_at is not None else "")
        self.sentence.setText(words.session_words(found))
        self.start.setText(tr("Start now") if found.session else tr("Open"))
        self.start.updateGeometry()
        weeks = found.in_a_row
        self.in_a_row.setText(counted(weeks, tr("1 week"), tr("{n} weeks in a row")) if weeks > 1 else "")

    def _when(self, at: datetime) -> str:
        if at <= self._shell.core.desk.now():
            day = weekday_short(self._moments.day_of(at).weekday())  # it is one of this week
            return tr("since {day} {time}").format(day=day, time=self._moments.time(at))
        distance = (self._moments.day_of(at) - self._shell.core.desk.today()).days
        if distance == 1:
            return tr("tomorrow {time}").format(time=self._moments.time(at))
        return self._moments.soon(at) if distance else tr("today {time}").format(time=self._moments.time(at))


def _name(shell: Shell) -> str:
    settings = shell.core.settings
    return session_name(settings.get(WEEKLY_DAY), settings.get(WEEKLY_MINUTES))
