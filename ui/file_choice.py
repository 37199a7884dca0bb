"""Asking for files: which address books to read, where to save a copy. Nothing waits while the user looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from relapp.domain.words import tr

IMPORTED = (".vcf", ".vcard", ".csv")


def dropped_files(event: QDropEvent) -> list[Path]:
    """The address books among the files that are dragged over a window."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in IMPORTED]


def ask_for_imports(parent: QWidget, chosen: Callable[[list[Path]], object]) -> QFileDialog:
    """Address books to import, one or several."""
    dialog = QFileDialog(parent, tr("Import an address book"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([tr("Address books and notes") + " (*.vcf *.vcard *.csv)", tr("All files") + " (*)"])
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    return _open(dialog)


def ask_for_copy(parent: QWidget, proposed: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Where a copy of the file goes. A name that is taken is refused afterwards, by a sentence."""
    dialog = QFileDialog(parent, tr("Save a copy"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilters([tr("Relapp files") + " (*.db)"])
    dialog.setDefaultSuffix("db")
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(proposed)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return _open(dialog)


def ask_for_another(sentence: str, path: Path) -> Path | None:
    """Says why the file at `path` can't be opened; the file to open in its place, or None to quit. Waits."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Relapp", sentence)
    other = box.addButton(tr("Open another file…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is not other:
        return None
    filters = [tr("Relapp files") + " (*.db)", tr("All files") + " (*)"]
    name, _ = QFileDialog.getOpenFileName(None, tr("Open another file"), str(path.parent), ";;".join(filters))
    return Path(name) if name else None


def _open(dialog: QFileDialog) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
