"""The small chips below the text of an entry: when, what came of it, how long, where, with whom, whether it counts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from relapp.core import Core
from relapp.domain.entries.kind import Direction, Effect, Outcome
from relapp.domain.relative import minutes_words
from relapp.domain.when import read_minutes
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.timeline.draft import PLACED, TIMED, Draft, new
from ui.timeline.foot_layout import FootLayout
from ui.timeline.popover import LinePopover
from ui.timeline.when_popover import WhenPopover
from ui.widgets.chip import Chip

_LENGTHS = (5, 10, 15, 20, 30, 45, 60, 90, 120)


def outcome_words(outcome: Outcome) -> str:
    """What became of a call."""
    return {
        Outcome.SPOKE: tr("spoke"),
        Outcome.LEFT_MESSAGE: tr("left a message"),
        Outcome.NO_ANSWER: tr("no answer"),
    }[outcome]


def direction_words(direction: Direction) -> str:
    """Who turned to whom."""
    return {Direction.OUT: tr("from me"), Direction.IN: tr("from them"), Direction.NONE: tr("neither")}[direction]


def effect_words(effect: Effect) -> str:
    """What an entry does to the cadence."""
    return {
        Effect.CONTACT: tr("counts as contact"),
        Effect.ATTEMPT: tr("counts as an attempt"),
        Effect.NONE: tr("doesn’t count as contact"),
    }[effect]


def read_length(text: str) -> int | None:
    """Minutes from "20 min", "1 h 30" or a bare "20"; None for what isn't understood."""
    text = text.strip()
    return read_minutes(f"{text} min" if text.isascii() and text.isdigit() else text)


class EntryChips(QWidget):
    """Holds the draft but for text and people. At rest only "when" is shown; `spread` shows what the kind asks.

    `adder` is a chip made elsewhere that stands among them, `end` what stands after them all.
    """

    changed = Signal()

    def __init__(
        self, core: Core, adder: Chip, end: QWidget, *, stored: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._stored = stored
        self._moments = Moments(core)
        self._spread = False
        self.draft = new()
        self.when = self._chip(self._ask_when)
        self.outcome = self._chip(self._ask_outcome)
        self.direction = self._chip(self._ask_direction)
        self.length = self._chip(self._ask_length)
        self.place = self._chip(self._ask_place)
        self.counts = self._chip(self._toggle_counts)
        self._adder = adder
        self._row = FootLayout(self)
        for part in (self.when, self.outcome, self.length, self.place, self.direction, adder, self.counts, end):
            self._row.addWidget(part)

    def _chip(self, act: object) -> Chip:
        chip = Chip("", Tone.GREY, parent=self, clickable=True)
        chip.clicked.connect(act)
        return chip

    def show_draft(self, draft: Draft, *, spread: bool) -> None:
        """Shows what the draft says; tells nobody."""
        self.draft, self._spread = draft, spread
        self._show_when()
        kind, outcome = draft.entry_kind, draft.asked_outcome()
        self.outcome.show_chip("" if outcome is None else outcome_words(outcome), Tone.GREY, "caret-down")
        self.direction.show_chip(direction_words(draft.direction), Tone.GREY, "caret-down")
        length = minutes_words(draft.minutes) if draft.minutes else tr("how long")
        self.length.show_chip(length, Tone.GREEN if draft.minutes else Tone.GREY, "timer")
        self.place.show_chip(draft.place or tr("where"), Tone.GREEN if draft.place else Tone.GREY, "map-pin")
        effect = draft.effect()
        said = Tone.GREEN if effect is Effect.CONTACT else Tone.GREY
        self.counts.show_chip(effect_words(effect), said, "check" if effect is Effect.CONTACT else "minus")
        self.outcome.setVisible(spread and outcome is not None)
        self.direction.setVisible(spread and kind.direction is not Direction.NONE)
        self.length.setVisible(spread and (draft.kind in TIMED or (self._stored and draft.minutes is not None)))
        self.place.setVisible(spread and (draft.kind in PLACED or (self._stored and bool(draft.place))))
        self.counts.setVisible(spread)
        self._adder.setVisible(spread)
        self.updateGeometry()

    def _show_when(self) -> None:
        at = self.draft.at
        if at is None:
            self.when.show_chip(tr("now"), Tone.GREY, "clock")
        elif at > self._core.desk.now():
            self.when.show_chip(
                tr("planned · {when}").format(when=self._moments.day_and_time(at)), Tone.AMBER, "calendar-blank"
            )
        else:
            self.when.show_chip(self._moments.day_and_time(at), Tone.GREEN, "clock")

    def change(self, **parts: object) -> None:
        """Makes the draft say this, and tells."""
        self.show_draft(replace(self.draft, **parts), spread=self._spread)  # type: ignore[arg-type]
        self.changed.emit()

    # --- what is asked when a chip is clicked

    def _ask_when(self) -> WhenPopover:
        box = WhenPopover(self.when, self._core, self.draft.at, may_be_now=not self._stored)
        box.chosen.connect(lambda at: self.change(at=at))
        box.open_below()
        return box

    def _ask_length(self) -> LinePopover:
        said = minutes_words(self.draft.minutes) if self.draft.minutes else ""
        usual = [minutes_words(length) for length in _LENGTHS]
        sorry = tr("Say it like “20 min” or “1 h 30”.")
        box = LinePopover(self.length, tr("How long it took"), said, read_length, usual, sorry)
        box.entered.connect(lambda minutes: self.change(minutes=minutes))
        box.open_below()
        return box

    def _ask_place(self) -> LinePopover:
        box = LinePopover(self.place, tr("Where it was"), self.draft.place, str.strip)
        box.entered.connect(lambda place: self.change(place=place or ""))
        box.open_below()
        return box

    def _ask_outcome(self) -> None:
        menu = self._menu()
        for outcome in self.draft.entry_kind.outcomes:
            action = menu.addAction(outcome_words(outcome), partial(self.change, outcome=outcome))
            action.setCheckable(True)
            action.setChecked(outcome is self.draft.asked_outcome())
        menu.popup(self._below(self.outcome))

    def _ask_direction(self) -> None:
        menu = self._menu()
        for direction in (Direction.OUT, Direction.IN):
            action = menu.addAction(direction_words(direction), partial(self.change, direction=direction))
            action.setCheckable(True)
            action.setChecked(direction is self.draft.direction)
        menu.popup(self._below(self.direction))

    def _toggle_counts(self) -> None:
        wanted = self.draft.effect() is not Effect.CONTACT
        by_rule = replace(self.draft, counts=None).effect() is Effect.CONTACT
        self.change(counts=None if wanted is by_rule else wanted)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _below(self, chip: Chip) -> QPoint:
        return chip.mapToGlobal(QPoint(0, chip.height() + px(4)))
