"""One part of how a relationship stands: an icon, what it is, and its sentence; how it is reckoned is in the tip."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icons
from ui.fonts import px
from ui.palette import Tone, current
from ui.people.line_row import BLEED, ICON
from ui.people.plain_row import PlainLine, PlainRow
from ui.widgets.drawing import from_start
from ui.widgets.text import plain_tip

_LEAD = ICON + 6


class Part(NamedTuple):
    """What a row is about: its word, its icon, how it is reckoned, and what a click does, if anything."""

    word: str
    icon: str
    reckoned: str
    act: Callable[[], object] | None = None


class HealthRow(PlainRow):
    """The tone of its icon says how it stands; the sentence says the same."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._tone = Tone.GREY
        self._waiting = False
        self.setToolTip(plain_tip(part.reckoned))
        self.setAccessibleDescription(part.reckoned)
        self.show_sentence("")

    def show_sentence(self, sentence: str, tone: Tone = Tone.GREY) -> None:
        """Says something else."""
        if tone is not self._tone or self._waiting:
            self._tone, self._waiting = tone, False
            self.update()
        self.show_line(PlainLine(self._part.word, sentence, self._part.act))

    def wait(self) -> None:
        """Says nothing until the next sentence, and keeps its height: nothing is laid out anew twice."""
        self._waiting = True
        self.update()

    def label_inset(self) -> int:
        return px(_LEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._waiting:
            return
        super().paintEvent(event)
        square = QRect(px(BLEED), px(5), px(ICON), px(ICON))
        icons.paint(QPainter(self), self._part.icon, from_start(self, square), current().ink(self._tone))
