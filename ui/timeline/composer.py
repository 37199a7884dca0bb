"""The card above a timeline in which contacts are logged. What is typed is kept per person until it is saved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from relapp.domain.changes import Area
from relapp.domain.entries import kind_of
from relapp.domain.errors import KnownError
from relapp.domain.relative import counted
from relapp.domain.words import tr
from ui.shell import Shell
from ui.timeline.draft import from_remembered, new, to_remember
from ui.timeline.entry_form import EntryForm
from ui.timeline.follow_up_chips import FollowUpChips
from ui.watching import Watcher
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
        self.follow_ups = FollowUpChips(shell.core, self)
        self.form.add_below_text(self.follow_ups)
        self.body.addWidget(self.form)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        self.form.changed.connect(self._pause.start)
        self.form.changed.connect(self._show_follow_ups)
        self.follow_ups.words_asked.connect(self._plan)
        self.follow_ups.drop_asked.connect(lambda: self._set_text(self.follow_ups.text_without(self.form.text.typed())))
        self._watcher = Watcher(self, shell.bus, (Area.FOLLOW_UPS,), self._on_follow_ups_changed)
        self._show_follow_ups()
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
        self._show_follow_ups()

    def begin(self, kind: str) -> None:
        """Ready to type an entry of this kind; what was typed stays."""
        self.form.choose_kind(kind)
        self.form.text.setFocus()

    def save(self) -> None:
        """Logs what is in the form, and empties it."""
        if not self.form.save_button.isEnabled():
            return
        core, draft, chips = self._shell.core, self.form.draft(), self.follow_ups
        entry = replace(draft, text=chips.text_without(draft.text)).entry(core.desk.now(), self._person)
        plan, settled = chips.planned_for(self._person, draft), chips.settled()
        if not self._shell.attempt(lambda: core.follow_ups.log_and_close(entry, settled, plan=plan)):
            return
        self.form.show_draft(new(entry.kind), self._person)
        self._keep()
        chips.also.forget()
        self._show_follow_ups()
        names = ", ".join(map(core.people.name, entry.people))
        said = tr("Logged: {title}").format(title=kind_of(entry.kind).title(entry.direction, names, entry.outcome))
        also = [] if plan is None else [tr("a follow-up planned")]
        if settled:
            also.append(counted(len(settled), tr("1 follow-up done"), tr("{n} follow-ups done")))
        self._shell.say(", ".join((said, *also)), undo=True)

    def _show_follow_ups(self) -> None:
        draft = self.form.draft()
        self.follow_ups.show_draft(draft, self._person, spread=draft != new(draft.kind))

    def _on_follow_ups_changed(self) -> None:
        self.follow_ups.also.read()
        self._show_follow_ups()

    def _plan(self, words: str) -> None:
        """The words that plan stand at the end of the text, where they can be read and changed."""
        text = self.form.text.typed().rstrip()
        between = "" if not text else " " if text[-1] in ".,;:!?\n" else ", "
        self._set_text(f"{text}{between}follow up {words}")

    def _set_text(self, text: str) -> None:
        edit = self.form.text
        edit.selectAll()
        edit.insertPlainText(text)
        edit.setFocus()

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
