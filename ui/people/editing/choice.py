"""A choice among few: a combo box that keeps values beside its words and does not turn under the mouse wheel."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget


class Choice(QComboBox):
    """`chosen` is the value beside the words that are shown."""

    def __init__(self, name: str, choices: Iterable[tuple[str, Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._values: list[Any] = []
        for text, value in choices:
            self.addItem(text)
            self._values.append(value)

    def choose(self, value: Any) -> None:
        """Shows the words of this value."""
        self.setCurrentIndex(self._values.index(value))

    def chosen(self) -> Any:
        """The value chosen."""
        return self._values[self.currentIndex()]

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls


class OpenChoice(QComboBox):
    """A line to type in that also offers words."""

    def __init__(self, name: str, words: Iterable[str], text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.line.setAccessibleName(name)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItems(list(words))
        self.setEditText(text)
        self.line.setCursorPosition(0)

    def text(self) -> str:
        """What is typed or chosen."""
        return " ".join(self.currentText().split())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
