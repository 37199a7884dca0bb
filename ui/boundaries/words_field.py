"""A field for a few words that wrap, and are one line all the same: Enter and leaving it save. Holds no line ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.timeline.note_edit import NoteEdit

_MOST = 4


class WordsField(NoteEdit):
    """As high as its words are, up to four lines."""

    entered = Signal()

    def __init__(self, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(hint, 1, _MOST, parent)
        self.setAccessibleName(name)
        self.save_asked.connect(self.entered)

    def words(self) -> str:
        """What stands there, with one blank between words."""
        return " ".join(self.typed().split())

    def show_words(self, words: str) -> None:
        """Shows these, unless they stand there already."""
        if self.typed() != words:
            self.setPlainText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entered.emit()
