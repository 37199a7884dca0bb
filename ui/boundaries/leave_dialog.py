"""Leave, and any other days on which I am closed: from, until, and what it is called."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from relapp.domain.boundaries.hours import Closure
from relapp.domain.words import tr
from ui.fonts import px
from ui.shell import Shell
from ui.small_dialog import SmallDialog, to_date, to_qdate
from ui.widgets.date_edit import DateEdit
from ui.widgets.line_field import Field


class LeaveDialog(SmallDialog):
    """Both days are closed; the last follows the first when that moves behind it."""

    def __init__(self, shell: Shell, closure: Closure | None) -> None:
        """`closure` None is a new one."""
        title = tr("Leave") if closure is None else closure.title or tr("Closed")
        super().__init__(shell, title, may_delete=closure is not None)
        self._closure = closure
        today = shell.core.desk.today()
        self.first = DateEdit(to_qdate(closure.first if closure else today), self)
        self.last = DateEdit(to_qdate(closure.last if closure else today), self)
        self.title = QLineEdit(closure.title if closure else "", self)
        self.title.setPlaceholderText(tr("Leave, trade fair, moving house…"))
        days = QHBoxLayout()
        days.setSpacing(px(10))
        days.addWidget(Field(tr("&First day"), self.first), 1)
        days.addWidget(Field(tr("&Last day"), self.last), 1)
        self.fields.addWidget(Field(tr("&What for"), self.title))
        self.fields.addLayout(days)
        self.first.dateChanged.connect(self._on_first_changed)
        self.title.setFocus()

    def _on_first_changed(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())

    def save(self) -> None:
        hours = self.shell.core.hours
        first, last, title = to_date(self.first.date()), to_date(self.last.date()), self.title.text().strip()
        if self._closure is None:
            hours.close(first, last, title)
        else:
            hours.edit_closure(replace(self._closure, first=first, last=last, title=title))
        self.shell.say(tr("Saved: {title}").format(title=title or tr("Closed")), undo=True)

    def delete(self) -> None:
        if self._closure is not None:
            self.shell.core.hours.delete_closure(self._closure.id)
            self.shell.say(tr("Deleted: {title}").format(title=self.windowTitle()), undo=True)
