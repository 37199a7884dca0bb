"""The step of an import that asks: what would happen to whom, what to leave out, what to take of what differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.imports import counted
from ui.imports.folded_list import FoldedList
from ui.imports.import_work import ReadFile, ReadFiles
from ui.imports.preview_model import PreviewModel
from ui.imports.preview_rows import State
from ui.imports.preview_view import PreviewView
from ui.palette import Tone
from ui.widgets.buttons import Button, Weight
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page import PageHeader


class PreviewPage(QWidget):
    """`chosen` tells that something was ticked, unticked or taken."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader("")
        self.refused = FoldedList("warning", Tone.RED)
        self.skipped = FoldedList("warning-circle", Tone.AMBER)
        self.model = PreviewModel(self)
        self.table = PreviewView(self.model)
        self.chips: dict[State | None, Chip] = {}
        self._files: tuple[ReadFile, ...] = ()
        self._build_layout()
        self.model.chosen.connect(self.chosen)

    def _build_layout(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(10))
        rows.addWidget(self.header)
        rows.addWidget(self.refused)
        rows.addLayout(self._build_filter())
        rows.addWidget(self.table, 1)
        rows.addWidget(self.skipped)

    def _build_filter(self) -> QHBoxLayout:
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.setContentsMargins(0, px(3), 0, px(3))
        group = QButtonGroup(self)
        for state in (None, *State):
            chip = Chip("", Tone.GREEN if state is None else state.tone, clickable=True)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, state=state: self.model.narrow(state))
            group.addButton(chip)
            flow.addWidget(chip)
            self.chips[state] = chip
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(chips, 1)
        for text, on in ((tr("Tick all"), True), (tr("Untick all"), False)):
            button = Button(text, "", Weight.FLAT, self, small=True)
            button.clicked.connect(lambda _=False, on=on: self.model.tick_shown(on))
            row.addWidget(button)
        return row

    def show_files(self, read: ReadFiles) -> None:
        """What was read, everything ticked."""
        self._files = read.files
        self.model.show_files([(_head(file), file.rows) for file in read.files])
        names = ", ".join(file.path.name for file in read.files)
        self.header.set_text(tr("Import {files}").format(files=names), _contents(read.files))
        tell_refused(self.refused, read.refused)
        tell_skipped(self.skipped, [said for file in read.files for said in file.skipped])
        counts = self.model.counts()
        for state, chip in self.chips.items():
            count = counts.total() if state is None else counts[state]
            word = tr("All") if state is None else state.word()
            chip.show_chip(f"{word} {counted.shown(count)}", Tone.GREEN if state is None else state.tone)
            chip.setVisible(count > 0 or state is None)
            chip.setChecked(state is None)

    def forecast(self) -> str:
        """What an import would do now, in a sentence; empty when it would do nothing."""
        new_people = new_notes = filled = 0
        for at, file in enumerate(self._files):
            ticked = self.model.ticked(at)
            filled += self.model.gaining(at)
            if file.reading.notes:
                new_notes += ticked[State.NEW]
            else:
                new_people += ticked[State.NEW]
        parts = [tr("{what} will be added").format(what=counted.people(new_people))] if new_people else []
        if new_notes:
            parts.append(tr("{what} will be added").format(what=counted.notes(new_notes)))
        if filled:
            parts.append(tr("{count} filled in").format(count=counted.shown(filled)))
        return ", ".join(parts)


def tell_refused(place: FoldedList, sentences: Sequence[str]) -> None:
    """Files of which nothing can be read."""
    one = len(sentences) == 1
    headline = tr("1 file can't be imported") if one else tr("{count} files can't be imported")
    place.say(headline.format(count=len(sentences)), sentences, unfolded=True)


def tell_skipped(place: FoldedList, sentences: Sequence[str]) -> None:
    """Records that can't be read, in files that can."""
    one = len(sentences) == 1
    headline = tr("1 record is skipped or cut short") if one else tr("{count} records are skipped or cut short")
    place.say(headline.format(count=counted.shown(len(sentences))), sentences)


def _head(file: ReadFile) -> str:
    return f"{file.path.name} · {_contents((file,))}"


def _contents(files: Sequence[ReadFile]) -> str:
    """`412 people · 30 notes`."""
    cards = sum(len(file.reading.cards) for file in files)
    notes = sum(len(file.reading.notes) for file in files)
    return " · ".join(words(count) for words, count in ((counted.people, cards), (counted.notes, notes)) if count)
