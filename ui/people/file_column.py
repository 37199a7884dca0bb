"""The personal file: what to ask about, then the sections as cards, then the note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from relapp.domain.changes import Area
from relapp.domain.drafts import PersonDraft
from relapp.domain.facts import Section
from relapp.domain.file import PersonalFile
from relapp.domain.settings import HIDE_PRIVATE
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.business_card import BusinessCard
from ui.people.file_lines import lines_of
from ui.people.follow_ups_card import FollowUpsCard
from ui.people.health_card import HealthCard
from ui.people.note_card import NoteCard
from ui.people.occasions_card import OccasionsCard
from ui.people.openers_card import OpenersCard
from ui.people.section_card import SectionCard
from ui.people.section_words import ICONS, section_word
from ui.shell import Shell
from ui.watching import Watcher
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
        self._hide_private = False
        self._passed_over: set[Section] = set()
        self._followed: QWidget | None = None
        self.openers = OpenersCard(self)
        self.follow_ups = FollowUpsCard(shell, self)
        self.cards = {section: SectionCard(section, shell.core.desk.today, self) for section in Section}
        self.business = BusinessCard(shell, self)
        self.health = HealthCard(shell, self)
        self.occasions = OccasionsCard(shell, self)
        self.note = NoteCard(self)
        self.more = Card(tr("Add to the file"), "plus", "", self)
        self._adders: dict[Section, Button] = {}
        self._build_column()
        self.note.left.connect(self._save_note)
        self._watcher = Watcher(self, shell.bus, (Area.FOLLOW_UPS, Area.HOURS, Area.DELIVERIES), self._show_plans)

    def _build_column(self) -> None:
        self.column.setContentsMargins(0, 0, 0, px(20))
        self.setVerticalScrollBar(_QuietBar(self))
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_followed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that no card changes its width
        self.column.addWidget(self.openers)
        self.column.addWidget(self.follow_ups)
        facts = self._shell.core.facts
        for section, card in self.cards.items():
            card.saved.connect(lambda fact: self._shell.attempt(partial(facts.edit, fact)))
            card.added.connect(lambda fact: self._shell.attempt(partial(facts.add, fact)))
            card.deleted.connect(self._delete_fact)
            card.ordered.connect(partial(self._order_facts, section))
            card.editing_began.connect(self._follow)
            card.editing_ended.connect(self._show_passed_over)
            self.column.addWidget(card)
        for part in (self.business, self.health, self.occasions, self.note):
            self.column.addWidget(part)
        row = FlowLayout()
        for section in Section:
            if section is not Section.REACH:
                button = Button(section_word(section), ICONS[section], Weight.FLAT, self, small=True)
                button.clicked.connect(partial(self._add_fact, section))
                row.addWidget(button)
                self._adders[section] = button
        self.business_adder = Button(tr("Business"), "briefcase", Weight.FLAT, self, small=True)
        self.business_adder.clicked.connect(lambda: self.business.open_menu(self.business_adder))
        row.addWidget(self.business_adder)
        self.more.body.addLayout(row)
        self.column.addWidget(self.more)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed isn't lost with the window."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.finish_editing()

    def finish_editing(self) -> None:
        """Saves what is being typed, because somebody else is going to be shown."""
        for card in self.cards.values():
            card.finish_editing()
        self._save_note(self.note.edit.toPlainText())

    def show_file(self, file: PersonalFile) -> None:
        """Shows this person's file; sections that are open for typing are shown anew when that is over."""
        other = self._file is None or self._file.person.id != file.person.id
        if other:
            self.finish_editing()
            self.note.edit.clearFocus()
            self.verticalScrollBar().setValue(0)
        self._file = file
        inner = self.widget()
        if other and inner is not None and not inner.isAncestorOf(QApplication.focusWidget() or self):
            inner.hide()  # while it is seen, each part that comes or goes would have everything laid out anew
            self._show_all(file)
            inner.show()
        else:
            self._show_all(file)

    def _show_all(self, file: PersonalFile) -> None:
        self._hide_private = self._shell.core.settings.get(HIDE_PRIVATE)
        self.openers.show_openers(self._shell.core.people.openers(file.person.id, private=not self._hide_private))
        self._show_plans()
        self.business.show_person(file.person.id)
        self._passed_over = {section for section, card in self.cards.items() if card.is_editing()}
        for section in Section:
            if section not in self._passed_over:
                self._show_section(section, file)
        self.note.show_note(file.person.note)
        self._show_adders()

    def _show_plans(self) -> None:
        """What is open with this person, their days that come round, and how it stands, which my hours bear on."""
        if self._file is not None:
            self.follow_ups.show_person(self._file.person.id)
            self.occasions.show_person(self._file.person.id)
            self.health.show_person(self._file.person.id)
            if self.health.isHidden() is not self._file.person.deceased:
                self.health.setHidden(self._file.person.deceased)

    def _show_section(self, section: Section, file: PersonalFile) -> None:
        shell = self._shell
        tell = shell.core.hours.sentence
        lines = lines_of(section, file, shell.core.desk.today(), shell.open_person, shell.say, tell)
        facts = [fact for fact in file.facts if fact.section is section]
        self.cards[section].show_lines(file.person.id, lines, facts, hide_private=self._hide_private)

    def _show_passed_over(self) -> None:
        self._followed = None
        for section in [one for one in self._passed_over if not self.cards[one].is_editing()]:
            self._passed_over.discard(section)
            if self._file is not None:
                self._show_section(section, self._file)
        self._show_adders()

    def _show_adders(self) -> None:
        """Empty sections are offered in one line at the end."""
        for section, button in self._adders.items():
            if button.isHidden() is self.cards[section].isHidden():
                button.setVisible(self.cards[section].isHidden())
        if self.business_adder.isHidden() is self.business.isHidden():
            self.business_adder.setVisible(self.business.isHidden())
        self.more.setVisible(any(not button.isHidden() for button in (*self._adders.values(), self.business_adder)))

    def _add_fact(self, section: Section) -> None:
        self.cards[section].add_fact()
        self._show_adders()

    def _follow(self, row: QWidget) -> None:
        """Scrolls to where is typed, also when the line has got its height."""
        self._followed = row
        QTimer.singleShot(0, self, self._scroll_to_followed)

    def _scroll_to_followed(self) -> None:
        if self._followed is not None:
            self.ensureWidgetVisible(self._followed, 0, px(24))

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


class _QuietBar(QScrollBar):
    """Takes its room always, and shows only where there is something to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
