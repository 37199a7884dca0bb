"""The People page: the list with its filter on one side, whoever is selected on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from relapp.domain.changes import Area
from relapp.domain.directory import PeopleFilter, Scope
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.filter_bar import FilterBar
from ui.people.people_list import PeopleList
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.people.person_pane import PersonPane

KEY = "people.splitter"
LAST = "people.last"
_STAYED_MS = 500
"""Whoever was shown so long is remembered for the next start; each write waits for the disk."""
_AREAS = (Area.PEOPLE, Area.ENTRIES, Area.TAGS, Area.ORGANISATIONS, Area.SETTINGS)


class PeoplePage(QWidget):
    """Everything beside the list is made after the list was painted."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._person: int | None = None
        self._remembering = QTimer(self, singleShot=True, interval=_STAYED_MS)
        self._remembering.timeout.connect(self._remember_person)
        self.filter = FilterBar(shell.core, self)
        self.list = PeopleList(shell.core, self)
        self.nobody = EmptyState("funnel-simple", tr("Nobody fits the filter."), "", self)
        self.nobody.add_action(tr("Show everybody")).clicked.connect(lambda: self.filter.narrow(PeopleFilter()))
        self.side = QStackedWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._build_layout()
        self.filter.changed.connect(self._on_filter_changed)
        self.list.chosen.connect(self._on_people_chosen)
        self.list.opened.connect(self.side.setFocus)
        self.list.edit_asked.connect(self._on_edit_asked)
        self.list.doubleClicked.connect(lambda _: self._on_edit_asked())
        self.list.delete_asked.connect(self._on_delete_asked)
        self.list.menu_asked.connect(self._on_menu_asked)
        self._watcher = Watcher(self, shell.bus, _AREAS, self._on_data_changed)
        self.reload()
        shell.after_paint(self._select_last)

    def _build_layout(self) -> None:
        column = QWidget(self)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(px(12), px(14), px(12), 0)
        inner.setSpacing(px(6))
        inner.addWidget(self.filter)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.nobody, 1)
        self.splitter.addWidget(column)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        column.setMinimumWidth(px(200))
        self.splitter.setSizes(self._shell.core.settings.remembered(KEY) or [px(270), px(880)])
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.setFocusProxy(self.list)

    # --- what is shown

    def reload(self) -> None:
        """Shows the list anew."""
        self.list.show_people(self.filter.wanted)
        empty = self.list.people.rowCount() == 0
        self.list.setVisible(not empty)
        self.nobody.setVisible(empty)

    def show_person(self, person: int) -> None:
        """Selects a person; when the filter hides them, it is taken off."""
        if not self.list.select_person(person):
            for scope in (Scope.ACTIVE, Scope.ARCHIVED, Scope.TRASHED):
                self.filter.narrow(PeopleFilter(scope=scope))
                if self.list.select_person(person):
                    break
        self.list.setFocus()

    def show_entry(self, person: int, entry: int) -> None:
        """Selects a person and opens an entry on the timeline."""
        self.show_person(person)
        self._show_one(person).timeline.reveal(entry)

    def persons(self) -> list[int]:
        """Who is selected."""
        return self.list.selected()

    def _select_last(self) -> None:
        last = self._shell.core.settings.remembered(LAST)
        if self.list.selected():
            return
        if last is None or not self.list.select_person(int(last)):
            self.list.select_row(0)

    def _on_splitter_moved(self) -> None:
        self._shell.core.settings.remember(KEY, self.splitter.sizes())

    # --- what happened

    def _on_data_changed(self) -> None:
        """Who was selected and is gone leaves the keyboard to whoever stands there now."""
        row = self.list.first_selected_row()
        self.reload()
        if row >= 0 and not self.list.selected():
            self.list.select_row(row)

    def _on_filter_changed(self) -> None:
        self.reload()
        if not self.list.selected():
            self.list.select_row(0)

    def _on_people_chosen(self, persons: list[int]) -> None:
        if len(persons) == 1:
            self._show_one(persons[0])
        elif persons:
            self._show_several(persons)
        else:
            self.side.hide()
            return
        self.side.show()

    def _show_one(self, person: int) -> PersonPane:
        from ui.people.person_pane import PersonPane

        pane = self.side.findChild(PersonPane, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if pane is None:
            pane = PersonPane(self._shell)
            self.side.addWidget(pane)
        pane.show_person(person)
        self.side.setCurrentWidget(pane)
        if person != self._person:
            self._person = person
            self._remembering.start()
        return pane

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._remembering.isActive():
            self._remembering.stop()
            self._remember_person()

    def _remember_person(self) -> None:
        self._shell.core.settings.remember(LAST, self._person)

    def _show_several(self, persons: list[int]) -> None:
        from ui.people.several_pane import SeveralPane

        pane = self.side.findChild(SeveralPane, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if pane is None:
            pane = SeveralPane(self._shell)
            self.side.addWidget(pane)
        pane.show_people(persons, self.filter.wanted.scope)
        self.side.setCurrentWidget(pane)

    def _on_edit_asked(self) -> None:
        from ui.people.edit_dialog import EditDialog

        if len(self.persons()) == 1:
            EditDialog(self._shell, self.persons()[0]).open()

    def _on_delete_asked(self) -> None:
        from ui.people.actions import delete, delete_for_good

        act = delete_for_good if self.filter.wanted.scope is Scope.TRASHED else delete
        act(self._shell, self.list.selected())

    def _on_menu_asked(self, place: QPoint) -> None:
        from ui.people.actions import menu_for

        menu_for(self._shell, self.list.selected(), self.filter.wanted.scope, self).popup(place)
