"""The card with the people whose cadence says it is time: overdue, due today, and never contacted yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from relapp.domain import today_words as words
from relapp.domain.directory import PeopleFilter, Sort
from relapp.domain.today import Today, Waiting
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.shell import Shell
from ui.today.rows import Chips, PersonRow, add_ruled
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.section_header import SectionHeader
from ui.widgets.text import Label, Look


class WaitingCard(Card):
    """`rows` are those on show, in order. Beyond the daily cap people are a number that leads to the list."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Get in touch"), "chats-circle", " ")
        self._shell = shell
        self.rows: list[PersonRow] = []
        self.body.setSpacing(px(2))

    def show_waiting(self, today: Today) -> None:
        """Shows these; the body must be empty."""
        self.rows = []
        self.set_trailing(words.people_words(today.waiting_count) if today.waiting_count else "")
        for title, people, count in (
            (tr("Overdue"), today.overdue, today.overdue_count),
            (tr("Due today"), today.due, today.due_count),
            (tr("Never contacted yet"), today.never, today.never_count),
        ):
            if count:
                self.body.addWidget(SectionHeader(title, ruled=True))
            made = [self._row(one) for one in people]
            self.rows += made
            add_ruled(self, made)
            if count > len(people):
                self.body.addWidget(self._more(count, len(people)), 0, Qt.AlignmentFlag.AlignLeft)
        if not today.waiting_count:
            text = tr("Everybody has heard from you in time. Whoever comes due next will stand here.")
            self.body.addWidget(Label(text, Look.MUTED, wrap=True))

    def _row(self, one: Waiting) -> PersonRow:
        day = self._shell.core.desk.today()
        late = one.due_on < day.isoformat()
        chips: Chips = [
            (words.lateness(one, day), Tone.RED if late else Tone.AMBER, ""),
            (words.rhythm(one), Tone.GREY, ""),
            *([(words.tried(one.attempts), Tone.GREY, "")] if one.attempts else []),
        ]
        row = PersonRow(one.person, one.shown, one.subtitle, chips, photo=self._photo(one))
        row.clicked.connect(lambda: self._shell.open_person(one.person))
        row.log_wanted.connect(lambda: self._shell.log_contact(f"call {one.shown}: "))
        return row

    def _photo(self, one: Waiting) -> QPixmap | None:
        photo = self._shell.core.people.photo(one.person) if one.has_photo else None
        pixmap = QPixmap()
        return pixmap if photo is not None and pixmap.loadFromData(photo.data) else None

    def _more(self, count: int, shown: int) -> Button:
        text = tr("and {n} more").format(n=count - shown) if shown else words.people_words(count)
        more = Button(text, "", Weight.FLAT, small=True)
        more.clicked.connect(lambda: self._shell.show_people(PeopleFilter(sort=Sort.OVERDUE)))
        return more
