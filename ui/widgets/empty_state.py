"""What a page shows when it has nothing to show: an icon, a sentence, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fonts import px
from ui.palette import Tone
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Glyph
from ui.widgets.text import Label, Look


class EmptyState(QWidget):
    """An icon, a sentence, if wanted a second one in grey, and up to three buttons, in the middle of the room."""

    def __init__(self, icon: str, sentence: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = self._centred(sentence, Look.HEADING)
        self._detail = self._centred(detail, Look.MUTED)
        if not detail:
            self._detail.hide()  # and never shown here: it has no parent yet, and would be a window of its own
        self._actions = QHBoxLayout()
        self._actions.setSpacing(px(8))
        self._actions.addStretch()
        self._actions.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(24), px(24), px(24), px(24))
        rows.setSpacing(px(8))
        rows.addStretch(2)
        rows.addWidget(Glyph(icon, Tone.GREEN, size=40), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._sentence)
        rows.addWidget(self._detail)
        rows.addSpacing(px(6))
        rows.addLayout(self._actions)
        rows.addStretch(3)

    def _centred(self, text: str, look: Look) -> Label:
        label = Label(text, look, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def set_text(self, sentence: str, detail: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def add_action(self, text: str, icon: str = "", *, primary: bool = False) -> Button:
        """One way on; the caller connects it."""
        button = Button(text, icon, Weight.PRIMARY if primary else Weight.QUIET, self)
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button
