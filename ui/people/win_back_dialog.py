"""Why somebody went quiet, as far as it is known, and what to do next about it."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten

from PySide6.QtWidgets import QButtonGroup

from relapp.domain.business import Reason, WinBack
from relapp.domain.errors import Refused
from relapp.domain.past_words import around_words
from relapp.domain.win_back import next_step, reason_words
from relapp.domain.words import tr
from ui.palette import Tone
from ui.people.business_dialogs import kept, words_field
from ui.shell import Shell
from ui.small_dialog import SmallDialog
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look


class WinBackDialog(SmallDialog):
    """One click on a reason, a note, and a follow-up for the step that is proposed."""

    def __init__(self, shell: Shell, person: int, found_out: WinBack | None = None) -> None:
        super().__init__(shell, tr("Gone quiet"), may_delete=found_out is not None)
        self._stored = found_out or WinBack(person, shell.core.desk.today(), Reason.UNKNOWN)
        name = shorten(shell.core.people.file(person).shown, 60, placeholder="…")
        self.reasons = {reason: self._chip(reason) for reason in Reason}
        self._group = QButtonGroup(self)
        for at, chip in enumerate(self.reasons.values()):
            self._group.addButton(chip, at)
        self.note = words_field(self, tr("What they said, or what you know"), self._stored.note)
        self.step = Card(tone=Tone.GREEN)
        self.step_words = Label("", wrap=True)
        self.step_words.setProperty("tone", Tone.GREEN.value)
        self.plan_button = Button(tr("Save and plan this…"), "bell", parent=self, small=True)
        self.plan_button.setAutoDefault(False)
        self._build_fields(tr("Why did {name} go quiet?").format(name=name))
        self._group.idToggled.connect(lambda *_: self._show_step())
        self.plan_button.clicked.connect(lambda: self._try(self.plan))
        if found_out is not None:
            self.reasons[found_out.reason].setChecked(True)
        self._show_step()
        self.reasons[self._stored.reason if found_out else Reason.NO_NEED].setFocus()

    def _chip(self, reason: Reason) -> Chip:
        chip = Chip(reason_words(reason), Tone.GREEN, parent=self, clickable=True)
        chip.setCheckable(True)
        return chip

    def _build_fields(self, question: str) -> None:
        chips = FlowLayout()
        for chip in self.reasons.values():
            chips.addWidget(chip)
        self.fields.addWidget(Label(question, Look.HEADING, wrap=True))
        if before := self._before():
            self.fields.addWidget(Label(before, Look.SECONDARY, wrap=True))
        self.fields.addLayout(chips)
        self.fields.addWidget(self.note)
        self.step.body.addWidget(self.step_words)
        self.step.body.addWidget(self.plan_button)
        self.fields.addWidget(self.step)

    def _before(self) -> str:
        """What was found out the last time."""
        core = self.shell.core
        others = [one for one in core.win_backs.of_person(self._stored.person) if one.id != self._stored.id]
        if not others or self._stored.id:
            return ""
        when = around_words(others[0].day, core.desk.today())
        return tr("Last time, {when}: {reason}.").format(when=when, reason=reason_words(others[0].reason))

    @property
    def reason(self) -> Reason | None:
        """The reason that is ticked."""
        at = self._group.checkedId()
        return None if at < 0 else tuple(self.reasons)[at]

    def _show_step(self) -> None:
        if self.reason is not None:
            self.step_words.setText(tr("Next: {step}").format(step=next_step(self.reason)))
        self.step.setVisible(self.reason is not None)

    def save(self) -> None:
        """Keeps it. Raises KnownError."""
        if self.reason is None:
            raise Refused(tr("Choose a reason; “not known” is one too."))
        found_out = replace(self._stored, reason=self.reason, note=self.note.typed())
        win_backs = self.shell.core.win_backs
        kept(
            self.shell,
            tr("Reason kept."),
            lambda: win_backs.edit(found_out) if found_out.id else win_backs.add(found_out),
        )

    def plan(self) -> None:
        """Keeps it, and opens a follow-up about the step. Raises KnownError."""
        self.save()
        if self.reason is not None:
            self.shell.plan_follow_up(self._stored.person, next_step(self.reason))

    def delete(self) -> None:
        """Gone, until undone. Raises KnownError."""
        kept(self.shell, tr("Reason deleted."), lambda: self.shell.core.win_backs.delete(self._stored.id))
