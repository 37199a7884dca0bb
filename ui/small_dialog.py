"""The frame of small dialogs: fields, what is wrong, and at the foot Delete, Cancel and Save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from ui.fonts import px
from ui.keys import shown
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.strip import ErrorStrip


class SmallDialog(QDialog):
    """Fill `fields`; `save` of the subclass does one change and is kept from closing by a KnownError.

    Ctrl+Enter saves wherever the keyboard is.
    """

    def __init__(self, shell: Shell, title: str, *, may_delete: bool = False) -> None:
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.shell = shell
        self.fields = QVBoxLayout()
        self.fields.setSpacing(px(12))
        self.errors = ErrorStrip(self)
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self, keys=shown("Ctrl+Return"))
        self.delete_button = Button(tr("Delete"), "trash", Weight.FLAT, self)
        self.delete_button.setVisible(may_delete)
        cancel = Button(tr("Cancel"), parent=self)
        for button in (cancel, self.delete_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.delete_button)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(16))
        rows.setSpacing(px(14))
        rows.addLayout(self.fields)
        rows.addWidget(self.errors)
        rows.addLayout(foot)
        self.setMinimumWidth(px(360))
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(lambda: self._try(self.save))
        self.delete_button.clicked.connect(lambda: self._try(self.delete))
        cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, lambda: self._try(self.save))

    def event(self, event: QEvent) -> bool:
        """Words that wrap, and parts that come, get the height they need."""
        laid_out = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show)
        handled = super().event(event)
        if laid_out and self.isVisible() and (layout := self.layout()) is not None:
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
        return handled

    def save(self) -> None:
        """One change. Raises KnownError."""
        raise NotImplementedError

    def delete(self) -> None:
        """One change. Raises KnownError."""
        raise NotImplementedError

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownError as error:
            self.errors.show_error(str(error))
        else:
            self.accept()


def to_date(day: QDate) -> date:
    """A day of Qt as ours."""
    return date(day.year(), day.month(), day.day())


def to_qdate(day: date) -> QDate:
    """A day of ours as Qt's."""
    return QDate(day.year, day.month, day.day)
