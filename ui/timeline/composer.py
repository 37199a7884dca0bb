"""The card above a timeline in which contacts are logged. What is typed is kept per person until it is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from relapp.domain.entries import kind_of
from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from ui.shell import Shell
from ui.timeline.draft import from_remembered, new, to_remember
from ui.timeline.entry_form import EntryForm
from ui.widgets.card import Card

_PAUSE_MS = 700


class Composer(Card):
    """For one person at a time; more people can be added to an entry."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shell = shell
        self._person = 0
        self._kept = new()
        self.form = EntryForm(shell, tr("What was it about?"), parent=self)
        self.body.addWidget(self.form)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        self.form.changed.connect(self._pause.start)
        self.form.save_asked.connect(self.save)
        self.setAccessibleName(tr("Log a contact"))
        self.setFocusProxy(self.form.text)

    def show_person(self, person: int) -> None:
        """Shows this person's draft, or an empty form."""
        if person == self._person:
            return
        self._keep()
        self._person = person
        self._kept = from_remembered(self._shell.core.settings.remembered(self._key()))
        self.form.show_draft(self._kept, person)

    def begin(self, kind: str) -> None:
        """Ready to type an entry of this kind; what was typed stays."""
        self.form.choose_kind(kind)
        self.form.text.setFocus()

    def save(self) -> None:
        """Logs what is in the form, and empties it."""
        if not self.form.save_button.isEnabled():
            return
        core = self._shell.core
        entry = self.form.draft().entry(core.desk.now(), self._person)
        if not self._shell.attempt(lambda: core.entries.log(entry)):
            return
        self.form.show_draft(new(entry.kind), self._person)
        self._keep()
        names = ", ".join(map(core.people.name, entry.people))
        title = kind_of(entry.kind).title(entry.direction, names, entry.outcome)
        self._shell.say(tr("Logged: {title}").format(title=title), undo=True)

    def _key(self) -> str:
        return f"draft.{self._person}"

    def _keep(self) -> None:
        """Writes the draft down, should it be another one than is written."""
        self._pause.stop()
        draft = self.form.draft()
        if not self._person or draft == self._kept:
            return
        self._kept = draft
        kept = None if draft == new(draft.kind) else to_remember(draft)
        try:
            self._shell.core.settings.remember(self._key(), kept)
        except KnownError:
            self._pause.start()  # the file is busy or full just now; the form still has it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wherever the card is clicked beside its buttons, one can type."""
        self.form.text.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep()
