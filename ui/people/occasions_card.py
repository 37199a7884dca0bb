"""The days of a person that come round, and whether and how long before a reminder pops up."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from relapp.domain.errors import KnownError
from relapp.domain.occasions import Occasion, OccasionKind
from relapp.domain.relative import counted, date_words
from relapp.domain.tiers import Tier
from relapp.domain.typed_dates import read_typed, typed
from relapp.domain.words import tr
from ui.fonts import px
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.line_field import Field
from ui.widgets.text import ElidedLabel, Look

MOST_LEAD = 365


def title_of(occasion: Occasion) -> str:
    """What the day is."""
    named = {OccasionKind.BIRTHDAY: tr("Birthday"), OccasionKind.ANNIVERSARY: tr("Anniversary")}
    return named.get(occasion.kind, occasion.title)


def lead_words(days: int) -> str:
    """How long before it is told of."""
    return counted(days, tr("the day before"), tr("{n} days before")) if days else tr("on the day")


class OccasionRow(QWidget):
    """A day, a tick for its popup, and a button that edits; `pops_up` tells the tick was clicked."""

    pops_up = Signal(bool)
    edit_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", Look.BODY, self)
        self.lead = ElidedLabel("", Look.SECONDARY, self)
        self.popup = QCheckBox(tr("Reminder"), self)
        self.edit = Button("", "pencil-simple", Weight.FLAT, self, name=tr("Edit"), small=True)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(self.words)
        words.addWidget(self.lead)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addLayout(words, 1)
        row.addWidget(self.popup)
        row.addWidget(self.edit)
        self.popup.clicked.connect(self.pops_up)
        self.edit.clicked.connect(self.edit_asked)

    def show_occasion(self, one: Occasion, tier: Tier | None) -> None:
        """Shows another one; what was not said follows the tier."""
        pops_up = tier in (Tier.A, Tier.B) if one.popup is None else one.popup
        self.words.setText(f"{title_of(one)} · {date_words(one.day)}")
        self.lead.setText(tr("pops up {lead}").format(lead=lead_words(one.lead_days)) if pops_up else tr("no popup"))
        self.popup.setChecked(pops_up)
        self.popup.setAccessibleName(tr("Reminder of {what}").format(what=title_of(one)))
        self.edit.setAccessibleName(tr("Edit {what}").format(what=title_of(one)))


class OccasionsCard(Card):
    """Hidden when there is none. Every tick is a change of its own."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Occasions"), "cake", " ", parent)
        self._shell = shell
        self._person = 0
        self._found: list[Occasion] = []
        self._pool: list[OccasionRow] = []
        self.add = Button("", "plus", Weight.FLAT, self, name=tr("Add a renewal"), small=True)
        self.add.clicked.connect(self.add_renewal)
        self.add_to_head(self.add)
        self.hide()

    def show_person(self, person: int) -> None:
        """Shows this person's."""
        self._person = person
        self.reload()

    def reload(self) -> None:
        """Reads them afresh."""
        if not self._person:
            return
        core = self._shell.core
        self._found = [one for one in core.occasions.of_person(self._person) if one.day.day is not None]
        if self.isHidden() is bool(self._found):
            self.setVisible(bool(self._found))
        if not self._found:
            return
        tier = core.people.get(self._person).tier
        while len(self._pool) < len(self._found):
            row, at = OccasionRow(self), len(self._pool)
            row.pops_up.connect(lambda ticked, at=at: self._tick(at, ticked))
            row.edit_asked.connect(lambda at=at: OccasionDialog(self._shell, self._found[at]).open())
            self.body.addWidget(row)
            self.setTabOrder(self._pool[-1].edit if self._pool else self.add, row.popup)
            self.setTabOrder(row.popup, row.edit)
            self._pool.append(row)
        for at, row in enumerate(self._pool):
            if at < len(self._found):
                row.show_occasion(self._found[at], tier)
            row.setVisible(at < len(self._found))

    def rows(self) -> list[OccasionRow]:
        """Those on show."""
        return self._pool[: len(self._found)]

    def add_renewal(self) -> OccasionDialog:
        """Opens the dialog for a new renewal."""
        dialog = OccasionDialog(self._shell, None, self._person)
        dialog.open()
        return dialog

    def _tick(self, at: int, ticked: bool) -> None:
        one = replace(self._found[at], popup=ticked)
        self._shell.attempt(lambda: self._shell.core.occasions.set(one))
        self.reload()


class OccasionDialog(QDialog):
    """What a renewal is and when it comes round; of all, how many days before, and whether it pops up."""

    def __init__(self, shell: Shell, occasion: Occasion | None, person: int = 0) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._person = person if occasion is None else occasion.person
        self._stored = occasion
        renewal = occasion is None or occasion.kind is OccasionKind.RENEWAL
        self.setWindowTitle(tr("Renewal") if renewal else title_of(occasion) if occasion else "")
        self.what = Field(tr("&What is renewed"), QLineEdit(self))
        self.day = Field(tr("&Day"), QLineEdit(self), tr("For instance 24 March, or 24 March 2027."))
        self.lead = QSpinBox(self)
        self.lead.setRange(0, MOST_LEAD)
        self.lead.setSuffix(tr(" days before"))
        self.lead.setSpecialValueText(tr("on the day"))
        self.popup = QCheckBox(tr("&Pop up a reminder"), self)
        self.delete_button = Button(tr("Delete"), "trash", parent=self)
        self.cancel_button = Button(tr("Cancel"), parent=self)
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self)
        self._build_layout()
        for field in (self.what, self.day):
            field.setVisible(renewal)
        self.delete_button.setVisible(occasion is not None and renewal)
        self._show(occasion)

    def _build_layout(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.delete_button)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(22), px(20), px(22), px(18))
        rows.setSpacing(px(12))
        for part in (self.what, self.day, Field(tr("&Reminder"), self.lead), self.popup):
            rows.addWidget(part)
        rows.addLayout(foot)
        self.setMinimumWidth(px(400))
        for button in (self.delete_button, self.cancel_button):
            button.setAutoDefault(False)
        self.save_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.delete_button.clicked.connect(self.delete)

    def _show(self, occasion: Occasion | None) -> None:
        tier = self._shell.core.people.get(self._person).tier
        by_tier = tier in (Tier.A, Tier.B)
        if occasion is None:
            self.popup.setChecked(True)
            return
        _line(self.what).setText(occasion.title)
        _line(self.day).setText(typed(occasion.day, None))
        self.lead.setValue(occasion.lead_days)
        self.popup.setChecked(by_tier if occasion.popup is None else occasion.popup)

    def save(self) -> None:
        """Keeps it; what is wrong is said at its field."""
        stored, core = self._stored, self._shell.core
        try:
            if stored is None or stored.kind is OccasionKind.RENEWAL:
                day, _ = read_typed(_line(self.day).text(), core.desk.today())
                if day is None or not _line(self.what).text().strip():
                    (self.day if day is None else self.what).set_error(tr("This is needed."))
                    return
                stored = Occasion(
                    self._person, OccasionKind.RENEWAL, day, _line(self.what).text(), id=stored.id if stored else 0
                )
            core.occasions.set(replace(stored, lead_days=self.lead.value(), popup=self.popup.isChecked()))
        except KnownError as error:
            self.day.setVisible(True)
            self.day.set_error(str(error))
            return
        self.accept()
        self._shell.say(tr("{what} kept").format(what=title_of(stored)), undo=True)

    def delete(self) -> None:
        """Gone, until undone."""
        stored = self._stored
        if stored is not None and self._shell.attempt(lambda: self._shell.core.occasions.delete(stored.id)):
            self.accept()
            self._shell.say(tr("{what} deleted").format(what=title_of(stored)), undo=True)


def _line(field: Field) -> QLineEdit:
    assert isinstance(field.editor, QLineEdit)
    return field.editor
