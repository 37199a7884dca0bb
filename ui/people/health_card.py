"""How a relationship stands, in four lines that are never added up: cadence, rhythm, standing, reciprocity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relapp.domain.cadence import State
from relapp.domain.errors import NoSuchPerson
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.people.health_row import HealthRow, Part
from ui.people.line_row import BLEED
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.sparkline import Sparkline

if TYPE_CHECKING:
    from relapp.domain.business import StandingMark
    from relapp.domain.health import Health
    from ui.people.rate_dialog import RateDialog

_AFTER_MS = 40
"""The sentences come when the rest of the page has been painted: reading a year of answers takes some milliseconds."""
_TONES = {State.SOON: Tone.AMBER, State.LATE: Tone.RED, State.CALM: Tone.GREEN}


class HealthCard(Card):
    """Read afresh a moment after it was asked for; nothing is said of whoever is shown next until then."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("How it stands"), "leaf", "", parent)
        self._shell = shell
        self._person = 0
        self._mark: StandingMark | None = None
        self._stale = False
        self.cadence, self.rhythm, self.standing, self.reciprocity = (HealthRow(part, self) for part in self._parts())
        self.spark = Sparkline((), parent=self.rhythm)
        self.spark.setToolTip(tr("Days of contact in each quarter, over the last twelve months"))
        self.spark.hide()
        self.rate_button = Button(tr("Rate…"), "", Weight.FLAT, self, small=True)
        self.rate_button.setToolTip(tr("How do you stand with them, from 1 to 5?"))
        self.why_button = Button(tr("Why did they go quiet?"), "question", parent=self, small=True)
        self._build_layout()
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self.reload)
        self.rate_button.clicked.connect(lambda: self.rate())
        self.why_button.clicked.connect(lambda: shell.win_back(self._person))

    def _parts(self) -> tuple[Part, Part, Part, Part]:
        return (
            Part(
                tr("Cadence"),
                "timer",
                tr("The days since the last contact against the cadence of this person; your leave does not count."),
            ),
            Part(
                tr("Rhythm"),
                "calendar-blank",
                tr(
                    "The usual gap between days of contact in the last three years, and the gap that nine of ten stay "
                    "within. A silence is long beyond that and beyond one and a half usual gaps, or after three "
                    "attempts without an answer."
                ),
            ),
            Part(
                tr("Standing"),
                "handshake",
                tr(
                    "From 1, one vendor among many, to 5, trusted adviser, as you rated it; asked twice a year about "
                    "A and B clients."
                ),
                self._edit_mark,
            ),
            Part(
                tr("Both ways"),
                "chats-circle",
                tr(
                    "Their share of the contacts of the last 365 days that carry a direction, and the middle one of "
                    "the times they waited for your answer, in your open hours."
                ),
            ),
        )

    def _build_layout(self) -> None:
        self.body.setSpacing(0)
        self._outer.setContentsMargins(px(15 - BLEED), px(13), px(15 - BLEED), px(11))
        self._head.setContentsMargins(px(BLEED), 0, px(BLEED), 0)
        self._outer.setSpacing(px(7))
        self.add_to_head(self.rate_button)
        for row in self.rows():
            self.body.addWidget(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(BLEED), px(4), px(BLEED), px(4))
        foot.addWidget(self.why_button)
        foot.addStretch()
        self.body.addLayout(foot)
        self.why_button.hide()
        self.setTabOrder(self.rate_button, self.standing)
        self.setTabOrder(self.standing, self.why_button)

    def rows(self) -> tuple[HealthRow, HealthRow, HealthRow, HealthRow]:
        """The four lines."""
        return self.cadence, self.rhythm, self.standing, self.reciprocity

    def show_person(self, person: int) -> None:
        """Shows this person's, in a moment."""
        if person != self._person:
            self._person = person
            self._mark = None
            for row in self.rows():
                row.wait()
            self.spark.show_figures((), Tone.GREEN)
        self._stale = True
        if self.isVisible():
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees is not read."""
        super().hideEvent(event)
        self._later.stop()

    def reload(self) -> None:
        """Reads it now."""
        self._later.stop()
        self._stale = False
        try:
            found = self._shell.core.health.of(self._person)
        except NoSuchPerson:
            return
        self._show(found)

    def _show(self, found: Health) -> None:
        today = self._shell.core.desk.today()
        quiet = found.rhythm.is_quiet
        asked = found.standing.next_on is not None and found.standing.next_on <= today
        self._mark = found.standing.mark
        self.cadence.show_sentence(found.cadence.sentence(today), _TONES.get(found.cadence.standing.state, Tone.GREY))
        usual = Tone.GREY if found.rhythm.usual is None else Tone.GREEN
        self.rhythm.show_sentence(found.rhythm.sentence(), Tone.AMBER if quiet else usual)
        pulse = self._shell.core.quiet.pulse(self._person)
        self.spark.show_figures(pulse, Tone.AMBER if quiet else Tone.GREEN)
        self.rhythm.set_foot(self.spark if any(pulse) else None)
        marked = Tone.GREY if self._mark is None else Tone.GREEN
        self.standing.show_sentence(found.standing.sentence(today), Tone.AMBER if asked else marked)
        self.reciprocity.show_sentence(found.reciprocity.sentence())
        if self.why_button.isHidden() is quiet:
            self.why_button.setVisible(quiet)

    def rate(self, mark: StandingMark | None = None) -> RateDialog:
        """Opens the dialog for a new mark, or for this one."""
        from ui.people.rate_dialog import RateDialog

        dialog = RateDialog(self._shell, self._person, mark)
        dialog.open()
        return dialog

    def _edit_mark(self) -> None:
        self.rate(self._mark)
