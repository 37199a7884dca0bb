"""The dialog in which a follow-up is planned or changed. It says at once when it will be delivered, and why then."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from relapp.domain.errors import KnownError
from relapp.domain.follow_up_words import FollowUpWords
from relapp.domain.follow_ups import FollowUp, NewFollowUp
from relapp.domain.instants import instant
from relapp.domain.people import Channel
from relapp.domain.permissions import channel_permissions
from relapp.domain.words import tr
from ui.follow_ups.channel_field import ChannelField
from ui.follow_ups.delivery_line import DeliveryLine
from ui.follow_ups.due_field import NINE, DueField
from ui.follow_ups.repeat_field import RepeatField
from ui.follow_ups.urgent_words import urgent_words
from ui.fonts import px
from ui.keys import shown
from ui.shell import Shell
from ui.timeline.note_edit import NoteEdit
from ui.timeline.person_picker import PersonPicker
from ui.widgets.buttons import Button, Weight
from ui.widgets.focus import tab_as_laid_out
from ui.widgets.line_field import Field
from ui.widgets.strip import ErrorStrip
from ui.widgets.text import Label, Look

_BOTH_MOST = 4
_AHEAD_DAYS = 60


class FollowUpDialog(QDialog):
    """Enter in a line and Ctrl+Enter anywhere save. Raises NoSuchRecord when the follow-up is gone."""

    def __init__(self, shell: Shell, person: int | None = None, follow_up: int | None = None, text: str = "") -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self._stored: FollowUp | None = None if follow_up is None else shell.core.follow_ups.standing_now(follow_up)
        self.person = person or (0 if self._stored is None else self._stored.person)
        self.setWindowTitle(tr("New follow-up") if self._stored is None else tr("Follow-up"))
        self.setFixedWidth(px(580))
        self._build_parts()
        self._build_layout()
        self._connect()
        self._begin(text)

    def _build_parts(self) -> None:
        self.errors = ErrorStrip(self)
        self.whom = Button(tr("Choose a person…"), "user", parent=self)
        self.what = QLineEdit(self)
        self.what.setPlaceholderText(tr("Call: how was the trip to Norway?"))
        self.due = DueField(self._shell.core, self._read, self)
        self.delivery = DeliveryLine(self._shell.core, self)
        self.channel = ChannelField(self)
        self.repeat = RepeatField(self)
        self.fixed = QCheckBox(tr("&By then: never after it"), self)
        self.urgent = QCheckBox(tr("&Urgent"), self)
        self.anyway = QCheckBox(tr("&Deliver anyway, also in quiet time"), self)
        self.urgent_rule = Label("", Look.SECONDARY, self, wrap=True)
        self.note = NoteEdit(tr("Note"), 2, 5, self, boxed=True)
        self.delete_button = Button(tr("Delete"), "trash", parent=self)
        self.cancel_button = Button(tr("Cancel"), parent=self)
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self, keys=shown("Ctrl+Return"))
        for button in (self.whom, self.delete_button, self.cancel_button):
            button.setAutoDefault(False)

    def _build_layout(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(px(12))
        top = Qt.AlignmentFlag.AlignTop
        pair.addWidget(Field(tr("B&y"), self.channel), 1, top)
        pair.addWidget(Field(tr("&Repeat"), self.repeat), 1, top)
        ticks = QHBoxLayout()
        ticks.setSpacing(px(16))
        for tick in (self.fixed, self.urgent, self.anyway):
            ticks.addWidget(tick)
        ticks.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.delete_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(px(22), px(20), px(22), px(18))
        rows.setSpacing(px(12))
        rows.addWidget(self.errors)
        rows.addWidget(self.whom, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(Field(tr("&What"), self.what))
        rows.addWidget(Field(tr("W&hen"), self.due))
        rows.addWidget(self.delivery)
        rows.addLayout(pair)
        rows.addLayout(ticks)
        rows.addWidget(self.urgent_rule)
        rows.addWidget(self.note)
        rows.addStretch(1)
        rows.addLayout(foot)
        tab_as_laid_out(self)

    def _connect(self) -> None:
        self.whom.clicked.connect(self.ask_whom)
        self.due.changed.connect(self._on_due_changed)
        self.due.repeat_said.connect(lambda repeat: self.repeat.show_repeat(repeat, self._day()))
        self.delivery.proposed.connect(self.due.take)
        self.channel.changed.connect(self._foretell)
        self.repeat.changed.connect(self._foretell)
        self.what.textChanged.connect(lambda: self._allow())
        self.urgent.toggled.connect(self.channel.show_urgent)
        for tick in (self.fixed, self.urgent, self.anyway):
            tick.toggled.connect(self._foretell)
        self.note.save_asked.connect(self.save)
        self.delete_button.clicked.connect(self.delete)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.save_button.setDefault(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)

    def _begin(self, text: str) -> None:
        stored = self._stored
        self.delete_button.setVisible(stored is not None)
        if stored is None:
            self.what.setText(text)
            self.due.show_due(self._first_opening())
            self.repeat.show_repeat("", self._day())
        else:
            self.what.setText(stored.what)
            self.due.show_due(stored.due)
            self.repeat.show_repeat(stored.repeat, self._day())
            self.note.setPlainText(stored.note)
            for tick, said in ((self.fixed, stored.fixed), (self.urgent, stored.urgent), (self.anyway, stored.anyway)):
                tick.setChecked(said)
        self._show_person()
        if stored is not None:
            self.channel.show_channel(stored.channel)
        self._foretell()
        (self.what if self.person else self.whom).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        if not self.person:
            QTimer.singleShot(0, self, self.ask_whom)

    # --- whom

    def ask_whom(self) -> PersonPicker | None:
        """Opens the box that finds a person."""
        if self._stored is not None:
            return None
        picker = PersonPicker(self.whom, self._shell.core, (self.person,))
        picker.picked.connect(self.choose)
        picker.open_below()
        return picker

    def choose(self, person: int) -> None:
        """It is about this person."""
        self.person = person
        self._show_person()
        self._foretell()
        self.what.setFocus()

    def _show_person(self) -> None:
        self.whom.setEnabled(self._stored is None)
        if not self.person:
            return
        file = self._shell.core.people.file(self.person)
        self.whom.setText(file.shown if len(file.shown) <= 40 else file.shown[:40] + "…")
        self.whom.setAccessibleName(tr("With {name}: choose somebody else").format(name=file.shown))
        self.whom.updateGeometry()
        self.channel.show_permissions(file.shown, channel_permissions(file.points, file.permissions))

    # --- what is said

    def _read(self, text: str) -> FollowUpWords | None:
        return self._shell.core.follow_ups.read_words(text, self.person or None)

    def _day(self) -> date:
        due = self.due.due()
        return due.astimezone(self._shell.core.desk.zone()).date() if isinstance(due, datetime) else due

    def _first_opening(self) -> datetime:
        """The first open moment from tomorrow on."""
        desk = self._shell.core.desk
        tomorrow = instant(desk.today() + timedelta(days=1), time(), desk.zone()).astimezone(UTC)
        spans = self._shell.core.hours.spans(tomorrow, tomorrow + timedelta(days=_AHEAD_DAYS))
        return spans[0][0] if spans else instant(desk.today() + timedelta(days=1), NINE, desk.zone()).astimezone(UTC)

    def said(self) -> NewFollowUp:
        """What the dialog says now."""
        return NewFollowUp(
            self.person,
            " ".join(self.what.text().split()),
            self.due.due(),
            self.fixed.isChecked(),
            self.urgent.isChecked(),
            self.anyway.isChecked(),
            self.channel.channel(),
            self.repeat.repeat(),
            self.note.typed().strip(),
        )

    def _on_due_changed(self) -> None:
        self.repeat.move_to(self._day())
        self._foretell()

    def _foretell(self) -> None:
        """Says when it will come."""
        self.urgent_rule.setVisible(self.urgent.isChecked())
        if self.urgent.isChecked():
            self.urgent_rule.setText(urgent_words(self._shell.core.hours.urgent()))
        said = self.said()
        silent = self._shell.core.follow_ups.why_silent(said.person)
        if not self.due.understood():
            self.delivery.show_sentence(tr("Not understood yet"))
        elif silent:
            self.delivery.show_sentence(silent)
        else:
            try:
                self.delivery.show_delivery(said.due, self._shell.core.follow_ups.check_due(said))
            except KnownError as error:
                self.delivery.show_sentence(str(error))
            else:
                self._propose(said.channel)
        self._allow()
        self._fit()

    def _propose(self, channel: Channel | None) -> None:
        """Times when both are open, where the person's hours are known."""
        person = self._shell.core.people.get(self.person) if self.person else None
        times: list[datetime] = []
        if person is not None and channel is not None:
            start = max(self._shell.core.desk.now(), self._midnight())
            times = self._shell.core.follow_ups.times_both_open(person.id, channel, start)[:_BOTH_MOST]
        zone = None if person is None or not person.time_zone else ZoneInfo(person.time_zone)
        place = "" if person is None else person.time_zone.rsplit("/", 1)[-1].replace("_", " ")
        self.delivery.show_times(times, zone, place)

    def _midnight(self) -> datetime:
        return instant(self._day(), time(), self._shell.core.desk.zone()).astimezone(UTC)

    def _allow(self) -> None:
        whole = bool(self.person and self.what.text().strip()) and self.due.understood() and self.repeat.settled()
        self.save_button.setEnabled(whole)

    def _fit(self) -> None:
        """As high as what it says; once more when all parts have told what they need."""
        self._make_room()
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        self._rows.activate()
        self.resize(self.width(), max(self._rows.totalHeightForWidth(self.width()), px(320)))

    # --- what is done

    def save(self) -> None:
        """Plans it, or makes it what the dialog says."""
        if not self.save_button.isEnabled():
            return
        said, follow_ups = self.said(), self._shell.core.follow_ups
        try:
            if self._stored is None:
                follow_ups.add(said)
            else:
                follow_ups.edit(self._stored.id, said)
        except KnownError as error:
            self.errors.show_error(str(error))
            self._fit()
            return
        self.accept()
        name, silent = self._shell.core.people.name(said.person), follow_ups.why_silent(said.person)
        text = tr("Follow-up with {name}: {head}") if self._stored is None else tr("Follow-up with {name} changed")
        self._shell.say(silent or text.format(name=name, head=self.delivery.head.text()), undo=True)

    def delete(self) -> None:
        """Deletes it; one undo brings it back."""
        stored = self._stored
        if stored is not None and self._shell.attempt(lambda: self._shell.core.follow_ups.delete([stored.id])):
            self.accept()
            self._shell.say(tr("Follow-up deleted."), undo=True)
