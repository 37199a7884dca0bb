"""How I stand with somebody: a new mark of today, or one of before to be set right."""

from __future__ import annotations

from dataclasses import replace

from relapp.domain.business import StandingMark
from relapp.domain.errors import Refused
from relapp.domain.words import tr
from ui.people.business_dialogs import kept, words_field
from ui.people.day_line import DayLine
from ui.shell import Shell
from ui.small_dialog import SmallDialog
from ui.standing_field import StandingField
from ui.widgets.line_field import Field


class RateDialog(SmallDialog):
    """The two questions, a note, and the day."""

    def __init__(self, shell: Shell, person: int, mark: StandingMark | None = None) -> None:
        super().__init__(shell, tr("Standing"), may_delete=mark is not None)
        self._stored = mark or StandingMark(person, shell.core.desk.today(), 0)
        self.standing = StandingField(self)
        self.note = words_field(self, tr("Note"), self._stored.note)
        self.day = DayLine(self._stored.day, shell.core.desk.today, self)
        self.fields.addWidget(self.standing)
        self.fields.addWidget(self.note)
        self.fields.addWidget(Field(tr("&Day"), self.day))
        if mark is not None:
            self.standing.show_mark(mark.score, mark.would_tell)
        self.standing.marks[mark.score - 1 if mark else 0].setFocus()

    def save(self) -> None:
        """Keeps it. Raises KnownError."""
        score = self.standing.score
        if score is None:
            raise Refused(tr("Choose a mark from 1 to 5."))
        told = self.standing.would_tell
        mark = replace(self._stored, day=self.day.needed(), score=score, would_tell=told, note=self.note.typed())
        marks = self.shell.core.standing_marks
        kept(self.shell, tr("Standing kept."), lambda: marks.edit(mark) if mark.id else marks.add(mark))

    def delete(self) -> None:
        """Gone, until undone. Raises KnownError."""
        kept(self.shell, tr("Standing deleted."), lambda: self.shell.core.standing_marks.delete(self._stored.id))
