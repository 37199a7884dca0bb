"""The Follow-ups page: the coming fourteen days on top, below them all follow-ups, narrowed and acted upon."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relapp.domain.changes import Area
from relapp.domain.follow_ups import Standing
from relapp.domain.relative import counted
from relapp.domain.words import tr
from ui import follow_up_acts as acts
from ui.follow_ups.filter_bar import FilterBar
from ui.follow_ups.follow_up_list import FollowUpList
from ui.follow_ups.fortnight import fortnight
from ui.follow_ups.history_dialog import HistoryDialog
from ui.fonts import px
from ui.reaching import reach
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.day_strip import DayStrip
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import PageHeader
from ui.widgets.text import Label, Look

_AREAS = (Area.FOLLOW_UPS, Area.PEOPLE, Area.HOURS, Area.DELIVERIES, Area.SETTINGS)
_LOW = 660
_CLOSED = (Standing.DONE, Standing.SKIPPED)


class FollowUpsPage(QWidget):
    """Enter edits, D does, S snoozes, M moves, K skips, H shows the deliveries, O the person, Delete deletes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._people: dict[str, int] = {}
        self.add = Button(tr("New follow-up"), "plus", Weight.PRIMARY, self)
        self.header = PageHeader(tr("Follow-ups"), "", self)
        self.header.add_action(self.add)
        self.ahead = Card(tr("The next 14 days"), "calendar-blank", "", self)
        self.strip = DayStrip(tr("The next 14 days"), self)
        self.filter = FilterBar(shell.core, self)
        self.list = FollowUpList(shell.core, self)
        self.empty = EmptyState("bell", "", "", self)
        self._build_acts()
        self._build_layout()
        self._connect()
        self._watcher = Watcher(self, shell.bus, _AREAS, self.reload)
        shell.bus.minute_passed.connect(self._watcher.mark_stale)
        self.reload()

    def _build_acts(self) -> None:
        self.how_many = Label("", Look.SECONDARY, self)
        words = (
            ("edit", tr("Edit"), "pencil-simple"),
            ("done", tr("Done"), "check"),
            ("snooze", tr("Snooze"), "clock"),
            ("move", tr("Move…"), "calendar-blank"),
            ("skip", tr("Skip"), "minus"),
            ("delete", tr("Delete"), "trash"),
        )
        self.buttons = {key: Button(text, icon, parent=self, small=True) for key, text, icon in words}
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.act(key))

    def _build_layout(self) -> None:
        self.ahead.body.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(self.how_many, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(24), px(20), px(24), px(10))
        rows.setSpacing(px(12))
        for widget in (self.header, self.ahead, self.filter):
            rows.addWidget(widget)
        rows.addLayout(row)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.empty, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self._shell.plan_follow_up())
        self.empty.add_action(tr("New follow-up"), "plus", primary=True).clicked.connect(self.add.click)
        self.clear = self.empty.add_action(tr("Show all open ones"))
        self.clear.clicked.connect(self.filter.clear)
        self.filter.changed.connect(self._show_list)
        self.list.chosen.connect(self._show_acts)
        self.list.asked.connect(self.act)
        self.list.menu_asked.connect(self._open_menu)
        self.strip.opened.connect(self._on_dot_opened)
        self.strip.moved.connect(self._on_dot_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the list has more of it."""
        super().resizeEvent(event)
        self.strip.show_low(self.height() < px(_LOW))

    # --- what is shown

    def reload(self) -> None:
        """Reads days, counts and list afresh."""
        days, now, self._people = fortnight(self._shell.core)
        self.strip.show_days(days, now)
        comes = sum(len(day.dots) for day in days)
        said = counted(comes, tr("1 reminder"), tr("{n} reminders")) if comes else tr("nothing comes")
        self.ahead.set_trailing(said)
        counts = self._shell.core.follow_ups.counts()
        self.filter.show_counts(counts)
        still = sum(number for standing, number in counts.items() if standing not in _CLOSED)
        late = counts.get(Standing.OVERDUE, 0)
        words = counted(still, tr("1 is open"), tr("{n} are open")) if still else tr("None is open")
        self.header.set_text(tr("Follow-ups"), words + (tr(", {n} overdue").format(n=late) if late else ""))
        self._show_list()

    def _show_list(self) -> None:
        wanted = self.filter.wanted()
        self.list.show_follow_ups(wanted)
        some = self.list.follow_ups.rowCount() > 0
        narrowed = wanted != type(wanted)()
        self.list.setVisible(some)
        self.empty.setVisible(not some)
        self.clear.setVisible(narrowed)
        if narrowed:
            self.empty.set_text(tr("No follow-up fits."), tr("Other words, or a chip less, may find some."))
        else:
            self.empty.set_text(
                tr("No follow-up is open."),
                tr("Plan one here, write “follow up next fri 10:00” at the end of a note, or press Ctrl+Shift+F."),
            )
        self._show_acts()

    def _show_acts(self) -> None:
        chosen = self.list.selected()
        still = [line for line in chosen if line.closed_at is None]
        if chosen:
            self.how_many.setText(tr("{n} selected").format(n=len(chosen)))
        else:
            self.how_many.setText(tr("Enter edits · D done · S snooze · M move · Delete"))
        self.buttons["edit"].setEnabled(len(chosen) == 1)
        self.buttons["delete"].setEnabled(bool(chosen))
        for key in ("done", "snooze", "move", "skip"):
            self.buttons[key].setEnabled(bool(still))

    # --- what is done

    def act(self, wanted: str) -> None:
        """Does this with what is chosen: a name of `buttons`, or "history", "person", "reopen", "reach"."""
        chosen = self.list.selected()
        if not chosen:
            return
        one = chosen[0]
        still = [line.id for line in chosen if line.closed_at is None]
        match wanted:
            case "edit":
                self._shell.edit_follow_up(one.id)
            case "history":
                HistoryDialog(self._shell, one.id).open()
            case "person":
                self._shell.open_person(one.person)
            case "reach":
                reach(self._shell, one.person, one.channel, one.what)
            case "reopen":
                acts.reopen(self._shell, one.id)
            case "delete":
                acts.delete(self._shell, [line.id for line in chosen])
            case _:
                self._act_on_open(wanted, still)

    def _act_on_open(self, wanted: str, ids: list[int]) -> None:
        match wanted:
            case "done":
                acts.all_done(self._shell, ids)
            case "skip":
                acts.skip(self._shell, ids)
            case "move":
                acts.ask_day(self._shell, ids)
            case "snooze" if ids:
                button = self.buttons["snooze"]
                acts.snooze_menu(self._shell, ids, self).popup(button.mapToGlobal(QPoint(0, button.height())))

    def _open_menu(self, at: QPoint) -> None:
        chosen = self.list.selected()
        closed = all(line.closed_at is not None for line in chosen)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, text, keys, shown in (
            ("edit", tr("Edit…"), tr("Enter"), len(chosen) == 1),
            ("done", tr("Done"), "D", not closed),
            ("snooze", tr("Snooze…"), "S", not closed),
            ("move", tr("Move to a day…"), "M", not closed),
            ("skip", tr("Skip"), "K", not closed),
            ("reopen", tr("Open again"), "", closed and len(chosen) == 1),
            ("reach", tr("Get in touch"), "", len(chosen) == 1),
            ("person", tr("Open the person"), "O", len(chosen) == 1),
            ("history", tr("Deliveries…"), "H", len(chosen) == 1),
            ("delete", tr("Delete"), tr("Del"), True),
        ):
            if shown:
                action = menu.addAction(f"{text}\t{keys}" if keys else text)
                action.triggered.connect(lambda _=False, key=key: self.act(key))
        menu.popup(at)

    def _on_dot_opened(self, key: str) -> None:
        kind, _, number = key.partition("#")[0].partition(":")
        if kind == "f":
            self._shell.edit_follow_up(int(number))
        else:
            self._shell.open_person(self._people[key])

    def _on_dot_moved(self, key: str, day: int) -> None:
        acts.move(self._shell, [int(key.partition(":")[2])], self._shell.core.desk.today() + timedelta(days=day))
