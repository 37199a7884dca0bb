"""Strips: one sentence across a page or dialog, with an icon; the red one tells what went wrong and how to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Glyph
from ui.widgets.text import Label


class Strip(QFrame):
    """A tinted sentence. Widgets for the end of the strip go through `add_action`."""

    def __init__(self, text: str = "", tone: Tone = Tone.GREEN, icon: str = "info", parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("look", "strip")
        self.setProperty("tone", tone.value)
        self._text = Label(text, wrap=True)
        self._text.setProperty("tone", tone.value)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(12), px(8), px(12), px(8))
        self._row.setSpacing(px(8))
        self._row.addWidget(Glyph(icon, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def add_action(self, text: str, icon: str = "") -> Button:
        """A small button at the end of the strip; the caller connects it."""
        button = Button(text, icon, parent=self, small=True)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button


class ErrorStrip(Strip):
    """What went wrong, in one sentence. Hidden until there is something to say; the cross hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.RED, "warning", parent)
        self._close = Button("", "x", Weight.FLAT, self, name=tr("Close"), small=True)
        self._close.clicked.connect(self.clear)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_error(self, sentence: str) -> None:
        """Say it, above whatever was said before."""
        self.set_text(sentence)
        self.show()

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self.set_text("")
        self.hide()
