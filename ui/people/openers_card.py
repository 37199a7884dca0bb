""" "Ask about": what to come back to next time, and why now."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from relapp.domain.openers import Opener
from relapp.domain.words import tr
from ui.palette import Tone, current
from ui.widgets.card import Card
from ui.widgets.text import Label


class OpenersCard(Card):
    """Hidden when there is nothing to ask about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ask about"), "chat-circle-dots", "", parent, tone=Tone.AMBER)
        self.lines: list[Label] = []
        self.body.setSpacing(3)

    def show_openers(self, found: Sequence[Opener]) -> None:
        """Shows these, at most three."""
        while len(self.lines) < len(found):
            label = Label("", parent=self, wrap=True)
            label.setTextFormat(Qt.TextFormat.RichText)
            self.body.addWidget(label)
            self.lines.append(label)
        muted = current().muted.name()
        for at, label in enumerate(self.lines):
            label.setVisible(at < len(found))
            if at < len(found):
                why = f' <span style="color:{muted}">{escape(found[at].why)}</span>' if found[at].why else ""
                label.setText(escape(found[at].text) + why)
        self.setVisible(bool(found))
