"""What narrows the list of follow-ups: how they stand, a channel, a person, words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain.entries import kind_of
from relapp.domain.errors import NoSuchPerson
from relapp.domain.follow_ups import FollowUpFilter, Standing
from relapp.domain.people import Channel
from relapp.domain.permissions import channel_word
from relapp.domain.words import tr
from ui.fonts import px
from ui.icons import icon
from ui.palette import Tone
from ui.standings import standing_words
from ui.timeline.person_picker import PersonPicker
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.line_field import IconLineEdit

_TONES = {
    Standing.OVERDUE: Tone.RED,
    Standing.TODAY: Tone.AMBER,
    Standing.NEXT: Tone.GREEN,
    Standing.SNOOZED: Tone.PLUM,
    Standing.DONE: Tone.BLUE,
    Standing.SKIPPED: Tone.BLUE,
}


class FilterBar(QWidget):
    """`changed` tells that `wanted` would answer otherwise. Without a ticked chip all open ones are meant."""

    changed = Signal()

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._person: int | None = None
        self.text = IconLineEdit("magnifying-glass", tr("Words in follow-ups and names"), self)
        self.channel = QComboBox(self)
        self.channel.setAccessibleName(tr("Channel"))
        self.channel.addItem(tr("Any channel"), "")
        for channel in Channel:
            word = channel_word(channel)
            self.channel.addItem(icon(kind_of(channel.value).icon), word[:1].upper() + word[1:], channel.value)
        self.standings = {one: Chip(standing_words(one), _TONES[one], "", self, clickable=True) for one in Standing}
        self.whom = Chip(tr("person"), Tone.GREY, "plus", self, clickable=True)
        self.person = Chip("", Tone.BLUE, "user", self, removable=True)
        self.person.hide()
        self._build_layout()
        self.text.textChanged.connect(self._on_changed)
        self.channel.activated.connect(self._on_changed)
        for chip in self.standings.values():
            chip.setCheckable(True)
            chip.toggled.connect(self._on_changed)
        self.whom.clicked.connect(self.ask_whom)
        self.person.remove_asked.connect(lambda: self.narrow_to(None))

    def _build_layout(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.text, 1)
        first.addWidget(self.channel)
        chips = FlowLayout()
        for chip in (*self.standings.values(), self.person, self.whom):
            chips.addWidget(chip)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addLayout(first)
        rows.addLayout(chips)

    def wanted(self) -> FollowUpFilter:
        """What is chosen."""
        channel = self.channel.currentData()
        return FollowUpFilter(
            frozenset(one for one, chip in self.standings.items() if chip.isChecked()),
            self._person,
            Channel(channel) if channel else None,
            self.text.text().strip(),
        )

    def show_counts(self, counts: Mapping[Standing, int]) -> None:
        """How many there are of each."""
        for one, chip in self.standings.items():
            number = counts.get(one, 0)
            chip.show_chip(f"{standing_words(one)} {number}" if number else standing_words(one), _TONES[one])

    def clear(self) -> None:
        """Nothing narrowed."""
        self.blockSignals(True)
        self.text.clear()
        self.channel.setCurrentIndex(0)
        for chip in self.standings.values():
            chip.setChecked(False)
        self.narrow_to(None)
        self.blockSignals(False)
        self.changed.emit()

    def ask_whom(self) -> PersonPicker:
        """Opens the box that finds a person."""
        picker = PersonPicker(self.whom, self._core, ())
        picker.picked.connect(self.narrow_to)
        picker.open_below()
        return picker

    def narrow_to(self, person: int | None) -> None:
        """Those of one person, or of everybody."""
        try:
            name = "" if person is None else self._core.people.name(person)
        except NoSuchPerson:
            return
        self._person = person
        self.person.show_chip(name, Tone.BLUE, "user")
        self.person.setVisible(person is not None)
        self.whom.setVisible(person is None)
        self.changed.emit()

    def _on_changed(self, *_: object) -> None:
        self.changed.emit()
