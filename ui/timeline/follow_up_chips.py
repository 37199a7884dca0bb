"""What an entry does to follow-ups: the one it plans, and those of the person that it settles too, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain import repeats
from relapp.domain.entries import kind_of
from relapp.domain.entries.kind import Effect
from relapp.domain.follow_up_about import about
from relapp.domain.follow_up_words import FollowUpWords, split_follow_up
from relapp.domain.follow_ups import FollowUp, NewFollowUp
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.timeline.draft import Draft
from ui.timeline.popover import LinePopover
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look

_LONGEST = 44


def follow_up_chip(moments: Moments, words: FollowUpWords) -> tuple[str, Tone, str]:
    """ "follow-up Fri 20 March · 10:00", with its repeat."""
    due = words.due
    when = moments.day_and_time(due) if isinstance(due, datetime) else moments.day(due)
    text = tr("follow-up {when}").format(when=when)
    repeat = repeats.read(words.repeat) if words.repeat else None
    return (text if repeat is None else f"{text} · {repeats.words(repeat)}"), Tone.AMBER, "bell"


class AlsoDone(QWidget):
    """A tick for each open follow-up of a person that is due within a week; ticked where the channel fits.

    What the user ticked or unticked stays as long as the same person is shown.
    """

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._person = 0
        self._found: list[FollowUp] = []
        self._touched: dict[int, bool] = {}
        self.ticks: dict[int, Chip] = {}
        self.row = FlowLayout(self)

    def show_for(self, person: int, kind: str, effect: Effect) -> None:
        """Shows those of this person (0: nobody), for an entry of this kind and effect."""
        if person != self._person:
            self._person, self._touched = person, {}
            self.read()
        channel = kind_of(kind).channel
        for one in self._found:
            fits = effect is Effect.CONTACT and channel is not None and one.channel is channel
            self._tick(one.id, self._touched.get(one.id, fits))

    def read(self) -> None:
        """Reads them afresh."""
        found = self._core.follow_ups.due_soon(self._person) if self._person else []
        if [one.id for one in found] == [one.id for one in self._found]:
            return
        self._found = found
        for chip in self.ticks.values():
            self.row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.ticks = {one.id: self._chip(one) for one in found}
        self.setVisible(bool(found))
        self.updateGeometry()

    def settled(self) -> tuple[int, ...]:
        """Which are ticked."""
        return tuple(one for one, chip in self.ticks.items() if chip.isChecked())

    def forget(self) -> None:
        """After saving: what is open now is asked anew."""
        self._touched = {}
        self.read()

    def _chip(self, one: FollowUp) -> Chip:
        what = one.what if len(one.what) <= _LONGEST else one.what[:_LONGEST] + "…"
        chip = Chip(tr("also done: {what}").format(what=what), Tone.GREEN, "check", self, clickable=True)
        chip.setCheckable(True)
        chip.clicked.connect(lambda ticked: self._touched.__setitem__(one.id, ticked))
        self.row.addWidget(chip)
        return chip

    def _tick(self, follow_up: int, ticked: bool) -> None:
        chip = self.ticks[follow_up]
        chip.setChecked(ticked)
        chip.update()


class FollowUpChips(QWidget):
    """Below the text of the composer. `words_asked` carries words that are to be added at the end of the text."""

    words_asked = Signal(str)
    drop_asked = Signal()

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._moments = Moments(core)
        self._person = 0
        self.words: FollowUpWords | None = None
        self.plan = Chip(tr("follow-up"), Tone.GREY, "bell", self, clickable=True)
        self.plan.setAccessibleName(tr("Plan a follow-up"))
        self.planned = Chip("", Tone.AMBER, "bell", self, removable=True)
        self.silent = Label("", Look.SECONDARY, self, wrap=True)
        self.also = AlsoDone(core, self)
        row = FlowLayout()
        row.addWidget(self.plan)
        row.addWidget(self.planned)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(7))
        rows.addLayout(row)
        rows.addWidget(self.silent)
        rows.addWidget(self.also)
        self.plan.clicked.connect(self.ask)
        self.planned.remove_asked.connect(self.drop_asked)

    def show_draft(self, draft: Draft, person: int, *, spread: bool) -> None:
        """Shows what the draft's last words plan, and what it may settle; at rest nothing."""
        self._person = person
        _, said = split_follow_up(draft.text) if spread else ("", None)
        at = draft.at or self._core.desk.now()
        self.words = None if said is None else self._core.follow_ups.read_words(said, person or None, at)
        if self.words is not None:
            self.planned.show_chip(*follow_up_chip(self._moments, self.words))
        ahead = draft.at is not None and draft.at > self._core.desk.now()
        self.also.show_for(person if spread and not ahead else 0, draft.kind, draft.effect())
        self.silent.setText("" if self.words is None else self._core.follow_ups.why_silent(person))
        self.silent.setVisible(bool(self.silent.text()))
        self.planned.setVisible(self.words is not None)
        self.plan.setVisible(spread and self.words is None)
        self.also.setVisible(bool(self.also.ticks))
        self.setVisible(spread)
        self.updateGeometry()

    def text_without(self, text: str) -> str:
        """The text without the words that plan."""
        return text if self.words is None else split_follow_up(text)[0]

    def planned_for(self, person: int, draft: Draft) -> NewFollowUp | None:
        """The follow-up that is to be planned with the entry."""
        if self.words is None:
            return None
        what = about(self.text_without(draft.text), draft.entry_kind.label())
        return NewFollowUp(person, what, self.words.due, repeat=self.words.repeat)

    def settled(self) -> Sequence[int]:
        """The follow-ups that are ticked."""
        return self.also.settled()

    def ask(self) -> LinePopover:
        """Asks when; what is entered goes to the end of the text."""
        usual = ("tomorrow", "in 3 days", "next mon", "in 2 weeks", "in 1 month")
        sorry = tr("Say it like “next fri 10:00”, “in 3 weeks” or “every first monday”.")
        box = LinePopover(self.plan, tr("When to follow up"), "", self._read, usual, sorry)
        box.entered.connect(lambda words: self.words_asked.emit(words) if words else None)
        box.open_below()
        return box

    def _read(self, text: str) -> str | None:
        words = text.strip()
        return words if words and self._core.follow_ups.read_words(words, self._person or None) else None
