"""Shows what a line of quick entry was understood as, before it is saved; or, calmly, what is missing."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain.entries.kind import Direction, Effect
from relapp.domain.relative import day_words, minutes_words
from relapp.domain.words import tr
from relapp.services.quick import Proposal
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.timeline.choice_rows import Choice, ChoiceRows
from ui.timeline.entry_chips import direction_words, effect_words, outcome_words
from ui.timeline.follow_up_chips import AlsoDone, follow_up_chip
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look

MOST = 4
_NEAR = 3
_WORDS = 4
"""How many words of an unknown name are looked for one by one, so that a pasted page costs nothing."""
_LINES, _SIGNS = 5, 400
"""How much of the text is shown again; all of it stands in the line above."""
_NAME = 40


class Understood(QWidget):
    """The chips, the people who may be meant, and the text."""

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._moments = Moments(core)
        self.sentence = Label("", Look.MUTED, self, wrap=True)
        self.example = Label("", Look.SECONDARY, self, wrap=True)
        self._chip_row = QWidget(self)
        self._chips = FlowLayout(self._chip_row)
        self.people = ChoiceRows(self)
        self.silent = Label("", Look.SECONDARY, self, wrap=True)
        self.also = AlsoDone(core, self)
        self.text = Label("", Look.BODY, self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for widget in (self.sentence, self.example, self._chip_row, self.people, self.silent, self.also, self.text):
            column.addWidget(widget)

    def show_sentence(self, sentence: str, example: str) -> None:
        """Nothing is understood yet."""
        self.sentence.setText(sentence)
        self.example.setText(example)
        self.people.show_choices((), -1)
        self._set_understood(False)

    def show_proposal(self, proposal: Proposal) -> None:
        """This is understood. A mark that was set stays with its person."""
        before = self.people.marked()
        near = () if proposal.people else self._near(proposal.person_words)
        choices = _choices(proposal, near)
        self.people.show_choices(choices, _mark(choices, before, proposal))
        self._chips.clear()
        for text, tone, icon in self.chips(proposal):
            self._chips.addWidget(Chip(text, tone, icon, self._chip_row))
        self.text.setText(_shortened(proposal.text))
        self._set_understood(True)
        self.text.setVisible(bool(proposal.text.strip()))
        if proposal.people:
            self.sentence.setText(tr("Several people fit: choose with the arrow keys, or type more of the name."))
        else:
            said = tr("Nobody is called “{name}” yet: add them, or choose who was meant.")
            if not near:
                said = tr("Nobody is called “{name}” yet.")
            name = proposal.person_words
            self.sentence.setText(said.format(name=name if len(name) <= _NAME else name[:_NAME] + "…"))
        self.sentence.setVisible(self.people.marked() is None)

    def show_also_done(self, proposal: Proposal | None) -> None:
        """What of the marked person may be done with it; planned entries settle nothing. And whether nothing comes."""
        marked = self.people.marked()
        plans = proposal is not None and proposal.follow_up is not None and marked is not None
        self.silent.setText(self._core.follow_ups.why_silent(marked.person) if plans and marked else "")
        self.silent.setVisible(bool(self.silent.text()))
        told = proposal is not None and marked is not None and proposal.at <= self._core.desk.now()
        if proposal is None or marked is None or not told:
            self.also.show_for(0, "note", Effect.NONE)
        else:
            effect = proposal.kind.effect(proposal.direction, proposal.outcome)
            self.also.show_for(marked.person, proposal.kind.key, effect)
        self.also.setVisible(bool(self.also.ticks))

    def _near(self, words: str) -> tuple[Choice, ...]:
        """Who bears one of these words, most of them first."""
        found: Counter[Choice] = Counter()
        for word in words.split()[:_WORDS]:
            if len(word) > 2:
                found.update(Choice(one.id, one.shown, one.detail) for one in self._core.people.candidates(word))
        return tuple(one for one, _ in found.most_common(_NEAR))

    def _set_understood(self, understood: bool) -> None:
        for widget in (self._chip_row, self.people, self.text):
            widget.setVisible(understood)
        self.sentence.setVisible(not understood)
        self.example.setVisible(not understood)

    def chips(self, proposal: Proposal) -> list[tuple[str, Tone, str]]:
        """Text, tone and icon of what was understood."""
        kind = proposal.kind
        found = [(kind.label(), Tone.GREEN, kind.icon), self._when_chip(proposal)]
        if proposal.minutes:
            found.append((minutes_words(proposal.minutes), Tone.GREY, "timer"))
        if kind.direction is not Direction.NONE:
            found.append((direction_words(proposal.direction), Tone.GREY, ""))
        if proposal.outcome is not None:
            found.append((outcome_words(proposal.outcome), Tone.GREY, ""))
        if proposal.follow_up is not None:
            found.append(follow_up_chip(self._moments, proposal.follow_up))
        effect = kind.effect(proposal.direction, proposal.outcome)
        contact = effect is Effect.CONTACT
        found.append((effect_words(effect), Tone.GREEN if contact else Tone.GREY, "check" if contact else "minus"))
        return found

    def _when_chip(self, proposal: Proposal) -> tuple[str, Tone, str]:
        day, today = self._moments.day_of(proposal.at), self._core.desk.today()
        clock = self._moments.time(proposal.at)
        words = self._moments.day_and_time(proposal.at)
        if abs((day - today).days) <= 1:
            words = f"{day_words(day, today)} · {clock}"
        if proposal.at > self._core.desk.now():
            return tr("planned · {when}").format(when=words), Tone.AMBER, "calendar-blank"
        return words, Tone.GREY, "clock"


def _shortened(text: str) -> str:
    lines = text[:_SIGNS].splitlines()
    shown = "\n".join(lines[:_LINES])
    return shown if len(text) <= _SIGNS and len(lines) <= _LINES else shown + "…"


def _choices(proposal: Proposal, near: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Those who fit, and whom to add; somebody new comes before those who are only near."""
    known = tuple(Choice(one.id, one.shown, one.detail) for one in proposal.people[:MOST])
    if any(one.exact for one in proposal.people):
        return known
    return (*known, Choice(0, name_to_add(proposal.person_words)), *near)


def _mark(choices: tuple[Choice, ...], before: Choice | None, proposal: Proposal) -> int:
    """Who was marked stays it; one who fits alone is marked at once, somebody new never."""
    if before in choices and before.person:
        return choices.index(before)
    return 0 if len(proposal.people) == 1 else -1


def name_to_add(words: str) -> str:
    """The name as a new person gets it: capitals where none were typed."""
    return " ".join(word[:1].upper() + word[1:] for word in words.split()) if words.islower() else words
