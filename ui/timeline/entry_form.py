"""Everything one says of an entry, calm: kinds, text, small chips, one button. Saves nothing itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
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
from ui.widgets.focus import tab_as_laid_out


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
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self, keys=shown("Ctrl+Return"), small=True)
        self.chips = EntryChips(shell.core, self.people.add, self._build_buttons(), stored=stored, parent=self)
        self._build_layout()
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.kinds.settled.connect(self.text.setFocus)
        self.text.textChanged.connect(self._on_changed)
        self.text.save_asked.connect(self.save_asked)
        self.chips.changed.connect(self._on_changed)
        self.people.changed.connect(self._on_changed)
        self.people.changed.connect(lambda: tab_as_laid_out(self))
        self.save_button.clicked.connect(self.save_asked)
        self.setFocusProxy(self.text)
        self.show_draft(new())

    def _build_buttons(self) -> QWidget:
        buttons = QWidget(self)
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(px(8))
        self._buttons.addWidget(self.save_button)
        return buttons

    def _build_layout(self) -> None:
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(7))
        for widget in (self.kinds, self.text, self.people, self.chips):
            rows.addWidget(widget)

    def show_draft(self, draft: Draft, person: int = 0) -> None:
        """Shows the draft; `person` is the one whose timeline this is. Tells nobody."""
        self._person = person
        self.blockSignals(True)
        self.kinds.show_kind(draft.kind)
        self.text.setPlainText(draft.text)
        self.people.show_people(draft.people, (person,) if person else ())
        self._show(draft)
        self.blockSignals(False)
        tab_as_laid_out(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves wherever the keyboard is in the form."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.ControlModifier:
            self.save_asked.emit()
        else:
            super().keyPressEvent(event)

    def add_below_text(self, part: QWidget) -> None:
        """Something that concerns the text, before the chips."""
        self._rows.insertWidget(self._rows.count() - 1, part)
        tab_as_laid_out(self)

    def add_to_foot(self, button: Button) -> None:
        """Another button, before "Save"."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        tab_as_laid_out(self)

    def draft(self) -> Draft:
        """What the form says now."""
        return replace(self.chips.draft, text=self.text.typed(), people=self.people.people())

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
