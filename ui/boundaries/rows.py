"""Rows of the cards: words at the start, at the end a chip or whatever changes them, with a fine line between rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fonts import px
from ui.palette import Tone
from ui.widgets.chip import Chip
from ui.widgets.text import Label, Look, line

HEIGHT = 38


class Row(QWidget):
    """One line of a card; `end` widgets keep their size, the words wrap."""

    def __init__(self, text: str, *end: QWidget, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Label(text, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(self.text)
        if detail:
            words.addWidget(Label(detail, Look.SECONDARY, wrap=True))
        inner = QHBoxLayout()
        inner.setSpacing(px(6))
        inner.addLayout(words, 1)
        for widget in end:
            inner.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(inner, 1)
        rows.addWidget(line(self))
        self.setMinimumHeight(px(HEIGHT))


def rule(text: str, state: str, tone: Tone = Tone.GREEN) -> Row:
    """A rule that is always in force; its chip only shows."""
    return Row(text, Chip(state, tone))


def clear(column: QVBoxLayout) -> None:
    """Takes everything out of a column and deletes it."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
