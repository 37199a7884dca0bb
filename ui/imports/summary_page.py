"""The last step of an import: what came of it, and the ways on from there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from relapp.services.imports import Report
from ui.fonts import px
from ui.imports import counted
from ui.imports.folded_list import FoldedList
from ui.imports.preview_page import tell_refused, tell_skipped
from ui.palette import Tone
from ui.widgets.buttons import Button
from ui.widgets.card import Glyph
from ui.widgets.text import Label, Look


class SummaryPage(QWidget):
    """The caller connects `undo` and `show_them`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", Look.HEADING, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo = Button(tr("Undo"), "arrow-u-up-left", parent=self)
        self.show_them = Button(tr("Show them"), "users", parent=self)
        self.refused = FoldedList("warning", Tone.RED)
        self.skipped = FoldedList("warning-circle", Tone.AMBER)
        actions = QHBoxLayout()
        actions.setSpacing(px(8))
        actions.addStretch()
        actions.addWidget(self.show_them)
        actions.addWidget(self.undo)
        actions.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(12))
        rows.addStretch(2)
        rows.addWidget(Glyph("check-circle", Tone.GREEN, size=40), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self.words)
        rows.addLayout(actions)
        rows.addStretch(3)
        rows.addWidget(self.refused)
        rows.addWidget(self.skipped)

    def show_reports(
        self, people: Sequence[Report], notes: Sequence[Report], refused: Sequence[str], skipped: Sequence[str]
    ) -> None:
        """What became of the files with people and of those with notes."""
        said = [
            _said(reports, words) for reports, words in ((people, counted.people), (notes, counted.notes)) if reports
        ]
        self.words.setText("\n".join(said) or tr("Nothing was imported."))
        reports = (*people, *notes)
        self.undo.setVisible(any(report.change is not None for report in reports))
        self.show_them.setVisible(any(report.persons for report in reports))
        tell_refused(self.refused, refused)
        tell_skipped(self.skipped, skipped)


def _said(reports: Sequence[Report], words: counted.Words) -> str:
    added = sum(report.added for report in reports)
    filled = sum(report.merged for report in reports)
    return counted.done(words(added), added, filled, sum(report.unchanged for report in reports))
