"""The last step of an export: what was written where, and opening it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.buttons import Button
from ui.widgets.card import Glyph
from ui.widgets.text import Label, Look


class SavedPage(QWidget):
    """`failed` carries a sentence when the system has no program for the file."""

    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = Path()
        self.words = _centred(Look.HEADING)
        self.place = _centred(Look.MUTED)
        self.open_file = Button(tr("Open"), "arrow-square-out", parent=self)
        self.open_folder = Button(tr("Open folder"), "folder-open", parent=self)
        self.open_file.clicked.connect(lambda: self._open(self._file))
        self.open_folder.clicked.connect(lambda: self._open(self._file.parent))
        actions = QHBoxLayout()
        actions.setSpacing(px(8))
        actions.addStretch()
        actions.addWidget(self.open_file)
        actions.addWidget(self.open_folder)
        actions.addStretch()
        rows = QVBoxLayout(self)
        rows.setSpacing(px(10))
        rows.addStretch(2)
        rows.addWidget(Glyph("check-circle", Tone.GREEN, size=40), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self.words)
        rows.addWidget(self.place)
        rows.addLayout(actions)
        rows.addStretch(3)

    def show_file(self, words: str, file: Path) -> None:
        """What was written, and where it lies."""
        self._file = file
        self.words.setText(words)
        self.place.setText(str(file))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.failed.emit(tr("No program on this computer opens {file}.").format(file=path.name))


def _centred(look: Look) -> Label:
    label = Label("", look, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
