"""The dialog in which an entry is changed: all of it, people and moment too."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QMessageBox, QVBoxLayout

from relapp.domain.words import tr
from ui.fonts import px
from ui.shell import Shell
from ui.timeline.draft import of_entry
from ui.timeline.entry_form import EntryForm
from ui.widgets.buttons import Button


class EntryDialog(QDialog):
    """Ctrl+Enter saves. Raises NoSuchRecord when the entry is gone.

    A text that nobody touched stays as it is stored, also where the field shows it with other line ends.
    """

    def __init__(self, shell: Shell, entry: int) -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self._entry = entry
        self._stored = of_entry(shell.core.entries.get(entry))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Edit entry"))
        self.setMinimumWidth(px(560))
        self.form = EntryForm(shell, tr("What was it about?"), stored=True, parent=self)
        self.cancel_button = Button(tr("Cancel"), parent=self, small=True)
        self.cancel_button.clicked.connect(self.reject)
        self.delete_button = Button(tr("Delete"), "trash", parent=self, small=True)
        self.delete_button.clicked.connect(self.delete)
        for button in (self.delete_button, self.cancel_button):
            self.form.add_to_foot(button)
        for button in (self.delete_button, self.cancel_button, self.form.save_button):
            button.setAutoDefault(False)  # plain Enter on a chip must not press one of them
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(18), px(18), px(16))
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.save_asked.connect(self.save)
        self.form.show_draft(self._stored)
        self._before = self.form.draft()
        self.form.text.moveCursor(self.form.text.textCursor().MoveOperation.End)
        self.form.text.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def save(self) -> None:
        """Makes the entry what the form says; nothing is written when nothing changed."""
        draft, core = self.form.draft(), self._shell.core
        if draft == self._before:
            self.accept()
            return
        if draft.text == self._before.text:
            draft = replace(draft, text=self._stored.text)
        if self._shell.attempt(lambda: core.entries.edit(self._entry, draft.edited(self._stored))):
            self.accept()
            self._shell.say(tr("Entry changed"), undo=True)

    def delete(self) -> None:
        """Deletes the entry, whatever was typed; one undo brings it back as it was stored."""
        if self._shell.attempt(lambda: self._shell.core.entries.delete([self._entry])):
            self.accept()
            self._shell.say(tr("Entry deleted"), undo=True)

    def reject(self) -> None:
        """What was typed is not thrown away without asking."""
        if self.form.draft() == self._before:
            super().reject()
            return
        box = QMessageBox(QMessageBox.Icon.NoIcon, tr("Edit entry"), tr("Keep what you changed?"), parent=self)
        keep = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        keep.clicked.connect(self.save)
        drop.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
