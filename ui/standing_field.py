"""How one stands with somebody: a mark from 1 to 5, and whether they would tell of a rival's offer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.business import STANDING
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.chip import Chip
from ui.widgets.text import Label, Look


class StandingField(QWidget):
    """`score` None until one is ticked; `would_tell` None is “I don't know”."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = [self._mark(score) for score in STANDING]
        self.answers = [self._answer(words) for words in (tr("Yes"), tr("No"), tr("I don't know"))]
        self._scores = self._group(self.marks)
        self._told = self._group(self.answers)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(Label(tr("How do you stand with them?"), Look.HEADING))
        rows.addLayout(
            _row(
                [
                    Label(tr("One vendor among many"), Look.SECONDARY),
                    *self.marks,
                    Label(tr("Trusted adviser"), Look.SECONDARY),
                ]
            )
        )
        question = tr("Would they tell you if a rival offered the same at the same price?")
        rows.addWidget(Label(question, Look.HEADING, wrap=True))
        rows.addLayout(_row(self.answers))

    def _mark(self, score: int) -> Chip:
        chip = Chip(str(score), Tone.GREEN, clickable=True)
        chip.setAccessibleName(tr("{score} of 5").format(score=score))
        return chip

    def _answer(self, words: str) -> Chip:
        return Chip(words, Tone.GREEN, clickable=True)

    def _group(self, chips: list[Chip]) -> QButtonGroup:
        group = QButtonGroup(self)
        for at, chip in enumerate(chips):
            chip.setCheckable(True)
            group.addButton(chip, at)
        group.idToggled.connect(lambda *_: self.changed.emit())
        return group

    @property
    def score(self) -> int | None:
        at = self._scores.checkedId()
        return None if at < 0 else STANDING[at]

    @property
    def would_tell(self) -> bool | None:
        return {0: True, 1: False}.get(self._told.checkedId())

    def show_mark(self, score: int, would_tell: bool | None) -> None:
        """Ticks what was said before."""
        self.marks[STANDING.index(score)].setChecked(True)
        self.answers[2 if would_tell is None else 0 if would_tell else 1].setChecked(True)

    def clear(self) -> None:
        """Nothing is ticked."""
        for group in (self._scores, self._told):
            group.setExclusive(False)
            for button in group.buttons():
                button.setChecked(False)
            group.setExclusive(True)


def _row(parts: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(8))
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
