"""A phrase to edit: its name, what it is for, its language, subject and text, and the fields to put in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from relapp.domain.filling import FIELDS
from relapp.domain.templates import Template, TemplateKind
from relapp.domain.words import tr
from ui.fonts import px
from ui.phrases.words import kind_word
from ui.widgets.buttons import Button
from ui.widgets.line_field import Field
from ui.widgets.text import ElidedLabel, Label, Look

_LEAST = 120


class PhraseForm(QWidget):
    """`edited` is emitted with every letter; what is there now is `template()`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.kind = QComboBox(self)
        for kind in TemplateKind:
            self.kind.addItem(kind_word(kind), kind.value)
        self.language = QLineEdit(self)
        self.language.setPlaceholderText(tr("any; or a tag like “de”"))
        self.subject = QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(tr("Text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(px(_LEAST))
        self.field = Button(tr("Insert a field"), "plus", parent=self, small=True)
        menu = QMenu(self.field)
        for key, words in FIELDS.items():
            menu.addAction(f"{words()}   {{{key}}}").triggered.connect(lambda _=False, key=key: self.insert(key))
        self.field.setMenu(menu)
        self._build_layout()
        for line in (self.name, self.language, self.subject):
            line.textEdited.connect(lambda _: self.edited.emit())
        self.kind.activated.connect(lambda _: self.edited.emit())
        self.text.textChanged.connect(self.edited)

    def _build_layout(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(px(10))
        first.addWidget(Field(tr("Name"), self.name), 3)
        first.addWidget(Field(tr("For"), self.kind), 2)
        first.addWidget(Field(tr("Language"), self.language), 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addLayout(first)
        rows.addWidget(Field(tr("Subject"), self.subject))
        hint = tr("A part in [square brackets] goes when one of its fields is not known.")
        rows.addWidget(Label(tr("Text"), Look.SECONDARY))
        rows.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self.field)
        foot.addWidget(ElidedLabel(hint, Look.SECONDARY), 1)
        rows.addLayout(foot)

    def template(self) -> Template:
        """What stands in the fields."""
        kind = TemplateKind(self.kind.currentData())
        text = self.text.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n").strip()
        return Template(self.name.text().strip(), kind, text, self.subject.text().strip(), self.language.text().strip())

    def show_template(self, one: Template | None) -> None:
        """Shows this one; None empties the fields."""
        for part in (self.name, self.kind, self.language, self.subject, self.text):
            part.blockSignals(True)
        self.name.setText("" if one is None else one.name)
        self.kind.setCurrentIndex(self.kind.findData((one.kind if one else TemplateKind.CHECK_IN).value))
        self.language.setText("" if one is None else one.language)
        self.subject.setText("" if one is None else one.subject)
        self.text.setPlainText("" if one is None else one.text)
        for part in (self.name, self.kind, self.language, self.subject, self.text):
            part.blockSignals(False)

    def insert(self, field: str) -> None:
        """Puts a field in where the cursor stands: into the subject when one is there, else into the text."""
        if self.subject.hasFocus():
            self.subject.insert(f"{{{field}}}")
        else:
            self.text.insertPlainText(f"{{{field}}}")
            self.text.setFocus()
        self.edited.emit()

    def begin(self) -> None:
        """For a new phrase: the name is marked, to be typed over."""
        self.name.setFocus()
        self.name.selectAll()
