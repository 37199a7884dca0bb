"""What the export of people asks: the format."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from relapp.domain.words import tr
from ui.imports.export_work import PeopleFormat
from ui.widgets.page import ScrollColumn
from ui.widgets.text import Label, Look


class PeoplePage(ScrollColumn):
    """`changed` tells another choice."""

    changed = Signal()

    def __init__(self, kept: Any, parent: QWidget | None = None) -> None:
        """`kept` is the value of the format chosen last."""
        super().__init__(parent, margin=2, gap=6)
        self.column.addWidget(Label(tr("Format"), Look.SECONDARY))
        self.formats: dict[PeopleFormat, QRadioButton] = {}
        for one in PeopleFormat:
            button = QRadioButton(one.word())
            button.setChecked(kept == one.value)
            button.toggled.connect(self._on_format_toggled)
            self.column.addWidget(button)
            self.formats[one] = button
        if not any(button.isChecked() for button in self.formats.values()):
            self.formats[PeopleFormat.VCARD].setChecked(True)

    def format(self) -> PeopleFormat:
        """What is chosen now."""
        return next(one for one, button in self.formats.items() if button.isChecked())

    def _on_format_toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()
