"""How a phrase reads for a person, and the way from there: into the mail program or the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from relapp.domain.filling import BLANK, FIELDS
from relapp.domain.people import Channel
from relapp.domain.templates import Filled, Template
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.reaching import Opener, hand_over, mail_link, point_for
from ui.shell import Shell
from ui.timeline.person_picker import PersonPicker
from ui.widgets.buttons import Button
from ui.widgets.text import Label, Look

_LEAST = 96


class PhrasePreview(QWidget):
    """With a person the phrase as it would be sent; without one it asks for whom."""

    def __init__(self, shell: Shell, person: int | None, opener: Opener, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._opener = opener
        self.person = person
        self._template: Template | None = None
        self.filled = Filled("")
        self.whom = Button("", "user", parent=self, small=True)
        self.mail = Button(tr("Write e-mail"), "envelope-simple", parent=self, small=True)
        self.copy = Button(tr("Copy"), "copy", parent=self, small=True)
        self.subject = Label("", Look.HEADING, wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(px(_LEAST))
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # what is typed comes first
        self.text.setAccessibleName(tr("How it reads"))
        self.missing = Label("", Look.SECONDARY, wrap=True)
        self.missing.setProperty("tone", Tone.AMBER.value)
        self._build_layout()
        self.whom.clicked.connect(self.ask_whom)
        self.mail.clicked.connect(self.write_mail)
        self.copy.clicked.connect(self.copy_text)

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Label(tr("How it reads for"), Look.SECONDARY))
        head.addWidget(self.whom)
        head.addStretch()
        head.addWidget(self.copy)
        head.addWidget(self.mail)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addLayout(head)
        rows.addWidget(self.subject)
        rows.addWidget(self.text, 1)
        rows.addWidget(self.missing)

    def show_template(self, one: Template | None) -> None:
        """Fills this one in."""
        self._template = one
        core, person = self._shell.core, self.person
        self.whom.setText(tr("Choose a person…") if person is None else core.people.name(person))
        self.whom.updateGeometry()
        self.filled = Filled("") if person is None or one is None else core.phrases.use(one, person)
        self.subject.setText(self.filled.subject)
        self.subject.setVisible(bool(self.filled.subject))
        self.text.setPlainText(self.filled.text)
        names = ", ".join(FIELDS[name]() if name in FIELDS else name for name in self.filled.missing)
        said = tr("Fill in {blank}: {fields}").format(blank=BLANK, fields=names)
        self.missing.setText(said if self.filled.missing else "")
        self.missing.setVisible(bool(self.filled.missing))
        self.copy.setEnabled(bool(self.filled.text))
        point = None if person is None else point_for(core, person, Channel.EMAIL, urgent=False)
        self.mail.setEnabled(bool(self.filled.text) and point is not None)

    def ask_whom(self) -> PersonPicker:
        """Lets one choose a person by a few letters."""
        picker = PersonPicker(self.whom, self._shell.core, ())
        picker.picked.connect(self._on_picked)
        picker.open_below()
        return picker

    def _on_picked(self, person: int) -> None:
        self.person = person
        self.show_template(self._template)

    def write_mail(self) -> None:
        """Into the system's mail program; what is missing is to be filled in there, it is a line and never braces."""
        if self.person is None:
            return
        point = point_for(self._shell.core, self.person, Channel.EMAIL, urgent=False)
        if point is not None and not self._opener(mail_link(point.value, self.filled.subject, self.filled.text)):
            hand_over(self._shell.say, point, self._opener)

    def copy_text(self) -> None:
        """To the clipboard."""
        QGuiApplication.clipboard().setText(self.filled.text)
        self._shell.say(tr("Copied. Paste it where you write to them."))
