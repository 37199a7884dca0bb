"""When something happened that should not: say so, offer the details for a report, write them to a log, and go on.

Neither the details nor the log hold anything of a client: exceptions are named, their messages are left out.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets.buttons import Button, Weight
from ui.widgets.text import Label, Look

ROOT = Path(__file__).resolve().parent.parent
_LARGEST_LOG = 500_000


class Mishaps(QObject):
    """Takes over what Python does with an exception that nobody caught. `happened` carries the details as text."""

    happened = Signal(str)

    def __init__(self, log_file: Callable[[], Path] | None, parent: QObject) -> None:
        """`log_file` is asked when there is something to write; without it nothing is written."""
        super().__init__(parent)
        self._log_file = log_file
        self._before = sys.excepthook
        sys.excepthook = self._on_exception_escaped

    def stop(self) -> None:
        """Hands exceptions back to whoever had them before."""
        sys.excepthook = self._before

    def note(self, error: BaseException) -> None:
        """An exception that came from another thread."""
        details = describe(error)
        if self._log_file is not None:
            write_log(self._log_file(), details)
        self.happened.emit(details)

    def _on_exception_escaped(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
        else:
            self.note(error)


class ErrorDialog(QDialog):
    """Not the user's fault, and nothing to decide: the details can be copied, the app goes on."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong"))
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(tr("Details"))
        copy = Button(tr("Copy the details"), "copy", parent=self)
        copy.clicked.connect(self._on_copy_clicked)
        close = Button(tr("Go on"), "", Weight.PRIMARY, self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(close)
        told = tr("What you did last may not have been carried out. Everything saved before is safe.")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(20), px(20), px(20))
        rows.setSpacing(px(12))
        rows.addWidget(Label(tr("Something went wrong inside Relapp."), Look.HEADING))
        rows.addWidget(Label(told, Look.MUTED, wrap=True))
        rows.addWidget(self._details, 1)
        rows.addLayout(buttons)
        self.resize(px(560), px(380))

    def details(self) -> str:
        """What is copied."""
        return self._details.toPlainText()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details())


def describe(error: BaseException) -> str:
    """Names and places of an exception and of those that led to it, without their messages."""
    parts: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(parts) < 10:
        frames = traceback.extract_tb(seen.__traceback__)
        lines = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        parts.append("\n".join([type(seen).__qualname__, *lines]))
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n\n".join(parts)


def _short(filename: str) -> str:
    """A path without what tells about the user's folders."""
    path = Path(filename)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def write_log(path: Path, details: str) -> None:
    """Adds a report to the log, which is cut to one older file when it grows. A disk that refuses is no new trouble."""
    from logging import Formatter, LogRecord
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True)
        handler.setFormatter(Formatter("%(asctime)s %(message)s"))
        handler.emit(LogRecord("relapp", 40, "", 0, details, None, None))
        handler.close()
    except OSError:
        return
