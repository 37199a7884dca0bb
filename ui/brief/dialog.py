"""One page about a person: read on the screen, printed, copied, or saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QKeySequence, QPageSize, QPdfWriter, QShortcut, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QTextBrowser, QVBoxLayout

from relapp.domain.brief import as_html, as_text
from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from ui.fonts import px
from ui.keys import shown
from ui.palette import current
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.strip import ErrorStrip


class BriefDialog(QDialog):
    """Ctrl+P prints, Ctrl+C copies what is marked or all, Ctrl+S saves, Esc closes. Raises NoSuchPerson."""

    def __init__(self, shell: Shell, person: int) -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self.brief = shell.core.briefs.of(person)
        self.setWindowTitle(tr("Brief: {name}").format(name=self.brief.shown))
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(self.windowTitle())
        self.page.setOpenLinks(False)
        self.page.setHtml(as_html(self.brief, self.font().family(), current().muted.name()))
        self.errors = ErrorStrip(self)
        self.print_button = Button(tr("Print…"), "file-text", Weight.PRIMARY, self, keys=shown("Ctrl+P"))
        self.copy_button = Button(tr("Copy"), "copy", parent=self)
        self.save_button = Button(tr("Save…"), "floppy-disk", parent=self, keys=shown("Ctrl+S"))
        self.close_button = Button(tr("Close"), parent=self)
        self._build_layout()
        self._connect()

    def _build_layout(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.print_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(12))
        rows.addWidget(self.page, 1)
        rows.addWidget(self.errors)
        rows.addLayout(foot)
        self.resize(px(620), px(680))

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_page)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.ask_where)
        self.close_button.clicked.connect(self.accept)
        for keys, act in (("Ctrl+P", self.print_page), ("Ctrl+S", self.ask_where)):
            QShortcut(QKeySequence(keys), self, act)
        self.page.setFocus()

    def copy(self) -> None:
        """The whole page as text."""
        QGuiApplication.clipboard().setText(as_text(self.brief))
        self._shell.say(tr("The brief was copied."))

    def ask_where(self) -> QFileDialog:
        """Asks for a file, then saves."""
        dialog = QFileDialog(self, tr("Save the brief"), f"{self.brief.shown}.html")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Page (*.html)"), tr("Text (*.txt)"), tr("PDF (*.pdf)")])
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()
        return dialog

    def save(self, path: Path) -> None:
        """Writes the brief: as a page, as text or as PDF, by the name's ending."""
        try:
            if path.suffix.lower() == ".pdf":
                self._write_pdf(path)
            else:
                text = as_text(self.brief) if path.suffix.lower() == ".txt" else as_html(self.brief)
                self._shell.core.exports.save([text], path)
        except KnownError as error:
            self.errors.show_error(str(error))
        else:
            self._shell.say(tr("The brief was saved as {name}.").format(name=path.name))

    def print_page(self) -> None:
        """Asks for a printer, then prints."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(tr("Print the brief"))
        dialog.accepted.connect(lambda: self._paper().print_(printer))
        QDialog.open(dialog)

    def _write_pdf(self, path: Path) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setTitle(self.brief.shown)
        self._paper().print_(writer)
        try:
            path.write_bytes(bytes(buffer.data().data()))
        except OSError as error:
            reason = error.strerror or str(error)
            raise KnownError(tr("{file} can't be written: {reason}.").format(file=path, reason=reason)) from error

    def _paper(self) -> QTextDocument:
        """Black on white, whatever the screen's mode."""
        document = QTextDocument(self)
        document.setHtml(as_html(self.brief))
        return document
