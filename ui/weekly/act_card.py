"""One act: who, why now, a start in one's own words, and the ways on. Nothing is sent from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relapp.domain.filling import BLANK, FIELDS
from relapp.domain.names import initials
from relapp.domain.people import Channel
from relapp.domain.weekly import Suggestion
from relapp.domain.words import tr
from relapp.services.weekly import Done
from ui.fonts import px
from ui.keys import shown
from ui.palette import Tone
from ui.shell import Shell
from ui.standing_field import StandingField
from ui.timeline.note_edit import NoteEdit
from ui.weekly.next_button import NextButton
from ui.weekly.ways import WayButtons
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import ElidedLabel, Label, Look

_FACE = 52
_WRITTEN = (Channel.EMAIL, Channel.MESSAGE, Channel.LETTER, Channel.SOCIAL)


class ActCard(Card):
    """Shows one suggestion. `done`, `later`, `refused` say what becomes of it; `person_wanted` asks for the file."""

    done = Signal(object)
    later = Signal()
    refused = Signal()
    person_wanted = Signal(int)

    def __init__(self, shell: Shell, ways: WayButtons) -> None:
        super().__init__()
        self.suggestion: Suggestion | None = None
        self.ways = ways
        self.face = Avatar(_FACE)
        self.title = Label("", Look.TITLE, wrap=True)
        self.title.setProperty("look", "act")
        self.place = ElidedLabel("", Look.MUTED)
        self.about = Chip("")
        self.why = Label("", wrap=True)
        self.facts = Label("", Look.SECONDARY, wrap=True)
        self.start_label = Label(tr("A start, in your words"), Look.SECONDARY)
        self.subject = QLineEdit(self)
        self.subject.setAccessibleName(tr("Subject"))
        self.subject.setPlaceholderText(tr("Subject"))
        self.draft = NoteEdit(tr("A start, in your words"), 5, 14, boxed=True)
        self.blanks = Label("", Look.SECONDARY, wrap=True)
        self.blanks.setProperty("tone", Tone.AMBER.value)
        self.standing = StandingField()
        self.next = NextButton(shell)
        self.open_button = Button("", "user", name=tr("Open the personal file"), small=True)
        self.never_button = Button(tr("Not this one"))
        self.later_button = Button(tr("Later"))
        self.done_button = Button(tr("Done, log it"), "check", keys=shown("Ctrl+Return"))
        self._build_layout()
        self._connect()

    def _build_layout(self) -> None:
        self._outer.setContentsMargins(px(28), px(24), px(28), px(24))
        head = QHBoxLayout()
        head.setSpacing(px(16))
        head.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(3))
        words.addWidget(self.title)
        words.addWidget(self.place)
        head.addLayout(words, 1)
        head.addWidget(self.about, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        reason = Card(tone=Tone.GREEN)
        self.why.setProperty("tone", Tone.GREEN.value)
        reason.body.addWidget(self.why)
        self.body.setSpacing(px(10))
        self.body.addLayout(head)
        self.body.addSpacing(px(4))
        self.body.addWidget(reason)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.start_label)
        self.body.addWidget(self.subject)
        self.body.addWidget(self.draft)
        self.body.addWidget(self.blanks)
        self.body.addWidget(self.standing)
        self.body.addLayout(self._buttons())

    def _buttons(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(px(10))
        rows.addWidget(_flowing(*self.ways.buttons()))
        rows.addWidget(_flowing(self.done_button, self.next, self.later_button, self.never_button))
        return rows

    def _connect(self) -> None:
        self.never_button.clicked.connect(self.refused)
        self.later_button.clicked.connect(self.later)
        self.done_button.clicked.connect(self.finish)
        self.draft.save_asked.connect(self.finish)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.standing.changed.connect(self._show_ready)
        self.ways.set_source(lambda: (self.subject.text(), self.draft.typed()))

    # --- what is shown

    def show_suggestion(self, one: Suggestion) -> None:
        """Shows another one; a draft that was begun for the same one stays."""
        same = self.suggestion is not None and self.suggestion.id == one.id
        self.suggestion = one
        self.face.setVisible(one.person is not None)
        if one.person is not None:
            self.face.show_face(one.shown, initials(one.shown), one.person)
        self.title.setText(one.title)
        self.place.setText(one.subtitle)
        self.place.setVisible(bool(one.subtitle))
        self.about.show_chip(tr("about {n} min").format(n=one.minutes), Tone.GREY)
        self.why.setText(tr("Why now · {why}").format(why=one.why))
        self.facts.setText("\n".join(one.facts))
        self.facts.setVisible(bool(one.facts))
        written = bool(one.draft)
        for part in (self.start_label, self.draft):
            part.setVisible(written)
        self.subject.setVisible(written and one.channel is Channel.EMAIL)
        if not same:
            self.subject.setText(one.subject)
            self.draft.setPlainText(one.draft)
            self.standing.clear()
            self.next.propose(one.then)
        missing = ", ".join(FIELDS[name]() for name in one.missing)
        self.blanks.setText(tr("Fill in {blank}: {fields}").format(blank=BLANK, fields=missing) if missing else "")
        self.blanks.setVisible(bool(missing))
        self.standing.setVisible(one.rule == "standing")
        self.open_button.setVisible(one.person is not None)
        self.next.setVisible(one.person is not None)
        self.ways.show_ways(one)
        self.done_button.setText(tr("Done") if one.channel is None else tr("Done, log it"))
        self.done_button.updateGeometry()
        self._show_ready()

    def _show_ready(self) -> None:
        asked = self.suggestion is not None and self.suggestion.rule == "standing"
        self.done_button.setEnabled(not asked or self.standing.score is not None)

    # --- what happened

    def finish(self) -> None:
        """Done: what was written or by which way goes into the entry."""
        one = self.suggestion
        if one is None or not self.done_button.isEnabled():
            return
        channel = self.ways.used or one.channel
        text = self.draft.typed().strip() if channel in _WRITTEN and one.draft else one.title
        self.done.emit(
            Done(
                text=text,
                channel=channel,
                follow_up=self.next.day,
                what=one.title,
                score=self.standing.score,
                would_tell=self.standing.would_tell,
            )
        )

    def _on_open_clicked(self) -> None:
        if self.suggestion is not None and self.suggestion.person is not None:
            self.person_wanted.emit(self.suggestion.person)


def _flowing(*buttons: Button) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, px(8))
    for button in buttons:
        flow.addWidget(button)
    return holder
