"""Where an export goes: a name for the file, and asking for the place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from relapp.domain.words import tr

_LONGEST = 60


def file_name(what: str, whose: str, day: date, ending: str) -> str:
    """`notes-tom-keller-2026-03-12.csv`, in letters that any file system takes; `whose` may be empty."""
    words = re.sub(r"[\W_]+", "-", whose.casefold()).strip("-")[:_LONGEST].strip("-")
    return "-".join(part for part in (what, words, day.isoformat()) if part) + f".{ending}"


def folder(remembered: object) -> Path:
    """Where the last export went, as long as it is there; else the documents."""
    if isinstance(remembered, str) and Path(remembered).is_dir():
        return Path(remembered)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_where(parent: QWidget, suggested: Path, chosen: Callable[[Path], object]) -> QFileDialog:
    """Asks for the file; the dialog itself asks before one that exists is replaced."""
    dialog = QFileDialog(parent, tr("Export"), str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    ending = suggested.suffix.removeprefix(".")
    dialog.setNameFilters([f"{ending.upper()} (*.{ending})", tr("All files") + " (*)"])
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
