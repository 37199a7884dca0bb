"""One reminder in the window: who, what, why now, and the buttons for what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.names import initials
from relapp.domain.people import Channel
from relapp.domain.reminders import Shown
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.reaching import point_for
from ui.reminders.snooze_button import SnoozeButton
from ui.reminders.words import Wording, wording
from ui.shell import Shell
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Glyph
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look, line

_TEXT_LIMIT = 300  # a longer one is read on the person's page


class ReminderRow(QWidget):
    """Tells what was pressed by signals and does nothing itself; `painted` comes with every paint."""

    painted = Signal(str)
    done_wanted = Signal(str)
    snooze_wanted = Signal(str, object, bool)
    date_wanted = Signal(str)
    open_wanted = Signal(str)
    call_wanted = Signal(str)
    mail_wanted = Signal(str)

    def __init__(self, shell: Shell, shown: Shown, *, first: bool, face: Callable[[int], QPixmap | None]) -> None:
        super().__init__()
        self._shell = shell
        self._shown = shown
        self.key = shown.reminder.key
        self.buttons: list[Button] = []
        file = shell.core.people.file(shown.reminder.person)
        self._moments = Moments(shell.core)
        self.wording = wording(shell.core, shown, file.person.time_zone, self._moments)
        self.setAccessibleName(" ".join([self.wording.title, self.wording.text, *self._said()]).strip())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(9))
        rows.addWidget(line(self))
        rows.addLayout(self._build_words(face))
        rows.addLayout(self._build_buttons(first))

    def _said(self) -> list[str]:
        return [text for text, _, _ in self.wording.chips]

    # --- words

    def _build_words(self, face: Callable[[int], QPixmap | None]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        words = QVBoxLayout()
        words.setSpacing(px(3))
        words.addWidget(Label(_short(self.wording.title), Look.HEADING, wrap=True))
        if self.wording.text:
            words.addWidget(Label(_short(self.wording.text), wrap=True))
        if self.wording.chips:
            words.addSpacing(px(2))
            words.addLayout(self._build_chips(self.wording))
        row.addLayout(self._build_face(face))
        row.addLayout(words, 1)
        return row

    def _build_face(self, face: Callable[[int], QPixmap | None]) -> QVBoxLayout:
        column = QVBoxLayout()
        if self.wording.neutral:
            column.addWidget(Glyph("bell", Tone.GREEN, self, 24))
        else:
            avatar = Avatar(parent=self)
            person = self._shown.reminder.person
            avatar.show_face(self._shown.name, initials(self._shown.name), person, face(person))
            column.addWidget(avatar)
        column.addStretch()
        return column

    def _build_chips(self, words: Wording) -> FlowLayout:
        chips = FlowLayout(gap=px(6))
        for text, tone, icon in words.chips:
            chips.addWidget(Chip(text, tone, icon, self))
        return chips

    # --- buttons

    def _build_buttons(self, first: bool) -> FlowLayout:
        flow = FlowLayout(gap=px(6))
        for button in [*self._ways(first), *self._deeds()]:
            self.buttons.append(button)
            flow.addWidget(button)
        return flow

    def _ways(self, first: bool) -> list[Button]:
        """Call and E-mail; the one that is meant leads and has words, and is the loud one of the first row."""
        if self.wording.neutral:
            return []
        reminder = self._shown.reminder
        found = []
        for channel, icon, word, wanted in (
            (Channel.CALL, "phone", tr("Call"), self.call_wanted),
            (Channel.EMAIL, "envelope-simple", tr("E-mail"), self.mail_wanted),
        ):
            point = point_for(self._shell.core, reminder.person, channel, urgent=reminder.urgent)
            if point is None:
                continue
            meant = reminder.channel is channel
            weight = Weight.PRIMARY if meant and first else Weight.QUIET
            button = Button(word if meant else "", icon, weight, self, name=word, small=True)
            button.setAccessibleDescription(point.value)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit(self.key))
            found.append((not meant, button))
        return [button for _, button in sorted(found, key=lambda one: one[0])]

    def _deeds(self) -> list[Button]:
        done = Button(tr("Done"), "check", parent=self, small=True)
        done.clicked.connect(lambda: self.done_wanted.emit(self.key))
        snooze = SnoozeButton(self._shell.core.reminders.snooze_choices(self.key), self._moments, self)
        snooze.snoozed.connect(lambda at, anyway: self.snooze_wanted.emit(self.key, at, anyway))
        snooze.date_wanted.connect(lambda: self.date_wanted.emit(self.key))
        opens = Button(tr("Open"), parent=self, small=True)
        opens.clicked.connect(lambda: self.open_wanted.emit(self.key))
        return [done, snooze, opens]

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.emit(self.key)


def _short(text: str) -> str:
    return text if len(text) <= _TEXT_LIMIT else text[: _TEXT_LIMIT - 1] + "…"
