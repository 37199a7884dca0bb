"""Small dialogs for what a client bought, thought of it and suggested: sale, satisfaction, idea and its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QWidget

from relapp.domain.business import SATISFACTION, Idea, Sale, Satisfaction
from relapp.domain.errors import Refused
from relapp.domain.money import money_words, read_money
from relapp.domain.settings import CURRENCY
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.people.day_line import DayLine
from ui.shell import Shell
from ui.small_dialog import SmallDialog
from ui.timeline.note_edit import NoteEdit
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.line_field import Field
from ui.widgets.text import Label, Look


def kept(shell: Shell, said: str, act: Callable[[], object]) -> None:
    """Does one change and says so, with the way back. Raises KnownError."""
    act()
    shell.say(said, undo=True)


def words_field(dialog: SmallDialog, hint: str, text: str) -> NoteEdit:
    """A field for some lines of text, in which Ctrl+Enter saves too."""
    field = NoteEdit(hint, 2, 6, dialog, boxed=True)
    field.setPlainText(text)
    field.save_asked.connect(dialog.save_button.click)
    return field


def side_by_side(*parts: QWidget) -> QHBoxLayout:
    """Fields in one row, level at the top."""
    row = QHBoxLayout()
    row.setSpacing(px(12))
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row


class SaleDialog(SmallDialog):
    """What was sold, for how much, when, and when it was delivered; a new one is of today and in my currency."""

    def __init__(self, shell: Shell, person: int, sale: Sale | None = None) -> None:
        super().__init__(shell, tr("Sale"), may_delete=sale is not None)
        desk = shell.core.desk
        self._currency = shell.core.settings.get(CURRENCY) if sale is None else sale.currency
        self._stored = sale or Sale(person, "", desk.today(), 0, self._currency)
        price = "" if sale is None else money_words(sale.amount, sale.currency)
        self.what = QLineEdit(self._stored.what, self)
        self.amount = QLineEdit(price, self)
        self.amount.setPlaceholderText(money_words(960_000, self._currency))
        self.day = DayLine(self._stored.day, desk.today, self)
        self.delivered = DayLine(self._stored.delivered, desk.today, self)
        self.delivered.setPlaceholderText(tr("not yet"))
        self.note = words_field(self, tr("Note"), self._stored.note)
        self.fields.addWidget(Field(tr("&What was sold"), self.what))
        self.fields.addWidget(Field(tr("&Price"), self.amount))
        self.fields.addLayout(side_by_side(Field(tr("&Day"), self.day), Field(tr("De&livered on"), self.delivered)))
        self.fields.addWidget(self.note)
        self.what.setFocus()

    def save(self) -> None:
        """Keeps it. Raises KnownError."""
        if not self.amount.text().strip():
            raise Refused(tr("The price is missing."))
        amount, currency = read_money(self.amount.text(), self._currency)
        sale = replace(
            self._stored,
            what=self.what.text(),
            day=self.day.needed(),
            amount=amount,
            currency=currency,
            delivered=self.delivered.day(),
            note=self.note.typed(),
        )
        sales = self.shell.core.sales
        kept(self.shell, tr("Sale kept."), lambda: sales.edit(sale) if sale.id else sales.add(sale))

    def delete(self) -> None:
        """Gone, until undone. Raises KnownError."""
        kept(self.shell, tr("Sale deleted."), lambda: self.shell.core.sales.delete(self._stored.id))


class SatisfactionDialog(SmallDialog):
    """A mark from 0 to 10, in whose words, and when."""

    def __init__(self, shell: Shell, person: int, mark: Satisfaction | None = None) -> None:
        super().__init__(shell, tr("Satisfaction"), may_delete=mark is not None)
        self._stored = mark or Satisfaction(person, shell.core.desk.today(), 0)
        self.marks = [self._chip(score) for score in SATISFACTION]
        self._scores = QButtonGroup(self)
        for score, chip in zip(SATISFACTION, self.marks, strict=True):
            self._scores.addButton(chip, score)
        self.words = words_field(self, tr("In their words"), self._stored.words)
        self.day = DayLine(self._stored.day, shell.core.desk.today, self)
        marks = FlowLayout()
        for chip in self.marks:
            marks.addWidget(chip)
        self.fields.addWidget(Label(tr("How satisfied are they, from 0 to 10?"), Look.HEADING, wrap=True))
        self.fields.addLayout(marks)
        self.fields.addWidget(self.words)
        self.fields.addWidget(Field(tr("&Day"), self.day))
        if mark is not None:
            self.marks[mark.score].setChecked(True)
        self.setMinimumWidth(px(420))
        self.marks[self._stored.score if mark else 0].setFocus()

    def _chip(self, score: int) -> Chip:
        chip = Chip(str(score), Tone.GREEN, parent=self, clickable=True)
        chip.setCheckable(True)
        chip.setAccessibleName(tr("{score} of 10").format(score=score))
        return chip

    def save(self) -> None:
        """Keeps it. Raises KnownError."""
        score = self._scores.checkedId()
        if score < 0:
            raise Refused(tr("Choose a mark from 0 to 10."))
        mark = replace(self._stored, day=self.day.needed(), score=score, words=self.words.typed())
        marks = self.shell.core.satisfaction
        kept(self.shell, tr("Satisfaction kept."), lambda: marks.edit(mark) if mark.id else marks.add(mark))

    def delete(self) -> None:
        """Gone, until undone. Raises KnownError."""
        kept(self.shell, tr("Satisfaction deleted."), lambda: self.shell.core.satisfaction.delete(self._stored.id))


class IdeaDialog(SmallDialog):
    """What they suggested, wished or complained of; with `answering` the keyboard stands in the answer of today."""

    def __init__(self, shell: Shell, person: int, idea: Idea | None = None, *, answering: bool = False) -> None:
        super().__init__(shell, tr("Idea"), may_delete=idea is not None)
        today = shell.core.desk.today
        self._stored = idea or Idea(person, today(), "")
        self.text = words_field(self, tr("What they suggested, wished or complained of"), self._stored.text)
        self.day = DayLine(self._stored.day, today, self)
        self.answered = DayLine(today() if answering else self._stored.answered, today, self)
        self.answered.setPlaceholderText(tr("not yet"))
        self.answer = words_field(self, tr("Your answer"), self._stored.answer)
        self.fields.addWidget(self.text)
        self.fields.addLayout(side_by_side(Field(tr("&Day"), self.day), Field(tr("&Answered on"), self.answered)))
        self.fields.addWidget(self.answer)
        (self.answer if answering else self.text).setFocus()

    def save(self) -> None:
        """Keeps it. Raises KnownError."""
        idea = replace(
            self._stored,
            text=self.text.typed(),
            day=self.day.needed(),
            answered=self.answered.day(),
            answer=self.answer.typed(),
        )
        ideas = self.shell.core.ideas
        kept(self.shell, tr("Idea kept."), lambda: ideas.edit(idea) if idea.id else ideas.add(idea))

    def delete(self) -> None:
        """Gone, until undone. Raises KnownError."""
        kept(self.shell, tr("Idea deleted."), lambda: self.shell.core.ideas.delete(self._stored.id))
