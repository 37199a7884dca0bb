"""The field for the text of an entry: grows with what is typed, knows bold and lists, and saves by Ctrl+Enter."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LIST_ROW = re.compile(r"([ \t]*)(?:([-*•])|(\d{1,9})([.)]))( +)")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BOLD = "**"
_LINE_ENDS = re.compile("[\u2028\u2029]")
"""What Qt ends lines with."""


class NoteEdit(QPlainTextEdit):
    """Between `least` and `most` lines high; `boxed` with a frame of its own.

    Tab goes to the next field; a pasted tab stays one.
    """

    save_asked = Signal()

    def __init__(
        self, hint: str, least: int = 1, most: int = 8, parent: QWidget | None = None, *, boxed: bool = False
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "" if boxed else "bare")
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def typed(self) -> str:
        """The text as it stands there, no-break spaces too (`toPlainText` makes blanks of them)."""
        return _LINE_ENDS.sub("\n", self.document().toRawText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self.save_asked.emit()
        elif event.key() in _ENTER and not held and self._go_on_with_list():
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_B and held == Qt.KeyboardModifier.ControlModifier:
            self.toggle_bold()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = round(self.document().size().height())
        lines = min(self._most, max(self._least, wanted))
        frame = self.height() - self.viewport().height() if self.isVisible() else 0
        first = self.document().firstBlock()
        row = self.blockBoundingRect(first).height() / max(1, first.lineCount())
        self.setFixedHeight(ceil(lines * (row or QFontMetricsF(self.font()).lineSpacing())) + 2 + frame)
        fits = wanted <= self._most
        never, sometimes = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(never if fits else sometimes)
        if fits:
            self.verticalScrollBar().setValue(0)

    # --- bold and lists, as marks in the text

    def toggle_bold(self) -> None:
        """Puts two stars around what is selected, or takes them away."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        text = self.typed()
        inside = chosen.strip()
        cursor.beginEditBlock()
        if text[:start].endswith(_BOLD) and text[end:].startswith(_BOLD):
            self._replace(cursor, start - 2, end + 2, chosen)
            start -= 2
        elif len(inside) > 4 and inside.startswith(_BOLD) and inside.endswith(_BOLD):
            chosen = inside[2:-2]
            self._replace(cursor, start, end, chosen)
        elif "\u2029" not in chosen:
            lead = len(chosen) - len(chosen.lstrip())
            self._replace(cursor, start, end, f"{chosen[:lead]}**{inside}**{chosen[lead + len(inside) :]}")
            start += 2 + lead
            chosen = inside
        cursor.endEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(start + len(chosen), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _replace(self, cursor: QTextCursor, start: int, end: int, text: str) -> None:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def _go_on_with_list(self) -> bool:
        """A new row after a row of a list; an empty row ends the list. Returns whether there was a list."""
        cursor = self.textCursor()
        row = cursor.block().text()
        found = _LIST_ROW.match(row)
        if found is None or cursor.hasSelection() or cursor.positionInBlock() < found.end():
            return False
        if row.strip() == found[0].strip():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            return True
        mark = found[2] or f"{int(found[3]) + 1}{found[4]}"
        cursor.insertText(f"\n{found[1]}{mark}{found[5]}")
        self.setTextCursor(cursor)
        return True
