"""Cards beside Today's lists: answers that are due, and the days that come round."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from relapp.domain import today_words as words
from relapp.domain.answers import AnswerDue
from relapp.domain.relative import late_words
from relapp.domain.today import Occasion
from relapp.domain.words import tr
from ui.moments import Moments
from ui.palette import Tone
from ui.shell import Shell
from ui.today.rows import AnswerRow, LineRow, add_ruled
from ui.widgets.card import Card
from ui.widgets.text import Label, Look


class AnswersCard(Card):
    """Who wrote and waits for my answer; gone when nobody does."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Answers due"), "envelope-simple", " ")
        self._shell = shell
        self._moments = Moments(shell.core)
        self.rows: list[AnswerRow] = []

    def show_answers(self, found: tuple[AnswerDue, ...], count: int) -> None:
        """Shows these of so many; the body must be empty."""
        self.setVisible(bool(found))
        self.set_trailing(QLocale().toString(count) if found else "")
        self.rows = [self._row(one) for one in found]
        add_ruled(self, self.rows)
        if count > len(found):
            rest = QLocale().toString(count - len(found))
            self.body.addWidget(Label(tr("and {n} more").format(n=rest), Look.SECONDARY))

    def _row(self, one: AnswerDue) -> AnswerRow:
        came = tr("came {when}").format(when=self._moments.day_and_time(one.at))
        if one.outside_hours:
            came = tr("{came}, outside hours").format(came=came)
        days = (self._shell.core.desk.today() - self._moments.day_of(one.due_at)).days
        by = late_words(days) if days > 0 else tr("by {when}").format(when=self._moments.soon(one.due_at))
        late = one.due_at <= self._shell.core.desk.now()
        row = AnswerRow(one.shown, came, by, Tone.RED if late else Tone.AMBER)
        row.about = one.person
        row.clicked.connect(lambda: self._shell.open_entry(one.person, one.entry))
        return row


class ComingCard(Card):
    """Birthdays, anniversaries and renewals of the next 14 days."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Coming up"), "cake", tr("14 days"))
        self._shell = shell
        self.rows: list[LineRow] = []

    def show_occasions(self, occasions: tuple[Occasion, ...], today: date) -> None:
        """Shows these; the body must be empty."""
        self.rows = [self._row(one, today) for one in occasions]
        add_ruled(self, self.rows)
        if not occasions:
            text = tr("No birthdays or anniversaries in the next 14 days.")
            self.body.addWidget(Label(text, Look.MUTED, wrap=True))

    def _row(self, one: Occasion, today: date) -> LineRow:
        row = LineRow(words.occasion_words(one), words.occasion_day(one.day, today))
        row.about = one.person
        row.clicked.connect(lambda: self._shell.open_person(one.person))
        return row
