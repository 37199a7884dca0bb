"""Beside the list when several people are selected: how many, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from relapp.domain.directory import Scope
from relapp.domain.relative import counted
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.actions import archive, delete, fill_menu
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look


class SeveralPane(QWidget):
    """Shows the count, the first names, and the actions."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._persons: list[int] = []
        self._scope = Scope.ACTIVE
        self.title = Label("", Look.TITLE, self)
        self.names = Label("", Look.MUTED, self, wrap=True)
        self.more = Button(tr("Tier, tag and more"), "tag", Weight.PRIMARY, self)
        self.export = Button(tr("Export notes"), "export", Weight.QUIET, self)
        self.put_aside = Button(tr("Archive"), "archive-box", Weight.QUIET, self)
        self.remove = Button(tr("Delete"), "trash", Weight.QUIET, self)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self.export.clicked.connect(lambda: shell.export_notes(list(self._persons)))
        self.put_aside.clicked.connect(lambda: archive(shell, self._persons, True))
        self.remove.clicked.connect(lambda: delete(shell, self._persons))
        self._build_layout()

    def _build_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(24))
        layout.setSpacing(px(10))
        layout.addWidget(self.title)
        layout.addWidget(self.names)
        buttons = FlowLayout(gap=8)
        for button in (self.more, self.export, self.put_aside, self.remove):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_people(self, persons: Sequence[int], scope: Scope) -> None:
        """Shows that these people are selected."""
        self._persons, self._scope = list(persons), scope
        self.title.setText(counted(len(persons), tr("1 person selected"), tr("{n} people selected")))
        names = [self._shell.core.people.name(person) for person in persons[:12]]
        rest = len(persons) - len(names)
        if rest:
            names.append(tr("{n} more").format(n=rest))
        self.names.setText(" · ".join(names))
        in_trash = scope is Scope.TRASHED
        self.put_aside.setVisible(scope is Scope.ACTIVE)
        self.remove.setVisible(not in_trash)
        self.export.setVisible(not in_trash)

    def _fill(self) -> None:
        self._menu.clear()
        fill_menu(self._menu, self._shell, self._persons, self._scope)
