"""Hours typed as one line: "mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import Week
from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets.buttons import Button
from ui.widgets.line_field import Field

_EXAMPLE = "mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00"
"""The day names are those the text is read by, in every language."""


class HoursLine(QWidget):
    """`entered` carries the week once it is understood; Enter tells it, Escape hides the line."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(_EXAMPLE)
        hint = tr("Days, then windows; a semicolon between groups. Empty is never open.")
        self.field = Field(tr("Hours as text"), self.edit, hint)
        self.save_button = Button(tr("Save"), parent=self)
        inner = QHBoxLayout()
        inner.setSpacing(px(8))
        inner.addWidget(self.edit, 1)
        inner.addWidget(self.save_button)
        field = self.field.layout()
        if isinstance(field, QVBoxLayout):
            field.insertLayout(1, inner)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.field)
        self.edit.returnPressed.connect(self._on_entered)
        self.save_button.clicked.connect(self._on_entered)

    def show_week(self, week: Week) -> None:
        """Shows these hours; what is being typed stays until they change."""
        text = week_text.write(week)
        if text != self._shown:
            self._shown = text
            self.edit.setText(text)
            self.field.set_error("")

    def begin(self) -> None:
        """Hands over the keyboard."""
        self.edit.setFocus()
        self.edit.selectAll()

    def set_error(self, sentence: str) -> None:
        """Says what is wrong, below the line."""
        self.field.set_error(sentence)

    def _on_entered(self) -> None:
        try:
            week = week_text.read_or_refuse(self.edit.text())
        except KnownError as error:
            self.set_error(str(error))
        else:
            self.set_error("")
            self.entered.emit(week)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.edit.setText(self._shown)
            self.set_error("")
            self.hide()
        else:
            super().keyPressEvent(event)
