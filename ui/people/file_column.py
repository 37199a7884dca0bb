"""The personal file: what to ask about, then the sections as cards, then the note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from relapp.domain.drafts import PersonDraft
from relapp.domain.facts import Section
from relapp.domain.file import PersonalFile
from relapp.domain.settings import HIDE_PRIVATE
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.file_lines import lines_of
from ui.people.note_card import NoteCard
from ui.people.openers_card import OpenersCard
from ui.people.section_card import SectionCard
from ui.people.section_words import ICONS, section_word
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page import ScrollColumn


class FileColumn(ScrollColumn):
    """Every edit is a change of its own that can be undone."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0, gap=12)
        self._shell = shell
        self._file: PersonalFile | None = None
        self.openers = OpenersCard(self)
        self.cards = {section: SectionCard(section, shell.core.desk.today(), self) for section in Section}
        self.note = NoteCard(self)
        self.more = Card(tr("Add to the file"), "plus", "", self)
        self._adders: dict[Section, Button] = {}
        self._build_column()
        self.note.left.connect(self._save_note)

    def _build_column(self) -> None:
        self.column.setContentsMargins(0, 0, px(10), px(20))
        self.column.addWidget(self.openers)
        facts = self._shell.core.facts
        for section, card in self.cards.items():
            card.saved.connect(lambda fact: self._shell.attempt(partial(facts.edit, fact)))
            card.added.connect(lambda fact: self._shell.attempt(partial(facts.add, fact)))
            card.deleted.connect(self._delete_fact)
            card.ordered.connect(partial(self._order_facts, section))
            self.column.addWidget(card)
        self.column.addWidget(self.note)
        row = FlowLayout()
        for section in Section:
            if section is not Section.REACH:
                button = Button(section_word(section), ICONS[section], Weight.FLAT, self, small=True)
                button.clicked.connect(self.cards[section].add_fact)
                row.addWidget(button)
                self._adders[section] = button
        self.more.body.addLayout(row)
        self.column.addWidget(self.more)

    def show_file(self, file: PersonalFile) -> None:
        """Shows this person's file; lines that are open for typing are left alone."""
        other = self._file is None or self._file.person.id != file.person.id
        if other:
            self._save_note(self.note.edit.toPlainText())
            self.verticalScrollBar().setValue(0)
        self._file = file
        core = self._shell.core
        hide = core.settings.get(HIDE_PRIVATE)
        self.openers.show_openers(core.people.openers(file.person.id, private=not hide))
        today = core.desk.today()
        for section, card in self.cards.items():
            if not other and card.is_editing():
                continue
            lines = lines_of(section, file, today, self._shell.open_person, self._shell.say)
            facts = [fact for fact in file.facts if fact.section is section]
            card.show_lines(file.person.id, lines, facts, hide_private=hide)
        if other:
            self.note.edit.clearFocus()
        self.note.show_note(file.person.note)
        for section, button in self._adders.items():
            button.setVisible(self.cards[section].isHidden())
        self.more.setVisible(any(not button.isHidden() for button in self._adders.values()))

    def _delete_fact(self, fact: int) -> None:
        if self._shell.attempt(lambda: self._shell.core.facts.delete(fact)):
            self._shell.say(tr("Fact deleted."), undo=True)

    def _order_facts(self, section: Section, ids: list[int]) -> None:
        if self._file is not None:
            person = self._file.person.id
            self._shell.attempt(lambda: self._shell.core.facts.reorder(person, section, ids))

    def _save_note(self, text: str) -> None:
        if self._file is None or text == self._file.person.note:
            return
        file = self._file
        self._file = replace(file, person=replace(file.person, note=text))
        draft = replace(PersonDraft.of(file), note=text)
        self._shell.attempt(lambda: self._shell.core.people.save(file.person.id, draft))
