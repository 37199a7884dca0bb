"""When to follow up after this act: none, or a day; part of “Done, log it”."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QMenu, QWidget

from relapp.domain.words import tr
from ui.day_dialog import DayDialog
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets.buttons import Button

_SPANS: tuple[tuple[int, Callable[[], str]], ...] = (
    (7, lambda: tr("In a week")),
    (14, lambda: tr("In two weeks")),
    (30, lambda: tr("In a month")),
    (90, lambda: tr("In three months")),
)


class NextButton(Button):
    """Says on itself what it holds; `day` None plans nothing."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("", "bell", parent=parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self.day: date | None = None
        self.choices = QMenu(self)
        self.choices.addAction(tr("No follow-up")).triggered.connect(lambda: self.choose(None))
        for days, words in _SPANS:
            self.choices.addAction(words()).triggered.connect(lambda _=False, days=days: self._choose_in(days))
        self.choices.addSeparator()
        self.choices.addAction(tr("Choose a date…")).triggered.connect(self._ask)
        self.setMenu(self.choices)
        self.choose(None)

    def propose(self, days: int | None) -> None:
        """What the rule suggests: so many days from today, or none."""
        if days is None:
            self.choose(None)
        else:
            self._choose_in(days)

    def choose(self, day: date | None) -> None:
        """Holds this day."""
        self.day = day
        words = tr("No follow-up") if day is None else tr("Follow up {day}").format(day=self._moments.day(day))
        self.setText(words)
        self.setAccessibleName(tr("Next: {what}").format(what=words))
        self.setToolTip(tr("When to follow up after this"))
        self.updateGeometry()

    def _choose_in(self, days: int) -> None:
        self.choose(self._shell.core.desk.today() + timedelta(days=days))

    def _ask(self) -> None:
        first = self.day or self._shell.core.desk.today() + timedelta(days=7)
        DayDialog(self._shell, tr("Follow up on"), first, self._on_day_chosen).open()

    def _on_day_chosen(self, day: datetime | date) -> None:
        self.choose(day)
