"""Whom a person sent to me, by name or chosen from the file, and whether they were thanked and told how it went."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from relapp.domain.business import Referral
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.business_dialogs import kept, side_by_side, words_field
from ui.people.day_line import DayLine
from ui.shell import Shell
from ui.small_dialog import SmallDialog
from ui.timeline.person_picker import PersonPicker
from ui.widgets.buttons import Button
from ui.widgets.line_field import Field


class ReferralDialog(SmallDialog):
    """A name that is typed stays a name; who is chosen is that person, whatever they are called later."""

    def __init__(self, shell: Shell, person: int, referral: Referral | None = None) -> None:
        super().__init__(shell, tr("Referral"), may_delete=referral is not None)
        today = shell.core.desk.today
        self._stored = referral or Referral(person, today())
        self._referred = self._stored.referred
        self.whom = QLineEdit(self._stored.referred_name, self)
        self.choose_button = Button("", "user", parent=self, name=tr("Choose from your people"))
        self.day = DayLine(self._stored.day, today, self)
        self.thanked = DayLine(self._stored.thanked, today, self)
        self.told = DayLine(self._stored.told, today, self)
        for line in (self.thanked, self.told):
            line.setPlaceholderText(tr("not yet"))
        self.note = words_field(self, tr("Note"), self._stored.note)
        self._build_fields()
        self.whom.textEdited.connect(self._on_name_typed)
        self.choose_button.clicked.connect(self.ask_whom)
        self.whom.setFocus()

    def _build_fields(self) -> None:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self.whom, 1)
        row.addWidget(self.choose_button)
        holder.setFocusProxy(self.whom)
        field = Field(tr("&Who was sent to you"), holder)
        self.whom.setAccessibleName(tr("Who was sent to you"))
        self.choose_button.setAutoDefault(False)
        self.fields.addWidget(field)
        self.fields.addWidget(Field(tr("&Day"), self.day))
        self.fields.addLayout(
            side_by_side(Field(tr("&Thanked on"), self.thanked), Field(tr("T&old how it went on"), self.told))
        )
        self.fields.addWidget(self.note)

    def ask_whom(self) -> PersonPicker:
        """Opens the box that finds a person."""
        picker = PersonPicker(self.choose_button, self.shell.core, (self._stored.person,))
        picker.picked.connect(self.choose)
        picker.open_below()
        return picker

    def choose(self, person: int) -> None:
        """It is this person."""
        self._referred = person
        self.whom.setText(self.shell.core.people.file(person).shown)
        self.day.setFocus()

    def _on_name_typed(self) -> None:
        self._referred = 0

    def save(self) -> None:
        """Keeps it. Raises KnownError."""
        referral = replace(
            self._stored,
            referred=self._referred,
            referred_name=self.whom.text(),
            day=self.day.needed(),
            thanked=self.thanked.day(),
            told=self.told.day(),
            note=self.note.typed(),
        )
        referrals = self.shell.core.referrals
        kept(
            self.shell,
            tr("Referral kept."),
            lambda: referrals.edit(referral) if referral.id else referrals.add(referral),
        )

    def delete(self) -> None:
        """Gone, until undone. Raises KnownError."""
        kept(self.shell, tr("Referral deleted."), lambda: self.shell.core.referrals.delete(self._stored.id))
