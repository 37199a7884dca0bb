"""One row of Today: a face, a sentence, chips, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from relapp.domain.names import initials
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.row import Row, passive
from ui.widgets.text import ElidedLabel, Label, Look, line

Chips = Sequence[tuple[str, Tone, str]]
"""Text, tone and icon of each."""
_WHOLE, _ABOUT = 230, 140


class PersonRow(Row):
    """Somebody: name and a muted line, chips below, words at the end, and “Log”."""

    log_wanted = Signal()

    def __init__(
        self, person: int, name: str, detail: str, chips: Chips, end: str = "", photo: QPixmap | None = None
    ) -> None:
        super().__init__(", ".join(part for part in (name, detail, end, *(text for text, _, _ in chips)) if part))
        self.person = self.about = person
        face = Avatar()
        face.show_face(name, initials(name), person, photo)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), px(9), px(6), px(9))
        row.setSpacing(px(12))
        row.addWidget(passive(face), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(name_and_chips(name, detail, [Chip(*one) for one in chips]), 1)
        if end:
            row.addWidget(passive(Label(end, Look.SECONDARY)))
        self.log = Button(
            tr("Log"), "plus", parent=self, name=tr("Log contact with {name}").format(name=name), small=True
        )
        self.log.clicked.connect(self.log_wanted)
        row.addWidget(self.log)


class LineRow(Row):
    """One line that opens something: words at the start, muted ones at the end."""

    def __init__(self, text: str, end: str) -> None:
        super().__init__(f"{text}, {end}")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), px(8), px(6), px(8))
        row.setSpacing(px(12))
        row.addWidget(passive(ElidedLabel(text)), 1)
        row.addWidget(passive(Label(end, Look.SECONDARY)))


class AnswerRow(Row):
    """Somebody who waits for an answer: when they wrote, and a chip with the moment by which it is due."""

    def __init__(self, name: str, came: str, by: str, tone: Tone) -> None:
        super().__init__(f"{name}, {came}, {by}")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), px(8), px(6), px(8))
        row.setSpacing(px(10))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(passive(ElidedLabel(name, Look.HEADING)))
        words.addWidget(passive(ElidedLabel(came, Look.SECONDARY)))
        row.addLayout(words, 1)
        chip = Chip(by, tone)
        chip.setMinimumWidth(min(chip.sizeHint().width(), px(_WHOLE)))
        row.addWidget(passive(chip))


def add_ruled(card: Card, rows: Sequence[Row]) -> None:
    """Puts rows into a card, with fine lines between them."""
    card.body.setSpacing(px(2))
    for number, row in enumerate(rows):
        if number:
            card.body.addWidget(line())
        card.body.addWidget(row)


def empty(card: Card) -> None:
    """Takes out what a card holds."""
    while (item := card.body.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def name_and_chips(name: str, detail: str, chips: Sequence[Chip]) -> QVBoxLayout:
    """The words of a row: the name, muted what it is about, and the chips below."""
    first = QHBoxLayout()
    first.setSpacing(px(5))
    first.addWidget(passive(ElidedLabel(name, Look.HEADING)))
    about = ElidedLabel(f"· {detail}" if detail else "", Look.MUTED)
    about.setMinimumWidth(min(about.sizeHint().width(), px(_ABOUT)))  # also beside a very long name
    first.addWidget(passive(about), 1)
    second = QHBoxLayout()
    second.setSpacing(px(6))
    for number, chip in enumerate(chips):
        if number == 0:  # the reason why it stands here is the last to be cut
            chip.setMinimumWidth(min(chip.sizeHint().width(), px(_WHOLE)))
        second.addWidget(passive(chip))
    second.addStretch()
    words = QVBoxLayout()
    words.setSpacing(px(4))
    words.addLayout(first)
    words.addLayout(second)
    return words
