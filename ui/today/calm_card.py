"""What stands on Today in place of the lists when nobody waits: that it is so, and what comes next."""

from __future__ import annotations

from relapp.domain import today_words as words
from relapp.domain.today import NextUp
from relapp.domain.words import tr
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState


class CalmCard(Card):
    """A leaf and a sentence or two."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._moments = Moments(shell.core)
        self._shell = shell
        self.state = EmptyState("leaf", " ", " ")
        self.add: Button = self.state.add_action(tr("New follow-up"), "plus")
        self.add.clicked.connect(lambda: shell.plan_follow_up())
        self.body.addWidget(self.state)

    def show_next(self, coming: NextUp | None) -> None:
        """Says what comes next, or how something comes to stand here."""
        if coming is None:
            detail = tr("Write “follow up next fri 10:00” at the end of a note, or press Ctrl+Shift+F.")
        else:
            detail = words.next_words(coming, self._shell.core.desk.today(), self._moments.day_of, self._moments.time)
        self.state.set_text(tr("Nobody is waiting."), detail)
