"""The one line of quick entry: shows how it may go on, and passes on the keys that choose and save."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from relapp.domain.entries import ENTRY_KINDS, kind_by_word
from relapp.domain.names import fold
from relapp.domain.quick_entry import split_head
from ui.palette import current
from ui.timeline.note_edit import NoteEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BEFORE_NAMES = frozenset({"with", "from", "to", "for"})
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def rest_of(head: str, names: Callable[[str], list[str]]) -> str:
    """How the head may go on: the rest of a kind's word, or of the name of somebody whom `names` finds; or "".

    What was typed stays as it is, whatever its case and accents.
    """
    words = head.split()
    if not words or head[-1:].isspace():
        return ""
    if len(words) == 1:
        return _rest_of_kind(words[0])
    name = _name_begun(words)
    if len(name) < 2:
        return ""
    for shown in names(name):
        if len(shown) > len(name) and fold(shown[: len(name)]) == fold(name):
            return shown[len(name) :]
    return ""


def _rest_of_kind(begun: str) -> str:
    begun = begun.casefold()
    if kind_by_word(begun) is not None:
        return ""
    words = [kind.words[0] for kind in ENTRY_KINDS] + [word for kind in ENTRY_KINDS for word in kind.words]
    return next((word[len(begun) :] for word in words if word.startswith(begun)), "")


def _name_begun(words: list[str]) -> str:
    for length in (2, 1):
        if kind_by_word(" ".join(words[:length])) is not None:
            rest = words[length:]
            if len(rest) > 1 and rest[0].casefold() in _BEFORE_NAMES:
                rest = rest[1:]
            return " ".join(rest)
    return ""


class QuickLine(NoteEdit):
    """Enter asks to save, Shift+Enter begins a new line of the text, Tab takes what is offered, else moves on."""

    moved = Signal(int)
    numbered = Signal(int)

    def __init__(self, hint: str, names: Callable[[str], list[str]], parent: QWidget | None = None) -> None:
        super().__init__(hint, 1, 8, parent, boxed=True)
        self._names = names
        self._rest = ""
        self.textChanged.connect(self._offer)
        self.cursorPositionChanged.connect(self._offer)

    def offered(self) -> str:
        """What Tab would add."""
        return self._rest

    def _offer(self) -> None:
        text = self.toPlainText()
        at_end = self.textCursor().atEnd()
        head, _ = split_head(text)
        self._rest = rest_of(head, self._names) if at_end and head == text else ""
        self.viewport().update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and self._rest:
            self.insertPlainText(self._rest)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held != Qt.KeyboardModifier.ShiftModifier:
            self.save_asked.emit()
        elif event.key() in _ENTER:
            self.insertPlainText("\n")
        elif held == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.numbered.emit(event.key() - Qt.Key.Key_1)
        elif event.key() in _MOVES and not held and self.document().blockCount() == 1:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Right and self._rest and not held:
            self.insertPlainText(self._rest)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rest:
            return
        painter = QPainter(self.viewport())
        painter.setPen(current().muted)
        painter.setFont(self.font())
        cursor = self.cursorRect()
        room = QRect(cursor.right() + 1, cursor.top(), self.viewport().width() - cursor.right() - 1, cursor.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._rest)
