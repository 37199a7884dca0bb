"""Quick entry: one line, what it was understood as below it, Enter saves. From anywhere, in under ten seconds."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from relapp.domain.quick_entry import Misread
from relapp.domain.words import tr
from relapp.services.quick import Proposal
from ui.fonts import px
from ui.keys import shown
from ui.shell import Shell
from ui.timeline.quick_line import QuickLine
from ui.timeline.understood import Understood
from ui.widgets.buttons import Button, Weight
from ui.widgets.text import Label, Look

_LEAST = 270
KEPT = "quick.line"
"""Where a line waits that was typed and not saved."""


class QuickEntryDialog(QDialog):
    """`text` is in the line to begin with; without any, a line that was left unsaved comes back."""

    def __init__(self, shell: Shell, text: str = "") -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self._given = text
        self._proposal: Proposal | None = None
        self.setWindowTitle(tr("Log a contact"))
        self.setFixedWidth(px(560))
        self.line = QuickLine(tr("call tom keller yesterday 16:00 20 min: what it was about"), self._names, self)
        self.line.setAccessibleName(tr("What it was, with whom, when, how long: what about"))
        self.understood = Understood(shell.core, self)
        self.keys = Label(tr("Tab completes · Shift Enter begins a new line"), Look.SECONDARY, self)
        self.cancel_button = Button(tr("Cancel"), parent=self)
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self, keys=shown("Return"))
        self._build_layout()
        self.line.textChanged.connect(self._understand)
        self.line.save_asked.connect(self.save)
        self.line.moved.connect(self._on_moved)
        self.line.numbered.connect(self._on_numbered)
        self.understood.people.marked_by_mouse.connect(self._on_marked)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self._begin_with(text or str(shell.core.settings.remembered(KEPT) or ""), again=not text)

    def _build_layout(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(18), px(18), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.line)
        column.addWidget(self.understood)
        column.addStretch(1)
        column.addLayout(foot)

    def _begin_with(self, text: str, *, again: bool) -> None:
        self.line.setPlainText(text)
        self._understand()
        if again:
            self.line.selectAll()
        else:
            self.line.moveCursor(self.line.textCursor().MoveOperation.End)
        self.line.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _names(self, words: str) -> list[str]:
        return [one.shown for one in self._shell.core.people.candidates(words)]

    # --- what is understood

    def _understand(self) -> None:
        try:
            self._proposal = self._shell.core.quick.understand(self.line.typed())
            self.understood.show_proposal(self._proposal)
        except Misread as misread:
            self._proposal = None
            half = self.line.offered()  # half a word is not yet a wrong one
            sentence = tr("Begin with what it was, then with whom.") if half else str(misread)
            example = tr("For instance: {line}").format(line="lunch with ana castell fri 12:30 1 h: birthday plans")
            self.understood.show_sentence(sentence, example)
        self.save_button.setEnabled(self._proposal is not None)
        self.understood.show_also_done(self._proposal)
        self._fit()

    def _fit(self) -> None:
        """As high as what it says, so that nothing is cut off; once more when all parts have told what they need."""
        self._make_room()
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        self._column.activate()
        deep = self._column.hasHeightForWidth()
        wanted = self._column.totalHeightForWidth(self.width()) if deep else self.sizeHint().height()
        self.resize(self.width(), max(px(_LEAST), wanted))

    def _on_moved(self, by: int) -> None:
        self.understood.people.move_mark(by)
        self._on_marked()

    def _on_numbered(self, place: int) -> None:
        if place < len(self.understood.people.rows):
            self.understood.people.mark(place)
            self._on_marked()

    def _on_marked(self) -> None:
        self.understood.sentence.setVisible(self.understood.people.marked() is None)
        self.understood.show_also_done(self._proposal)
        self._fit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saving

    def save(self) -> None:
        """Saves with who is marked; nobody marked yet: marks the first, so that a second Enter takes it."""
        proposal, choice = self._proposal, self.understood.people.marked()
        if proposal is None:
            return
        if choice is None:
            self._on_moved(1)
            return
        if self._shell.attempt(lambda: self._save(proposal, choice.person, choice.name)):
            self.line.clear()
            self.accept()
            names = self._shell.core.people.name(self._saved_with)
            title = proposal.kind.title(proposal.direction, names, proposal.outcome)
            said = tr("Logged: {title}").format(title=title)
            planned = tr("{said}, a follow-up planned").format(said=said)
            self._shell.say(said if proposal.follow_up is None else planned, undo=True)

    def _save(self, proposal: Proposal, person: int, name: str) -> None:
        quick = self._shell.core.quick
        if person:
            quick.save(proposal, person, settled=self.understood.also.settled())
        self._saved_with = person or quick.save_with_new(proposal, name)

    def done(self, result: int) -> None:
        """However it ends, what was typed is kept; after saving nothing is.

        A line that began with words of somebody else's leaves alone what was kept before, until one types on.
        """
        text = self.line.typed()
        if not self._given or text not in ("", self._given):
            self._shell.attempt(lambda: self._shell.core.settings.remember(KEPT, text or None))
        super().done(result)
