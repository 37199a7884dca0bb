"""The first step of an import: choosing the files, or dropping them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.imports.folded_list import FoldedList
from ui.palette import Tone
from ui.widgets.empty_state import EmptyState


class ChoosePage(QWidget):
    """`asked` wants the files to be chosen. `refused` lists files that were tried already."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refused = FoldedList("warning", Tone.RED)
        invitation = EmptyState(
            "address-book",
            tr("Drop address books or notes here"),
            tr("vCard files, Google Contacts CSV, and notes exported by Relapp. You see what changes before it does."),
        )
        self.button = invitation.add_action(tr("Choose files…"), "folder-open", primary=True)
        self.button.clicked.connect(self.asked)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(10))
        rows.addWidget(self.refused)
        rows.addWidget(invitation, 1)
