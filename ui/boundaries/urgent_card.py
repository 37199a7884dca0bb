"""What comes through quiet time: whose matters, by which channels, between which hours, and what counts as urgent."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.boundaries.hours import Opening, UrgentRule
from relapp.domain.boundaries.week_text import read_window, write_window
from relapp.domain.people import Channel
from relapp.domain.permissions import channel_word
from relapp.domain.tiers import Tier
from relapp.domain.words import tr
from ui.boundaries.opening_dialog import OpeningDialog
from ui.boundaries.rows import Row, clear
from ui.boundaries.words_field import WordsField
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.shell import Shell
from ui.timeline.popover import LinePopover
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text import line

WAYS = (Channel.CALL, Channel.VIDEO, Channel.MESSAGE, Channel.EMAIL)


class UrgentCard(Card):
    """Edited in place; each tick is a change of its own."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Urgent goes through"), "warning", "", parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self._rule = UrgentRule()
        self.tiers = {tier: self._tick(tier.value, tr("{tier} clients").format(tier=tier)) for tier in Tier}
        self.ways = {way: self._tick(channel_word(way), channel_word(way)) for way in WAYS}
        self.between = Chip("", Tone.GREY, "clock", clickable=True)
        named = tr("What counts as urgent, in your own words")
        self.words = WordsField(tr("“Production is down”…"), named, self)
        self.look = QVBoxLayout()
        self.add = Button(tr("Look at e-mail once…"), "plus", Weight.FLAT, self, small=True)
        self._build_layout()
        self.between.clicked.connect(self._ask_between)
        self.words.entered.connect(self._save_words)
        self.add.clicked.connect(self.add_look)

    def _tick(self, text: str, name: str) -> Chip:
        chip = Chip(text, Tone.GREEN, clickable=True)
        chip.setCheckable(True)
        chip.setAccessibleName(name)
        chip.toggled.connect(self._on_ticked)
        return chip

    def _build_layout(self) -> None:
        self.body.setSpacing(0)
        self.body.addWidget(Row(tr("Clients"), *self.tiers.values()))
        self.body.addWidget(Row(tr("By"), *self.ways.values()))
        self.body.addWidget(Row(tr("Every day between"), self.between))
        said = QHBoxLayout()
        said.setContentsMargins(0, px(6), 0, px(6))
        said.setSpacing(px(6))
        said.addWidget(self.words, 1)
        said.addWidget(Chip(tr("counts as urgent"), Tone.GREY))
        self.body.addLayout(said)
        self.body.addWidget(line(self))
        self.look.setSpacing(0)
        self.body.addLayout(self.look)
        self.body.addSpacing(px(6))
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self.body.addLayout(foot)

    # --- what is shown

    def reload(self) -> None:
        """Shows the rule and what is looked at once."""
        self._rule = rule = self._shell.core.hours.urgent()
        for tier, chip in self.tiers.items():
            _quietly_check(chip, tier in rule.tiers)
        for way, chip in self.ways.items():
            _quietly_check(chip, way in rule.channels)
        start, end = write_window(rule.window).split("-")
        self.between.show_chip(tr("{start} – {end}").format(start=start, end=end), Tone.GREY, "clock")
        if not self.words.hasFocus():
            self.words.show_words(rule.words)
        today = self._shell.core.desk.today()
        clear(self.look)
        for opening in self._shell.core.hours.openings():
            if opening.channel is not None and opening.day >= today:
                self.look.addWidget(self._look_row(opening))

    def _look_row(self, opening: Opening) -> Row:
        assert opening.channel is not None
        said = tr("Look at {channel}").format(channel=channel_word(opening.channel))
        start = write_window(opening.window).split("-")[0]
        when = tr("once, {day} {time}").format(day=self._moments.day(opening.day), time=start)
        chip = Chip(when, Tone.GREY, clickable=True)
        chip.clicked.connect(lambda: OpeningDialog(self._shell, opening).open())
        return Row(opening.title or said, chip)

    # --- what is edited

    def _save(self, rule: UrgentRule) -> None:
        if rule != self._rule and not self._shell.attempt(lambda: self._shell.core.hours.set_urgent(rule)):
            self.reload()

    def _on_ticked(self) -> None:
        tiers = frozenset(tier for tier, chip in self.tiers.items() if chip.isChecked())
        ways = {way for way, chip in self.ways.items() if chip.isChecked()}
        others = self._rule.channels - set(WAYS)
        self._save(replace(self._rule, tiers=tiers, channels=frozenset(ways | others)))

    def _save_words(self) -> None:
        self._save(replace(self._rule, words=self.words.words()))

    def _ask_between(self) -> LinePopover:
        usual = ("08:00-20:00", "07:00-22:00", "00:00-24:00")
        sorry = tr("Say it like 08:00-20:00.")
        now = write_window(self._rule.window)
        box = LinePopover(self.between, tr("Every day between"), now, read_window, usual, sorry)
        box.entered.connect(lambda window: self._save(replace(self._rule, window=window or self._rule.window)))
        box.open_below()
        return box

    def add_look(self) -> OpeningDialog:
        """Asks when to look at e-mail."""
        dialog = OpeningDialog(self._shell, None, channel=Channel.EMAIL)
        dialog.open()
        return dialog


def _quietly_check(chip: Chip, on: bool) -> None:
    chip.blockSignals(True)
    chip.setChecked(on)
    chip.blockSignals(False)
    chip.update()
