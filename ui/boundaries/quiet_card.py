"""What happens to reminders in quiet time. These are rules in force; only the digest and the daily cap can be set."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from relapp.domain.settings import DAILY_CAP, DIGEST
from relapp.domain.words import tr
from ui.boundaries.rows import Row, rule
from ui.fonts import px
from ui.palette import Tone
from ui.shell import Shell
from ui.timeline.popover import LinePopover
from ui.widgets.card import Card
from ui.widgets.chip import Chip


class QuietCard(Card):
    """Plain chips show, the two with a pointer change."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("In quiet time"), "moon", "", parent)
        self._shell = shell
        self.digest = Chip("", Tone.GREEN, clickable=True)
        self.cap = Chip("", Tone.GREEN, clickable=True)
        self.digest.clicked.connect(self._turn_digest)
        self.cap.clicked.connect(self._ask_cap)
        self.body.setSpacing(0)
        self.body.addWidget(rule(tr("Hold reminders until I open"), tr("always")))
        self.body.addWidget(Row(tr("One digest at opening"), self.digest))
        self.body.addWidget(Row(tr("Held-back reminders a day"), self.cap))
        self.body.addWidget(rule(tr("Bring forward what can’t wait"), tr("always")))
        self.body.addWidget(rule(tr("Birthdays and deadlines on closed days"), tr("last open day")))
        self.body.addSpacing(px(2))

    def reload(self) -> None:
        """Shows the two settings as they are."""
        settings = self._shell.core.settings
        on = settings.get(DIGEST)
        self.digest.show_chip(tr("on") if on else tr("off"), Tone.GREEN if on else Tone.GREY)
        self.digest.setAccessibleName(tr("One digest at opening: {state}").format(state=self.digest.text()))
        self.cap.setToolTip(tr("What is more comes on the next open day."))
        self.cap.show_chip(tr("at most {count}").format(count=settings.get(DAILY_CAP)), Tone.GREEN)

    def _turn_digest(self) -> None:
        settings = self._shell.core.settings
        self._shell.attempt(lambda: settings.set(DIGEST, not settings.get(DIGEST)))

    def _ask_cap(self) -> LinePopover:
        settings = self._shell.core.settings
        sorry = tr("Say a number from 1 to 500.")
        now = str(settings.get(DAILY_CAP))
        box = LinePopover(self.cap, tr("Held-back reminders a day"), now, _read_cap, ("5", "8", "12", "20"), sorry)
        box.entered.connect(lambda cap: self._shell.attempt(lambda: settings.set(DAILY_CAP, cap or DAILY_CAP.default)))
        box.open_below()
        return box


def _read_cap(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and DAILY_CAP.allowed(int(text)) else None
