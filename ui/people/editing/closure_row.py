"""Days on which somebody is away: from, until, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QWidget

from relapp.domain.boundaries.hours import Closure
from relapp.domain.words import tr
from ui.people.editing.page import side_by_side
from ui.people.editing.rows import EditRow
from ui.people.editing.wrong import Wrong
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import inset


class ClosureEdit(EditRow):
    """Both days count."""

    def __init__(self, closure: Closure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closure = closure
        self.first = _day(closure.first, tr("Away from"), self)
        self.last = _day(closure.last, tr("Away until"), self)
        self.title = QLineEdit(closure.title, self)
        self.title.setPlaceholderText(tr("Holiday, parental leave…"))
        self.title.setAccessibleName(tr("Why"))
        self.fields.addLayout(side_by_side(self.first, self.last, self.title, stretch=(3, 3, 5)))
        self.setFocusProxy(self.first)
        self.first.dateChanged.connect(self._on_first_changed)
        self.watch(self.first, self.last, self.title)

    def _on_first_changed(self, day: QDate) -> None:
        if self.last.date() < day:
            self.last.setDate(day)

    def value(self) -> Closure:
        first, last = _date(self.first), _date(self.last)
        if last < first:
            raise Wrong(tr("The last day is before the first."), self.last)
        return replace(self._closure, first=first, last=last, title=self.title.text().strip())


def _day(day: date, name: str, parent: QWidget) -> DateEdit:
    made = DateEdit(QDate(day.year, day.month, day.day), parent)
    made.setAccessibleName(name)
    inset(made)
    return made


def _date(box: DateEdit) -> date:
    day = box.date()
    return date(day.year(), day.month(), day.day())
