"""The book of phrases: all of them at the side, one to edit, and how it reads for a person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from relapp.domain.changes import Area
from relapp.domain.errors import KnownError
from relapp.domain.templates import Template, TemplateKind
from relapp.domain.words import tr
from ui.fonts import px
from ui.keys import shown
from ui.opening import open_link
from ui.phrases.form import PhraseForm
from ui.phrases.preview import PhrasePreview
from ui.phrases.words import kind_word
from ui.reaching import Opener
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.buttons import Button, Weight
from ui.widgets.strip import ErrorStrip
from ui.widgets.text import plain_tip

_LIST = 220


class PhrasesDialog(QDialog):
    """What is typed is saved when another phrase is chosen, by Ctrl+S, and when the book is closed."""

    def __init__(self, shell: Shell, person: int | None = None, opener: Opener = open_link) -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self._shown: Template | None = None
        self._found: list[Template] = []
        self.setWindowTitle(tr("Phrases"))
        self.names = QListWidget(self)
        self.names.setAccessibleName(tr("Phrases"))
        self.names.setFixedWidth(px(_LIST))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.form = PhraseForm(self)
        self.preview = PhrasePreview(shell, person, opener, self)
        self.errors = ErrorStrip(self)
        self.discard_button = self.errors.add_action(tr("Back to how it was"), "arrow-u-up-left")
        self.add_button = Button(tr("New phrase"), "plus", parent=self, small=True, keys=shown("Ctrl+N"))
        self.delete_button = Button(tr("Delete"), "trash", Weight.FLAT, self, small=True)
        self.samples_button = Button(tr("Bring samples back"), "", Weight.FLAT, self, small=True)
        self.close_button = Button(tr("Close"), parent=self)
        self._build_layout()
        self._connect()
        self._watcher = Watcher(self, shell.bus, (Area.PHRASES, Area.PEOPLE, Area.FACTS), self.reload)
        self.reload()
        self.names.setFocus()

    def _build_layout(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(px(8))
        side.addWidget(self.names, 1)
        side.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.samples_button, 0, Qt.AlignmentFlag.AlignLeft)
        main = QVBoxLayout()
        main.setSpacing(px(10))
        main.addWidget(self.form, 3)
        main.addWidget(self.preview, 2)
        columns = QHBoxLayout()
        columns.setSpacing(px(16))
        columns.addLayout(side)
        columns.addLayout(main, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.delete_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(12))
        rows.addLayout(columns, 1)
        rows.addWidget(self.errors)
        rows.addLayout(foot)
        self.resize(px(860), px(620))

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(self._on_row_changed)
        self.form.edited.connect(lambda: self.preview.show_template(self.form.template()))
        self.add_button.clicked.connect(self.add)
        self.delete_button.clicked.connect(self.delete)
        self.samples_button.clicked.connect(self._on_samples_clicked)
        self.close_button.clicked.connect(self.accept)
        self.discard_button.clicked.connect(self.discard)
        for keys, act in (("Ctrl+S", self.save), ("Ctrl+N", self.add)):
            QShortcut(QKeySequence(keys), self, act)

    # --- what is shown

    def reload(self) -> None:
        """Shows all phrases; the one on show stays unless it is gone, also while it is being typed."""
        here = self._shown
        self.names.blockSignals(True)
        self.names.clear()
        row = 0
        self._found = self._shell.core.phrases.all()
        for at, one in enumerate(self._found):
            item = QListWidgetItem(one.name, self.names)
            item.setToolTip(plain_tip(f"{one.name} · {kind_word(one.kind)}"))
            if here is not None and one.name == here.name:
                row = at
        self.names.setCurrentRow(row)
        self.names.blockSignals(False)
        lacking = {one.name for one in self._shell.core.phrases.samples()} - set(self._names())
        self.samples_button.setVisible(bool(lacking))
        self._show(self._current())

    def _names(self) -> list[str]:
        return [self.names.item(at).text() for at in range(self.names.count())]

    def _current(self) -> Template | None:
        row = self.names.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self, one: Template | None) -> None:
        typing = self._shown is not None and one is not None and self._shown.name == one.name and self._is_typed()
        self._shown = one
        self.form.setEnabled(one is not None)
        self.delete_button.setEnabled(one is not None)
        if not typing:
            self.form.show_template(one)
        self.preview.show_template(self.form.template() if one is not None else None)

    def _is_typed(self) -> bool:
        return self._shown is not None and replace(self.form.template(), id=self._shown.id) != self._shown

    # --- what happened

    def save(self) -> bool:
        """What was typed, as one change; False when it can't be taken, which is then said."""
        self.errors.clear()
        before = self._shown
        if before is None or not self._is_typed():
            return True
        after = self.form.template()
        try:
            self._shell.core.phrases.edit(before, after, self)
        except KnownError as error:
            self.errors.show_error(str(error))
            return False
        self._shown = self._shell.core.phrases.get(after.name)
        self.reload()
        return True

    def discard(self) -> None:
        """What was typed goes; the phrase on show is as it was saved."""
        self.errors.clear()
        self.form.show_template(self._shown)
        self._show(self._shown)

    def add(self) -> None:
        """A new phrase, named so that it can be told from the others."""
        if not self.save():
            return
        taken, number = {name.casefold() for name in self._names()}, 1
        while (name := tr("My phrase {n}").format(n=number)).casefold() in taken:
            number += 1
        text = tr("Dear {name},").format(name="{given_name}") + "\n\n"
        self._shell.core.phrases.add(Template(name, TemplateKind.CHECK_IN, text), self)
        self._shown = self._shell.core.phrases.get(name)
        self.form.show_template(self._shown)  # else what stands there from the one before counts as typed
        self.reload()
        self.form.begin()

    def delete(self) -> None:
        """Deletes the one on show; Undo is offered."""
        one = self._shown
        if one is None:
            return
        self._shown = None
        if self._shell.attempt(lambda: self._shell.core.phrases.delete(one, self)):
            self._shell.say(tr("Phrase “{name}” deleted.").format(name=one.name), undo=True)
        self.reload()

    def done(self, result: int) -> None:
        """Closing saves; what can't be taken keeps the book open."""
        if self.save():
            super().done(result)

    def _on_row_changed(self, row: int) -> None:
        wanted = self._current()
        if not self._is_typed():
            self._show(wanted)
            return
        before = self._shown
        if self.save():
            self._shown = wanted
            self.form.show_template(wanted)
            self.reload()
        elif before is not None:
            self.names.blockSignals(True)
            self.names.setCurrentRow(self._names().index(before.name))
            self.names.blockSignals(False)

    def _on_samples_clicked(self) -> None:
        if self.save() and self._shell.attempt(lambda: self._shell.core.phrases.restore_samples(self)):
            self.reload()
