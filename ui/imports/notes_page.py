"""What the export of notes asks: when, which kinds, which columns in which order, and how the CSV is written."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from relapp.domain.words import tr
from ui.imports.columns_list import ColumnsList
from ui.imports.export_choice import NotesChoice
from ui.imports.kinds_field import KindsField
from ui.imports.span_field import SpanField
from ui.widgets.line_field import Field
from ui.widgets.page import ScrollColumn
from ui.widgets.text import Label, Look


class NotesPage(ScrollColumn):
    """`changed` tells another choice."""

    changed = Signal()

    def __init__(self, choice: NotesChoice, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=2, gap=14)
        self.span = SpanField(choice.span)
        self.kinds = KindsField(choice.kinds)
        self.columns = ColumnsList(labels)
        self.columns.show_columns(choice.order, choice.columns)
        separators = {",": tr("Comma"), ";": tr("Semicolon"), "\t": tr("Tab")}
        self.separator = _choice(separators, choice.separator)
        encodings = {False: tr("UTF-8"), True: tr("UTF-8 with byte order mark, for Excel")}
        self.encoding = _choice(encodings, choice.bom)
        self.hint = Label("", Look.SECONDARY, wrap=True)
        self._build_layout()
        for part in (self.span, self.kinds, self.columns):
            part.changed.connect(self.changed)
        for box in (self.separator, self.encoding):
            box.currentIndexChanged.connect(self.changed)

    def _build_layout(self) -> None:
        self.column.addWidget(Field(tr("When"), self.span))
        self.column.addWidget(Field(tr("Kinds"), self.kinds))
        self.column.addWidget(Field(tr("Between the cells"), self.separator))
        self.column.addWidget(Field(tr("Letters"), self.encoding))
        self.column.addWidget(self.columns)
        self.column.addWidget(self.hint)

    def choice(self) -> NotesChoice:
        """All that is chosen now."""
        return NotesChoice(
            self.span.span(),
            tuple(self.columns.order()),
            tuple(self.columns.chosen()),
            self.kinds.kinds(),
            str(self.separator.currentData()),
            bool(self.encoding.currentData()),
        )

    def say_hint(self, sentence: str) -> None:
        """What there is to know about the columns chosen."""
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))


def _choice(words: Mapping[str, str] | Mapping[bool, str], now: object) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, word in words.items():
        box.addItem(word, value)
    box.setCurrentIndex(max(0, box.findData(now)))
    return box
