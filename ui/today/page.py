"""Today: how the day stands, who waits and what is planned; beside it the weekly session, silences, days to come."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain import today_words as words
from relapp.domain.changes import Area
from relapp.domain.today import Today
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.today.calm_card import CalmCard
from ui.today.follow_ups_card import FollowUpsCard
from ui.today.planned_card import PlannedCard
from ui.today.quiet_card import QuietCard
from ui.today.ribbon_card import RibbonCard
from ui.today.rows import empty
from ui.today.side_cards import AnswersCard, ComingCard
from ui.today.waiting_card import WaitingCard
from ui.today.weekly_card import WeeklyCard
from ui.watching import Watcher
from ui.widgets.focus import tab_as_laid_out
from ui.widgets.page import ScrollColumn
from ui.widgets.row import Row
from ui.widgets.text import Label, Look

_AREAS = (
    Area.PEOPLE, Area.ENTRIES, Area.ORGANISATIONS, Area.FACTS, Area.SETTINGS, Area.FOLLOW_UPS, Area.HOURS,
    Area.DELIVERIES, Area.BUSINESS, Area.SUGGESTIONS,
)  # fmt: skip
_SIDE, _SIDE_LEAST = 393, 236
_IDEAS = 12
"""So many suggestions are looked through for the session's."""
_PAUSE_MS, _WEEKLY_MS = 120, 500
"""How long the page rests after a change before it looks for what takes longer."""


if TYPE_CHECKING:
    from relapp.domain.weekly import Session
    from ui.tasks import Progress, Task


class TodayPage(QWidget):
    """Cards that are filled anew when something changed; the row with the keyboard keeps it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._moments = Moments(shell.core)
        self._hour = -1
        self._behind = False
        self._asked: Task | None = None
        self.rows: list[Row] = []
        self.greeting = Label("", Look.TITLE, wrap=True)
        self.day = Label("", Look.MUTED, wrap=True)
        self.ribbon = RibbonCard(shell)
        self.calm = CalmCard(shell)
        self.follow_ups = FollowUpsCard(shell)
        self.waiting = WaitingCard(shell)
        self.planned = PlannedCard(shell)
        self.weekly = WeeklyCard(shell)
        self.quiet = QuietCard(shell)
        self.answers = AnswersCard(shell)
        self.coming = ComingCard(shell)
        self._build_layout()
        self.quiet.more_wanted.connect(self.reload)
        self.quiet.win_back_wanted.connect(shell.win_back)
        self._watcher = Watcher(self, shell.bus, _AREAS, self.reload)
        shell.bus.minute_passed.connect(self._on_minute_passed)
        self._later = self._timer(_PAUSE_MS, self._read_more)
        self._latest = self._timer(_WEEKLY_MS, self._read_weekly)
        self.reload()

    def _timer(self, pause: int, act: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(pause)
        made.timeout.connect(act)
        return made

    def _build_layout(self) -> None:
        scroll = ScrollColumn(margin=24, gap=14)
        main = QVBoxLayout()
        main.setSpacing(px(14))
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(self.greeting)
        head.addWidget(self.day)
        main.addLayout(head)
        for part in (self.ribbon, self.calm, self.follow_ups, self.waiting, self.planned):
            main.addWidget(part)
        main.addStretch()
        side = QVBoxLayout()
        side.setSpacing(px(14))
        for card in (self.weekly, self.answers, self.quiet, self.coming):
            card.setMinimumWidth(px(_SIDE_LEAST))
            card.setMaximumWidth(px(_SIDE))
            side.addWidget(card)
        side.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        columns.addLayout(main, 2)
        columns.addLayout(side, 1)
        scroll.column.addLayout(columns)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    # --- what is shown

    def reload(self) -> None:
        """Reads what is quickly read and shows it; the rest follows after a pause."""
        core = self._shell.core
        today = core.today.read()
        held = self._focused()
        lists = (self.follow_ups, self.waiting, self.planned, self.answers, self.quiet, self.coming)
        for card in lists:
            empty(card)
        self._show_head(today)
        self.ribbon.show_day(today.day)
        self.follow_ups.show_follow_ups(today.follow_ups)
        self.waiting.show_waiting(today)
        self.planned.show_planned(today.planned)
        self.answers.show_answers(today.answers, today.answers_count)
        quiet = core.quiet.going_quiet(self.quiet.limit)
        self.quiet.show_quiet(quiet, core.quiet.count() if quiet else 0, core.quiet.active() if quiet else 0)
        self.coming.show_occasions(today.occasions, core.desk.today())
        self._show_calm(today)
        self.weekly.show_name()
        self.rows = list(chain.from_iterable(card.rows for card in lists))
        for row in self.rows:
            row.stepped.connect(self._on_row_stepped)
        tab_as_laid_out(self)
        if held is not None and self.rows:
            row = self.rows[min(held, len(self.rows) - 1)]
            row.show()  # what is not shown yet can't take the keyboard
            row.setFocus(Qt.FocusReason.TabFocusReason)
        self._shell.after_paint(self._later.start)

    def _show_calm(self, today: Today) -> None:
        """When nobody waits one card says so; follow-ups that come next may still be seen to."""
        calm = not today.people_count
        self.calm.setVisible(calm)
        self.waiting.setVisible(not calm)
        self.follow_ups.setVisible(not calm or bool(self.follow_ups.rows))
        if calm:
            self.calm.show_next(today.next_up)

    def _read_more(self) -> None:
        """What takes longer to find than a page may take to appear."""
        self._behind = not self.isVisible()
        if self._behind:
            return
        found = self._shell.core.today.reminders()
        self.ribbon.show_reminders(found.reminders)
        self.follow_ups.show_held(found)
        self._latest.start()

    def _read_weekly(self) -> None:
        """All rules are asked: that is done beside, and only the latest answer counts."""
        self._behind = not self.isVisible()
        if self._behind:
            return
        if self._asked is not None:
            self._asked.cancel()
        tasks = self._shell.tasks
        self._asked = tasks.run(tr("Looking at the week"), _session, self.weekly.show_session, quiet=True)

    def _show_head(self, today: Today) -> None:
        desk = self._shell.core.desk
        now = desk.now().astimezone(desk.zone())
        self._hour = now.hour
        zone = desk.zone()
        self.greeting.setText(words.greeting(now.hour, today.people_count, today.day, done=today.done, zone=zone))
        self.day.setText(words.day_line(today.day, self._moments.time, self._moments.soon, str(zone)))

    # --- what happened

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._later.start()

    def persons(self) -> list[int]:
        """Whom the row with the keyboard is about."""
        here = self._focused()
        about = 0 if here is None else self.rows[here].about
        return [about] if about else []

    def _focused(self) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)

    def _on_row_stepped(self, step: int) -> None:
        here = self._focused()
        if here is not None and 0 <= here + step < len(self.rows):
            self.rows[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_minute_passed(self) -> None:
        """Another hour greets otherwise, and a plan whose time has come is no longer one; clocks go on elsewhere."""
        self.ribbon.show_now()
        desk = self._shell.core.desk
        if desk.now().astimezone(desk.zone()).hour != self._hour or (
            self.isVisible() and not self.follow_ups.show_time()
        ):
            self._watcher.mark_stale()


def _session(core: Core, progress: Progress) -> Session:
    progress(0, 1)  # ends here when the answer is no longer wanted
    return core.weekly.read(shown=_IDEAS)
