"""The Boundaries page: my week, the sentence to tell clients, and beside it the rules, what is urgent, and when I am
away. Reminders keep to all of it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from relapp.domain.changes import Area
from relapp.domain.words import tr
from ui.boundaries.closed_card import ClosedCard
from ui.boundaries.quiet_card import QuietCard
from ui.boundaries.tell_card import TellCard
from ui.boundaries.urgent_card import UrgentCard
from ui.boundaries.week_card import WeekCard
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.pauses import fill_pause_menu
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.buttons import Button
from ui.widgets.page import ScrollColumn
from ui.widgets.strip import Strip
from ui.widgets.text import Label, Look

SIDE = 415
SIDE_LEAST = 300
ONE_COLUMN_BELOW = 800


class BoundariesPage(QWidget):
    """Two columns; one below the other where there is no room for both."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._moments = Moments(shell.core)
        detail = tr("When you are open, how clients reach you, and what counts as urgent. Reminders keep to this.")
        self.header = QVBoxLayout()
        self.header.setSpacing(px(2))
        self.header.addWidget(Label(tr("Boundaries"), Look.TITLE))
        self.header.addWidget(Label(detail, Look.MUTED, wrap=True))
        self.pause = Button(tr("Pause"), small=True)
        self.paused = Strip("", Tone.PLUM, "moon")
        self.resume = self.paused.add_action(tr("End the pause"))
        self.week = WeekCard(shell)
        self.tell = TellCard(shell)
        self.quiet = QuietCard(shell)
        self.urgent = UrgentCard(shell)
        self.closed = ClosedCard(shell)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QWidget()
        self._build_layout()
        self._watcher = Watcher(self, shell.bus, (Area.HOURS, Area.SETTINGS), self.reload)
        shell.bus.minute_passed.connect(self._on_minute_passed)
        self.resume.clicked.connect(lambda: shell.attempt(shell.core.hours.resume))
        self.setFocusProxy(self.week.grid)
        self.reload()

    def _build_layout(self) -> None:
        menu = QMenu(self.pause)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.pause.setMenu(menu)
        self.quiet.add_to_head(self.pause)
        main = QVBoxLayout()
        main.setSpacing(px(14))
        main.addLayout(self.header)
        for widget in (self.paused, self.week, self.tell):
            main.addWidget(widget)
        main.addStretch()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(px(14))
        for card in (self.quiet, self.urgent, self.closed):
            side.addWidget(card)
        side.addStretch()
        self._columns.setSpacing(px(20))
        self._columns.addLayout(main, 1)
        self._columns.addWidget(self._side, 0)
        scroll = ScrollColumn(margin=24, gap=14)
        scroll.column.setContentsMargins(0, 0, 0, 0)
        scroll.column.addLayout(self._columns)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - px(68)
        narrow = room < px(ONE_COLUMN_BELOW)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        wide = min(px(SIDE), max(px(SIDE_LEAST), round(room * 0.385)))
        self._side.setMinimumWidth(0 if narrow else wide)
        self._side.setMaximumWidth(16777215 if narrow else wide)

    # --- what is shown

    def reload(self) -> None:
        """Shows everything as it is stored."""
        for card in (self.week, self.tell, self.quiet, self.urgent, self.closed):
            card.reload()
        self._show_pause()

    def _show_pause(self) -> None:
        running = self._shell.core.hours.pause()
        self.paused.setVisible(running is not None)
        if running is not None:
            self.paused.set_text(tr("Paused until {when}.").format(when=self._moments.day_and_time(running.until)))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        fill_pause_menu(menu, self._shell)

    def _on_minute_passed(self) -> None:
        if self.isVisible():
            self.week.show_time()
            self._show_pause()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.week.show_time()
        self._show_pause()
