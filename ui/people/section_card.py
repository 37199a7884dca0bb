"""A section of the personal file as a card: lines from elsewhere first, then its facts, which are edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from relapp.domain.facts import Fact, Section
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.fact_row import MIME, FactRow
from ui.people.line_row import BLEED, LineRow
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
    editing_began = Signal(object)
    editing_ended = Signal()

    def __init__(self, section: Section, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(section_word(section), ICONS[section], "", parent)
        self.section = section
        self._today = today
        self._person = 0
        self._lines: list[PlainRow] = []
        self._rows: list[FactRow] = []
        self._stops: list[LineRow] = []
        self._shown = (0, 0)
        self._new: FactRow | None = None
        self.body.setSpacing(0)
        self._outer.setContentsMargins(px(15 - BLEED), px(13), px(15 - BLEED), px(11))
        self._head.setContentsMargins(px(BLEED), 0, px(BLEED), 0)
        self.add_button = _AddButton(tr("Add to {section}").format(section=section_word(section)), self)
        self.add_button.clicked.connect(self.add_fact)
        self._head.insertWidget(self._head.count() - 1, self.add_button)
        self._outer.setSpacing(px(7))
        self.setAcceptDrops(True)
        self.hide()

    def show_lines(self, person: int, lines: Sequence[PlainLine], facts: Sequence[Fact], *, hide_private: bool) -> None:
        """Shows these; the card is hidden when there is nothing, unless something is being added."""
        self._person = person
        for at, line in enumerate(lines):
            self._line_at(at).show_line(line)
        for at, fact in enumerate(facts):
            self._row_at(at).show_fact(fact, hidden=hide_private and fact.private)
        self._walk()
        _show_first(self._lines, self._shown[0], len(lines))
        _show_first(self._rows, self._shown[1], len(facts))
        self._shown = (len(lines), len(facts))
        count = len(lines) + len(facts)
        self.set_trailing(str(count) if count else "")
        visible = bool(count) or self._new is not None
        if self.isHidden() is visible:
            self.setVisible(visible)

    def rows(self) -> list[FactRow]:
        """The rows of facts that are shown."""
        return self._rows[: self._shown[1]]

    def lines(self) -> list[PlainRow]:
        """The lines from elsewhere that are shown."""
        return self._lines[: self._shown[0]]

    def _line_at(self, at: int) -> PlainRow:
        while at >= len(self._lines):
            self._put(PlainRow(self), self._lines, len(self._lines))
        return self._lines[at]

    def _row_at(self, at: int) -> FactRow:
        while at >= len(self._rows):
            row = FactRow(self._today, self)
            row.saved.connect(self.saved)
            row.deleted.connect(self.deleted)
            row.moved.connect(self._on_row_moved)
            row.editor_opened.connect(partial(self.editing_began.emit, row))
            row.editor_closed.connect(self.editing_ended)
            self._put(row, self._rows, len(self._lines) + len(self._rows))
        return self._rows[at]

    def _put(self, row: LineRow, into: list[PlainRow] | list[FactRow], place: int) -> None:
        """A row of the pool, hidden until it is needed."""
        row.hide()
        self.body.insertWidget(place, row)
        into.append(row)  # type: ignore[arg-type]

    def _walk(self) -> None:
        """Tab walks the rows in the order they stand. Qt forgets the rest behind one that takes no focus."""
        stops = [row for row in (*self._lines, *self._rows) if row.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise((self.add_button, *stops)):
                self.setTabOrder(before, after)

    # --- editing

    def is_editing(self) -> bool:
        """Whether a line is open for typing."""
        return any(row.is_editing() for row in self._rows) or self._new is not None

    def finish_editing(self) -> None:
        """Saves what is being typed."""
        for row in (*self._rows, *([self._new] if self._new is not None else [])):
            row.finish()

    def add_fact(self) -> None:
        """Opens an empty line at the end."""
        self.show()
        if self._new is None:
            self._new = FactRow(self._today, self)
            self._new.show_fact(Fact(0, self._person, self.section, "", ""), hidden=False)
            self._new.saved.connect(self._on_new_saved)
            self._new.deleted.connect(self._drop_new)
            self.body.addWidget(self._new)
            self._new.show()
            self._new.edit()
            self.editing_began.emit(self._new)
            self._new.editor_closed.connect(self._on_new_closed)

    def new_row(self) -> FactRow | None:
        """The line that is being added."""
        return self._new

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
            if self._shown == (0, 0):
                self.hide()
            self.editing_ended.emit()

    # --- their order

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

    # --- the plus is there for whoever comes near

    def enterEvent(self, event: QEnterEvent) -> None:
        self.add_button.near = True
        self.add_button.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.add_button.near = False
        self.add_button.update()


class _AddButton(Button):
    """Painted while the pointer is over its card or the keyboard on it; it never moves anything."""

    near = False

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", "plus", Weight.FLAT, parent, small=True, name=name)
        self.setFixedSize(px(22), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.near or self.hasFocus():
            super().paintEvent(event)


def _show_first(rows: Sequence[LineRow], before: int, now: int) -> None:
    for at in range(min(before, now), max(before, now)):
        rows[at].setVisible(at < now)
