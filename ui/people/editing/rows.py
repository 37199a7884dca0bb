"""Rows of one kind that are added, removed and put in order: addresses, positions, relations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.people.editing.page import connect_change
from ui.widgets.buttons import Button, Weight
from ui.widgets.focus import tab_as_laid_out
from ui.widgets.text import Label, Look


class EditRow(QWidget):
    """What a row of fields has in common. Fields go into `fields`; `value` says what they hold, None for nothing."""

    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_touched = False
        self._wrong = Label("", Look.SECONDARY, self, wrap=True)
        self._wrong.setProperty("tone", "red")
        self._wrong.hide()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(px(6))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(4))
        outer.addLayout(self.fields)
        outer.addWidget(self._wrong)

    def value(self) -> Any:
        """What the row holds, or None. Raises Wrong."""
        raise NotImplementedError

    def watch(self, *fields: QWidget) -> None:
        """From now on, a change of any of these is the user's."""
        for field in fields:
            connect_change(field, self._on_field_changed)

    def _on_field_changed(self, *_: object) -> None:
        self.is_touched = True
        self.set_error("")
        self.touched.emit()

    def set_error(self, sentence: str) -> None:
        """Says what is wrong, or nothing any more."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def error(self) -> str:
        """What is said to be wrong."""
        return self._wrong.text()


class _Frame(QWidget):
    """A row with its buttons."""

    def __init__(self, row: EditRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.up = Button("", "caret-up", Weight.FLAT, self, name=tr("Move up"), small=True)
        self.down = Button("", "caret-down", Weight.FLAT, self, name=tr("Move down"), small=True)
        self.remove = Button("", "x", Weight.FLAT, self, name=tr("Remove"), small=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row, 1)
        layout.addSpacing(px(6))
        for button in (self.up, self.down, self.remove):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.setMinimumHeight(px(33))


class Rows(QWidget):
    """The rows with a button that adds one. Alt+Up and Alt+Down move the row that has the keyboard."""

    touched = Signal()

    def __init__(
        self,
        make: Callable[[Any], EditRow],
        values: Iterable[Any],
        empty: Callable[[], Any],
        add: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._empty = empty
        self._frames: list[_Frame] = []
        self.add_button = Button(add, "plus", Weight.FLAT, self, small=True)
        self.add_button.clicked.connect(self.add_row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        for value in values:
            self._append(value)
        self._show_buttons()

    def rows(self) -> list[EditRow]:
        """The rows, in order."""
        return [frame.row for frame in self._frames]

    def values(self) -> list[Any]:
        """What the rows hold; empty ones hold nothing. Raises Wrong."""
        return [value for row in self.rows() if (value := row.value()) is not None]

    def add_row(self) -> EditRow:
        """An empty row at the end, with the keyboard in it."""
        row = self._append(self._empty())
        self._show_buttons()
        tab_as_laid_out(self.window())
        QTimer.singleShot(0, row, row.setFocus)
        return row

    def _append(self, value: Any) -> EditRow:
        row = self._make(value)
        frame = _Frame(row, self)
        row.touched.connect(self.touched)
        frame.up.clicked.connect(lambda: self._move(frame, -1))
        frame.down.clicked.connect(lambda: self._move(frame, 1))
        frame.remove.clicked.connect(lambda: self._remove(frame))
        self._column.insertWidget(len(self._frames), frame)
        self._frames.append(frame)
        return row

    def _remove(self, frame: _Frame) -> None:
        at = self._frames.index(frame)
        self._frames.remove(frame)
        frame.hide()
        frame.deleteLater()
        self._show_buttons()
        after = self._frames[min(at, len(self._frames) - 1)].row if self._frames else self.add_button
        after.setFocus()
        self.touched.emit()

    def _move(self, frame: _Frame, step: int) -> None:
        at = self._frames.index(frame)
        to = min(max(0, at + step), len(self._frames) - 1)
        if to == at:
            return
        self._frames.insert(to, self._frames.pop(at))
        self._column.insertWidget(to, frame)
        tab_as_laid_out(self.window())
        self._show_buttons()
        self.touched.emit()

    def _show_buttons(self) -> None:
        last = len(self._frames) - 1
        for at, frame in enumerate(self._frames):
            frame.up.setVisible(last > 0)
            frame.down.setVisible(last > 0)
            frame.up.setEnabled(at > 0)
            frame.down.setEnabled(at < last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        held = [frame for frame in self._frames if frame.isAncestorOf(self.focusWidget() or self)]
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in keys and held:
            self._move(held[0], keys[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
