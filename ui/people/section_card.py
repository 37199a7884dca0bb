"""A section of the personal file as a card: lines from elsewhere first, then its facts, which are edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from relapp.domain.facts import Fact, Section
from relapp.domain.words import tr
from ui.people.fact_row import MIME, FactRow
from ui.people.plain_row import PlainLine, PlainRow
from ui.people.section_words import ICONS, section_word
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card


class SectionCard(Card):
    """Tells what the user did with a fact; rows are kept and reused from person to person."""

    saved = Signal(object)
    added = Signal(object)
    deleted = Signal(int)
    ordered = Signal(list)

    def __init__(self, section: Section, today: date, parent: QWidget | None = None) -> None:
        super().__init__(section_word(section), ICONS[section], "", parent)
        self.section = section
        self._today = today
        self._person = 0
        self._lines: list[PlainRow] = []
        self._rows: list[FactRow] = []
        self._new: FactRow | None = None
        self.body.setSpacing(0)
        self.add_button = Button("", "plus", Weight.FLAT, self, small=True, name=self._add_words())
        self.add_button.clicked.connect(self.add_fact)
        self.add_to_head(self.add_button)
        self.setAcceptDrops(True)

    def _add_words(self) -> str:
        return tr("Add to {section}").format(section=section_word(self.section))

    def show_lines(self, person: int, lines: Sequence[PlainLine], facts: Sequence[Fact], *, hide_private: bool) -> None:
        """Shows these; the card is hidden when there is nothing, unless something is being added."""
        if person != self._person:
            self._drop_new()
        self._person = person
        for at, line in enumerate(lines):
            self._line_at(at).show_line(line)
        for at, fact in enumerate(facts):
            self._row_at(at).show_fact(fact, hidden=hide_private and fact.private)
        for at, one in enumerate(self._lines):
            one.setVisible(at < len(lines))
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(facts))
        count = len(lines) + len(facts)
        self.set_trailing(str(count) if count else "")
        self.setVisible(bool(count) or self._new is not None)

    def is_editing(self) -> bool:
        """Whether a line is open for typing."""
        return any(row.is_editing() for row in self.rows()) or self._new is not None

    def rows(self) -> list[FactRow]:
        """The rows of facts that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def _line_at(self, at: int) -> PlainRow:
        while at >= len(self._lines):
            row = PlainRow(self)
            self.body.insertWidget(len(self._lines), row)
            self._lines.append(row)
        return self._lines[at]

    def _row_at(self, at: int) -> FactRow:
        while at >= len(self._rows):
            row = FactRow(self._today, self)
            row.saved.connect(self.saved)
            row.deleted.connect(self.deleted)
            row.moved.connect(self._on_row_moved)
            self.body.insertWidget(len(self._lines) + len(self._rows), row)
            self._rows.append(row)
        return self._rows[at]

    # --- adding, ordering

    def add_fact(self) -> None:
        """Opens an empty line at the end."""
        self.show()
        if self._new is None:
            self._new = FactRow(self._today, self)
            self._new.show_fact(Fact(0, self._person, self.section, "", ""), hidden=False)
            self._new.saved.connect(self._on_new_saved)
            self._new.deleted.connect(self._drop_new)
            self.body.addWidget(self._new)
            self._new.edit()
            self._new.editor_closed.connect(self._on_new_closed)

    def _on_new_saved(self, fact: Fact) -> None:
        self._drop_new()
        self.added.emit(fact)

    def _on_new_closed(self) -> None:
        QTimer.singleShot(0, self, self._drop_new)

    def _drop_new(self, _: int = 0) -> None:
        if self._new is not None:
            self._new.hide()
            self._new.deleteLater()
            self._new = None
            if not self.rows() and all(line.isHidden() for line in self._lines):
                self.hide()

    def _on_row_moved(self, fact: int, step: int) -> None:
        ids = [row.fact.id for row in self.rows()]
        at = ids.index(fact)
        to = min(max(0, at + step), len(ids) - 1)
        if to != at:
            ids.insert(to, ids.pop(at))
            self.ordered.emit(ids)
            self.rows()[to].setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = int(bytes(event.mimeData().data(MIME).data()))
        ids = [row.fact.id for row in self.rows() if row.fact.id != dropped]
        y = event.position().toPoint().y()
        above = sum(1 for row in self.rows() if row.fact.id != dropped and row.geometry().center().y() < y)
        ids.insert(above, dropped)
        event.acceptProposedAction()
        self.ordered.emit(ids)
