"""A timeline as people see it: the month at hand above, the entries below, filters when asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relapp.domain.changes import Area, Change
from relapp.domain.pages import TimelineOf
from relapp.domain.relative import counted
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.timeline.entries_table import EntriesTable
from ui.timeline.filters import TimelineFilters
from ui.watching import Watcher
from ui.widgets.buttons import Button, Weight
from ui.widgets.empty_state import EmptyState
from ui.widgets.section_header import SectionHeader


class TimelineView(QWidget):
    """Follows the entries of one person or organisation."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self._of = TimelineOf()
        self.month = SectionHeader("", parent=self)
        self.planned = Button("", "calendar-blank", Weight.FLAT, self, small=True)
        self.narrow = Button("", "funnel-simple", Weight.FLAT, self, name=tr("Filter the timeline"), small=True)
        self.filters = TimelineFilters(self)
        self.table = EntriesTable(shell.core, self)
        self.nothing = EmptyState("chat-circle-dots", tr("Nothing yet."), tr("Log the first contact above."), self)
        self._build_layout()
        self.planned.setCheckable(True)
        self.planned.setToolTip(tr("Show what is planned ahead"))
        self.planned.toggled.connect(lambda _: self._show())
        self.narrow.setCheckable(True)
        self.narrow.toggled.connect(self._on_narrow_toggled)
        self.filters.changed.connect(self._show)
        self.table.first_row_changed.connect(self._show_month)
        self.table.edit_asked.connect(self.edit)
        self.table.delete_asked.connect(self._delete)
        self.table.menu_asked.connect(self._on_menu_asked)
        self._watcher = Watcher(self, shell.bus, (Area.ENTRIES, Area.SETTINGS), self._reload)
        shell.bus.changed.connect(self._on_data_changed)

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.month, 1)
        head.addWidget(self.planned)
        head.addWidget(self.narrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(head)
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.nothing, 1)
        self.filters.hide()
        self.setFocusProxy(self.table)

    # --- what is shown

    def show_timeline(self, of: TimelineOf) -> None:
        """Shows this timeline, not narrowed."""
        if of == self._of:
            return
        self._of = of
        self.filters.clear()
        for button in (self.planned, self.narrow):
            button.blockSignals(True)
            button.setChecked(False)
            button.blockSignals(False)
        self.filters.hide()
        self._show()

    def reveal(self, entry: int) -> None:
        """Scrolls to an entry of this timeline and opens it in place, planned or not."""
        if not self.table.reveal(entry):
            self.planned.setChecked(True)
            self.table.reveal(entry)
        self.table.setFocus()

    def _on_data_changed(self, change: Change) -> None:
        if change.areas & {Area.HOURS, Area.SETTINGS}:
            self.table.forget_hours()

    def _wanted(self) -> TimelineOf:
        """Narrowed as chosen; what is planned only when asked for."""
        wanted = self.filters.narrowed(self._of, self._shell.core.desk.zone())
        if self.planned.isChecked():
            return wanted
        now = self._shell.core.desk.seconds() + 1
        return replace(wanted, until=now if wanted.until is None else min(now, wanted.until))

    def _show(self) -> None:
        self.table.show_timeline(self._wanted())
        self._show_emptiness()

    def _reload(self) -> None:
        self.table.reload(self._wanted())
        self._show_emptiness()
        self._show_month()

    def _show_emptiness(self) -> None:
        ahead = self._shell.core.entries.count(replace(self._of, since=self._shell.core.desk.seconds() + 1))
        self.planned.setText(tr("{n} planned").format(n=ahead))
        self.planned.setVisible(ahead > 0)
        some = self.table.entries.rowCount() > 0
        self.table.setVisible(some)
        self.nothing.setVisible(not some)
        self.narrow.setVisible(some or self.filters.is_narrow())
        if self.filters.is_narrow():
            self.nothing.set_text(tr("Nothing fits the filter."))
        elif self._of.person:
            self.nothing.set_text(tr("Nothing yet."), tr("Log the first contact above."))
        else:
            self.nothing.set_text(tr("Nothing yet."), tr("What happens with its people stands here."))

    def _show_month(self) -> None:
        line = self.table.first_line()
        text = ""
        if line is not None:
            text = self._moments.month(self._moments.day_of(datetime.fromtimestamp(line.at, UTC)))
        self.month.set_text(text)

    def _on_narrow_toggled(self, wanted: bool) -> None:
        if wanted:
            self.filters.offer_years(self._shell.core.entries.span(self._of), self._shell.core.desk.zone())
            self.filters.show()
            self.filters.setFocus()
        else:
            self.filters.hide()
            if self.filters.is_narrow():
                self.filters.clear()
                self._show()

    # --- what is done

    def edit(self, entry: int) -> None:
        """Opens the entry in a dialog."""
        from ui.timeline.editor import EntryDialog

        self._shell.attempt(lambda: EntryDialog(self._shell, entry).open())

    def move_in_time(self, entry: int, place: QPoint) -> None:
        """Asks at that point of the screen when it really was."""
        from ui.timeline.when_popover import WhenPopover

        core = self._shell.core
        box = WhenPopover(self.table, core, core.entries.get(entry).at, may_be_now=False)
        box.chosen.connect(lambda at: self._move(entry, at))
        box.open_below(place)

    def _move(self, entry: int, at: datetime) -> None:
        if self._shell.attempt(lambda: self._shell.core.entries.move(entry, at)):
            self._shell.say(tr("Moved to {when}").format(when=self._moments.day_and_time(at)), undo=True)

    def _delete(self, entries: list[int]) -> None:
        if entries and self._shell.attempt(lambda: self._shell.core.entries.delete(entries)):
            said = counted(len(entries), tr("1 entry deleted"), tr("{n} entries deleted"))
            self._shell.say(said, undo=True)

    def _on_menu_asked(self, place: QPoint) -> None:
        entries = self.table.selected()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if len(entries) == 1:
            menu.addAction(tr("Edit…"), lambda: self.edit(entries[0])).setShortcut("F2")
            menu.addAction(tr("Move in time…"), lambda: self.move_in_time(entries[0], place))
        menu.addAction(tr("Copy text"), self.table.copy).setShortcut("Ctrl+C")
        menu.addSeparator()
        menu.addAction(tr("Delete"), lambda: self._delete(entries)).setShortcut("Del")
        menu.popup(place)
