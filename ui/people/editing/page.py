"""A page of the edit dialog: it knows whether it was touched, and puts what it holds into a draft."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from relapp.domain.drafts import PersonDraft
from ui.fonts import px
from ui.widgets.page import ScrollColumn


class EditPage(ScrollColumn):
    """Only pages that were touched are applied, so that nothing is changed that nobody looked at."""

    touched = Signal()

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=20, gap=14)
        self.title = title
        self.icon = icon
        self.is_touched = False
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it

    def apply(self, draft: PersonDraft) -> PersonDraft:
        """The draft with what this page holds. Raises Wrong."""
        raise NotImplementedError

    def touch(self, *_: object) -> None:
        """Something was changed by the user."""
        self.is_touched = True
        self.touched.emit()

    def watch(self, *fields: QWidget) -> None:
        """From now on, a change of any of these is the user's."""
        for field in fields:
            connect_change(field, self.touch)


def connect_change(field: QWidget, told: object) -> None:
    """Connects whichever signal this kind of field has for what it holds."""
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.textChanged.connect(told)
    elif isinstance(field, QComboBox):
        field.currentTextChanged.connect(told)
    elif isinstance(field, QCheckBox):
        field.toggled.connect(told)
    elif isinstance(field, QSpinBox):
        field.valueChanged.connect(told)
    elif isinstance(field, QDateEdit):
        field.dateChanged.connect(told)
    else:
        raise TypeError(field)


def side_by_side(*fields: QWidget, stretch: tuple[int, ...] = ()) -> QHBoxLayout:
    """Fields in one row, of one width unless told otherwise."""
    row = QHBoxLayout()
    row.setSpacing(px(10))
    for at, field in enumerate(fields):
        row.addWidget(field, stretch[at] if stretch else 1)
    return row
