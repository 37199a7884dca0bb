"""Says at once when a follow-up will be delivered, and why then; beside it, times when both are open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain.boundaries.reasons import clock, due_now, due_that_day
from relapp.domain.reminders import Delivery
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.widgets.card import Glyph
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look


class DeliveryLine(QFrame):
    """`proposed` carries the instant of a chip that was clicked."""

    proposed = Signal(object)

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments = Moments(core)
        self._zone = core.desk.zone
        self.setProperty("look", "strip")
        self._glyph = Glyph("bell", Tone.GREEN, self)
        self.head = Label("", Look.HEADING, self, wrap=True)
        self.reason = Label("", Look.SECONDARY, self, wrap=True)
        self.both = Label(tr("Both are open:"), Look.SECONDARY, self)
        self._chips = FlowLayout()
        words = QVBoxLayout()
        words.setSpacing(px(3))
        for label in (self.head, self.reason, self.both):
            words.addWidget(label)
        words.addLayout(self._chips)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(9))
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.chips: list[Chip] = []
        self.show_sentence("")

    def show_sentence(self, sentence: str) -> None:
        """Nothing can be foretold yet."""
        self._say(sentence, "", Tone.GREY, "bell")
        self.show_times((), None, "")

    def show_delivery(self, due: datetime | date, delivery: Delivery) -> None:
        """This will happen."""
        when = self._moments.day_and_time(delivery.at)
        if isinstance(due, datetime):
            moved, forward = delivery.at != due, delivery.at < due
        else:
            moved, forward = self._moments.day_of(delivery.at) != due, self._moments.day_of(delivery.at) < due
        told = delivery.reason.endswith(clock(delivery.at, self._zone()))
        head = delivery.reason if moved and told else tr("You will be reminded {when}").format(when=when)
        plain = delivery.reason in (due_now(), due_that_day(), head)
        tone = Tone.GREEN if not moved else Tone.AMBER if forward else Tone.PLUM
        reason = "" if plain else delivery.reason[:1].upper() + delivery.reason[1:]
        self._say(head, reason, tone, "moon" if moved and not forward else "bell")

    def show_times(self, times: Sequence[datetime], theirs: tzinfo | None, place: str) -> None:
        """Chips for these instants, with the time of day where they are."""
        self._chips.clear()
        self.chips = []
        for at in times:
            text = self._moments.day_and_time(at)
            if theirs is not None:
                text = tr("{when} ({time} in {place})").format(
                    when=text, time=self._moments.time(at, theirs), place=place
                )
            chip = Chip(text, Tone.GREEN, "users", self, clickable=True)
            chip.clicked.connect(lambda _=False, at=at: self.proposed.emit(at))
            self._chips.addWidget(chip)
            self.chips.append(chip)
        self.both.setVisible(bool(times))

    def _say(self, head: str, reason: str, tone: Tone, icon: str) -> None:
        self.head.setText(head)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._glyph.show_icon(icon, tone)
        self.setAccessibleName(" ".join((head, reason)).strip())
        for widget in (self, self.head):
            widget.setProperty("tone", tone.value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
