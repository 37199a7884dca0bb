"""F1: every shortcut of the app on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.commands import COMMANDS, Group
from ui.fonts import px
from ui.pages import PAGES
from ui.widgets.buttons import Button, Weight
from ui.widgets.key_cap import KeyCap
from ui.widgets.page import ScrollColumn
from ui.widgets.section_header import SectionHeader
from ui.widgets.text import Label

_COLUMNS = 2


@dataclass(frozen=True)
class Sheet:
    """One part of the overview: a title, and what each key does."""

    title: Callable[[], str]
    lines: tuple[tuple[str, Callable[[], str]], ...]


ROOMS: tuple[Sheet, ...] = (
    Sheet(
        lambda: tr("In lists"),
        (
            ("Up", lambda: tr("One up or down")),
            ("PgDown", lambda: tr("One page up or down")),
            ("Home", lambda: tr("To the beginning or the end")),
            ("Return", lambda: tr("Open what is marked")),
            ("F2", lambda: tr("Edit what is marked")),
            ("Ctrl+A", lambda: tr("Mark everything")),
            ("Shift+Down", lambda: tr("Mark several")),
            ("Del", lambda: tr("Delete what is marked")),
        ),
    ),
    Sheet(
        lambda: tr("Facts and entries"),
        (
            ("F2", lambda: tr("Edit")),
            ("Alt+Up", lambda: tr("Move a fact up or down")),
            ("Ctrl+P", lambda: tr("Mark a fact private, or not")),
            ("Space", lambda: tr("Open or close an entry")),
            ("Ctrl+C", lambda: tr("Copy the text of an entry")),
            ("Del", lambda: tr("Delete")),
        ),
    ),
    Sheet(
        lambda: tr("While writing"),
        (
            ("Ctrl+Return", lambda: tr("Save")),
            ("Esc", lambda: tr("Leave it as it was")),
            ("Ctrl+B", lambda: tr("Bold")),
        ),
    ),
)
"""Keys of the rooms. They live in the rooms; this sheet only tells of them."""


def sheets() -> list[Sheet]:
    """All shortcuts there are, in the order of the menu."""
    pages = Sheet(Group.PAGES.title, tuple((page.shortcut, page.title) for page in PAGES))
    groups = list(dict.fromkeys(one.group for one in COMMANDS))
    commands = [
        Sheet(group.title, tuple((keys, one.title) for one in COMMANDS if one.group is group for keys in one.keys))
        for group in groups
    ]
    return [pages, *(sheet for sheet in commands if sheet.lines), *ROOMS]


class ShortcutsDialog(QDialog):
    """Read and closed; Escape and F1 close it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(px(32))
        halves = [QVBoxLayout() for _ in range(_COLUMNS)]
        for half in halves:
            half.setSpacing(px(14))
            columns.addLayout(half, 1)
        heights = [0] * _COLUMNS
        for sheet in sheets():
            shorter = heights.index(min(heights))
            heights[shorter] += len(sheet.lines) + 2
            halves[shorter].addWidget(_Part(sheet))
        for half in halves:
            half.addStretch()
        scroll = ScrollColumn(gap=0)
        scroll.column.addLayout(columns)
        close = Button(tr("Close"), "", Weight.PRIMARY, self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), 0, px(24), px(18))
        foot.addStretch()
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll, 1)
        rows.addLayout(foot)
        self.resize(px(760), px(620))


class _Part(QWidget):
    """One part of the sheet."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addWidget(SectionHeader(sheet.title(), ruled=True))
        grid = QGridLayout()
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        for number, (keys, does) in enumerate(sheet.lines):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            words = Label(does().removesuffix("…"), wrap=True)
            words.setAccessibleName(f"{words.text()}: {shown}")
            grid.addWidget(words, number, 0)
            grid.addWidget(KeyCap(shown), number, 1, Qt.AlignmentFlag.AlignRight)
        rows.addLayout(grid)
