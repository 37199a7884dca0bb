"""Everything one says of an entry, calm: kinds, text, small chips, one button. Saves nothing itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.keys import shown
from ui.shell import Shell
from ui.timeline.draft import Draft, new
from ui.timeline.entry_chips import EntryChips
from ui.timeline.kind_chips import KindChips
from ui.timeline.note_edit import NoteEdit
from ui.timeline.people_field import PeopleField
from ui.widgets.buttons import Button, Weight


class EntryForm(QWidget):
    """`stored`: it edits an entry, so everything is shown and somebody must stay named."""

    changed = Signal()
    save_asked = Signal()

    def __init__(self, shell: Shell, hint: str, *, stored: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self._person = 0
        self.kinds = KindChips(self)
        self.text = NoteEdit(hint, 6 if stored else 1, 14 if stored else 8, self, boxed=stored)
        self.people = PeopleField(shell.core, 1 if stored else 0, self)
        self.chips = EntryChips(shell.core, self.people.add, stored=stored, parent=self)
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self, keys=shown("Ctrl+Return"), small=True)
        self._build_layout()
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.kinds.settled.connect(self.text.setFocus)
        self.text.textChanged.connect(self._on_changed)
        self.text.save_asked.connect(self.save_asked)
        self.chips.changed.connect(self._on_changed)
        self.people.changed.connect(self._on_changed)
        self.save_button.clicked.connect(self.save_asked)
        self.setFocusProxy(self.text)
        self.show_draft(new())

    def _build_layout(self) -> None:
        self._foot = foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.chips, 1)
        foot.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(7))
        for widget in (self.kinds, self.text, self.people):
            rows.addWidget(widget)
        rows.addLayout(foot)

    def show_draft(self, draft: Draft, person: int = 0) -> None:
        """Shows the draft; `person` is the one whose timeline this is. Tells nobody."""
        self._person = person
        self.blockSignals(True)
        self.kinds.show_kind(draft.kind)
        self.text.setPlainText(draft.text)
        self.people.show_people(draft.people, (person,) if person else ())
        self._show(draft)
        self.blockSignals(False)

    def add_to_foot(self, button: Button) -> None:
        """Another button, before "Save"."""
        self._foot.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignBottom)

    def draft(self) -> Draft:
        """What the form says now."""
        return replace(self.chips.draft, text=self.text.toPlainText(), people=self.people.people())

    def choose_kind(self, kind: str) -> None:
        """As a click on the kind's chip does."""
        self.kinds.show_kind(kind)
        self._on_kind_chosen(kind)

    def _on_kind_chosen(self, kind: str) -> None:
        fresh = new(kind)
        self._show(replace(self.draft(), kind=kind, direction=fresh.direction, outcome=fresh.outcome, counts=None))
        self.chips.show_draft(self.chips.draft, spread=True)
        self.changed.emit()

    def _on_changed(self) -> None:
        self._show(self.draft())
        self.changed.emit()

    def _show(self, draft: Draft) -> None:
        untouched = draft == new(draft.kind)
        self.chips.show_draft(replace(draft, text="", people=()), spread=self._stored or not untouched)
        self.save_button.setEnabled(bool(draft.text.strip()) or draft.entry_kind.channel is not None or self._stored)
