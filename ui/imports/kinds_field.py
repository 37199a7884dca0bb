"""Which kinds of entries: chips to tick; none ticked means all."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relapp.domain.entries import ENTRY_KINDS
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout


class KindsField(QWidget):
    """`changed` tells another choice."""

    changed = Signal()

    def __init__(self, kinds: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        chosen = frozenset(kinds)
        flow = FlowLayout(self, gap=px(6))
        self.all = Chip(tr("All kinds"), Tone.GREEN, clickable=True)
        self.all.setCheckable(True)
        self.all.clicked.connect(self._on_all_clicked)
        flow.addWidget(self.all)
        self.chips: dict[str, Chip] = {}
        for kind in ENTRY_KINDS:
            chip = Chip(kind.label(), Tone.GREEN, kind.icon, clickable=True)
            chip.setCheckable(True)
            chip.setChecked(kind.key in chosen)
            chip.clicked.connect(self._on_kind_clicked)
            flow.addWidget(chip)
            self.chips[kind.key] = chip
        self.all.setChecked(not self.kinds())

    def kinds(self) -> frozenset[str]:
        """Keys of the kinds; empty means all."""
        return frozenset(key for key, chip in self.chips.items() if chip.isChecked())

    def _on_all_clicked(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self.all.setChecked(True)
        self.changed.emit()

    def _on_kind_clicked(self) -> None:
        self.all.setChecked(not self.kinds())
        self.changed.emit()
