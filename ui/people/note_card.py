"""The note of a person, edited in place: it saves itself when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets.card import Card

LEAST, MOST = 2, 12
"""Lines."""


class NoteCard(Card):
    """`left` tells the text when the focus goes elsewhere."""

    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Note"), "note", "", parent)
        self.edit = _NoteEdit(self)
        self.edit.left.connect(lambda: self.left.emit(self.edit.toPlainText()))
        self.body.addWidget(self.edit)

    def show_note(self, text: str) -> None:
        """Shows another note; never under the user's hands."""
        if not self.edit.hasFocus() and self.edit.toPlainText() != text:
            self.edit.setPlainText(text)


class _NoteEdit(QPlainTextEdit):
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("Anything worth knowing that has no line of its own"))
        self.setAccessibleName(tr("Note"))
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def _fit(self) -> None:
        """As high as the text, within reason; a longer one scrolls."""
        lines = round(self.document().size().height())
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        height = min(max(lines, LEAST), MOST) * self.fontMetrics().lineSpacing() + px(2)
        if height != self.height():
            self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
