"""Tags as chips, and a line that adds one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from relapp.domain.names import fold
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.people.completion import complete
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look


class TagsField(QWidget):
    """Enter or a comma adds what is typed; a tag that is there already is not added twice."""

    touched = Signal()

    def __init__(self, tags: Iterable[str], known: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = list(tags)
        self.line = _TagLine(self)
        self.line.setPlaceholderText(tr("Add a tag"))
        self.line.setAccessibleName(tr("Add a tag"))
        completer = complete(self.line, known)
        completer.activated.connect(lambda: QTimer.singleShot(0, self, self.add_typed))
        self.line.returnPressed.connect(self.add_typed)
        self.line.textEdited.connect(self._on_text_edited)
        self._row = QWidget(self)
        self._chips = FlowLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Label(tr("Tags"), Look.SECONDARY))
        column.addWidget(self._row)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._show()

    def tags(self) -> tuple[str, ...]:
        """The tags, with what is still in the line."""
        typed = " ".join(self.line.text().split())
        return (*self._tags, *([typed] if typed and not self._has(typed) else []))

    def add_typed(self) -> None:
        """Makes a chip of what is typed."""
        typed = " ".join(self.line.text().strip(" ,").split())
        self.line.clear()
        if typed and not self._has(typed):
            self._tags.append(typed)
            self._show()
            self.touched.emit()

    def _has(self, tag: str) -> bool:
        return fold(tag) in map(fold, self._tags)

    def _on_text_edited(self, text: str) -> None:
        self.touched.emit()
        if text.endswith(","):
            self.add_typed()

    def _remove(self, tag: str) -> None:
        self._tags.remove(tag)
        self._show()
        self.line.setFocus()
        self.touched.emit()

    def _show(self) -> None:
        self._chips.clear()
        for tag in self._tags:
            chip = Chip(tag, Tone.GREY, "tag", self._row, removable=True)
            chip.remove_asked.connect(lambda tag=tag: self._remove(tag))
            self._chips.addWidget(chip)
        self._row.setVisible(bool(self._tags))
        self._row.updateGeometry()


class _TagLine(QLineEdit):
    """Enter belongs to the tag, as long as there is one; only then it is the dialog's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        had_text = bool(self.text().strip())
        super().keyPressEvent(event)
        if had_text and event.text() in ("\r", "\n") and not event.modifiers():
            event.accept()
