"""The sentence that tells clients when I am there, copied with one click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.shell import Shell
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Glyph
from ui.widgets.text import Label, Look


class TellCard(Card):
    """The sentence follows the hours."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shell = shell
        self.setAccessibleName(tr("Tell clients"))
        self.sentence = Label("", Look.MUTED, wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = Button(tr("Copy"), parent=self, small=True)
        self.copy.setAccessibleName(tr("Copy what to tell clients"))
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(Glyph("copy", parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(tr("Tell clients"), Look.HEADING), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(px(4))
        row.addWidget(self.sentence, 1)
        row.addSpacing(px(8))
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.copy.clicked.connect(self._on_copy_clicked)

    def reload(self) -> None:
        """Shows the sentence as it is now."""
        self.sentence.setText(tr("“{sentence}”").format(sentence=self._shell.core.hours.sentence()))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._shell.core.hours.sentence())
        self._shell.say(tr("Copied what to tell clients."))
