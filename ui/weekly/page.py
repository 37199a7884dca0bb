"""The page of the weekly session: the act one is at, with the clock; beside it this week's, the others, the weeks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.changes import Area
from relapp.domain.relative import counted
from relapp.domain.weekly import Session, Suggestion
from relapp.domain.words import tr
from relapp.services.weekly import Done
from ui.fonts import px
from ui.opening import open_link
from ui.reaching import Opener
from ui.shell import Shell
from ui.watching import Watcher
from ui.weekly.act_card import ActCard
from ui.weekly.lists import OthersCard, SessionCard, WeeksCard
from ui.weekly.session_clock import SessionClock
from ui.weekly.ways import WayButtons
from ui.weekly.why_dialog import WhyDialog
from ui.widgets.buttons import Button, Weight
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus import tab_as_laid_out
from ui.widgets.page import PageHeader, ScrollColumn

_AREAS = (
    Area.PEOPLE, Area.ENTRIES, Area.ORGANISATIONS, Area.FACTS, Area.SETTINGS, Area.BUSINESS, Area.PHRASES,
    Area.SUGGESTIONS,
)  # fmt: skip
_KEPT = "weekly"
_SIDE, _SIDE_LEAST = 370, 250


class WeeklyPage(QWidget):
    """One act at a time. Ctrl+Enter does it and goes on to the next; a draft that was begun is kept."""

    def __init__(self, shell: Shell, opener: Opener = open_link) -> None:
        """`opener` hands links to the system."""
        super().__init__()
        self._shell = shell
        self.asking: WhyDialog | None = None
        self._found: Session | None = None
        self._here = ""
        self._taken: list[str] = []
        self.header = PageHeader(" ", " ")
        self.phrases = Button(tr("My phrases"), "quotes", Weight.FLAT, small=True)
        self.clock = SessionClock()
        self.card = ActCard(shell, WayButtons(shell, opener))
        self.calm = EmptyState("leaf", " ", " ")
        self.session = SessionCard()
        self.others = OthersCard()
        self.weeks = WeeksCard()
        self._build_layout()
        self._connect()
        self._recall()
        self._watcher = Watcher(self, shell.bus, _AREAS, self.reload)
        shell.bus.minute_passed.connect(self._on_minute_passed)
        self._day = shell.core.desk.today()
        self.setFocusProxy(self.card.draft)
        self.reload()

    def _build_layout(self) -> None:
        scroll = ScrollColumn(margin=24, gap=14)
        head = QHBoxLayout()
        head.addWidget(self.header, 1)
        head.addWidget(self.phrases, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addSpacing(px(8))
        head.addWidget(self.clock)
        main = QVBoxLayout()
        main.setSpacing(px(14))
        main.addLayout(head)
        main.addWidget(self.card)
        main.addWidget(self.calm)
        main.addStretch()
        side = QVBoxLayout()
        side.setSpacing(px(14))
        for card in (self.session, self.others, self.weeks):
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

    def _connect(self) -> None:
        self.card.done.connect(self._on_done)
        self.card.later.connect(self._on_later)
        self.card.refused.connect(self._on_refused)
        self.card.person_wanted.connect(self._shell.open_person)
        self.session.chosen.connect(self.show_act)
        self.others.added.connect(self._on_added)
        self.others.grown.connect(lambda: tab_as_laid_out(self))
        self.weeks.rests_wanted.connect(self._on_rests_wanted)
        self.weeks.past_wanted.connect(self._on_past_wanted)
        self.phrases.clicked.connect(lambda: self._shell.open_phrases())
        self.clock.switched.connect(lambda running: None if running else self._keep())
        QShortcut(
            QKeySequence("Ctrl+Return"), self, self.card.finish, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    # --- what is shown

    def reload(self) -> None:
        """Reads the session anew; who one is at stays, if it is still there."""
        weekly = self._shell.core.weekly
        found = _with_taken(weekly.read(), self._taken)
        self._found = found
        self.header.set_text(
            weekly.name(),
            tr("A quarter of an hour for the people you work for.")
            if found.minutes == 15
            else tr("Some time for the people you work for."),
        )
        self.clock.set_time(self.clock.elapsed, found.minutes)
        here = next((one for one in found.session if one.id == self._here), None)
        self._show(here or next(iter(found.session), None))
        self.others.show_others(found.others)
        self.weeks.show_weeks(found, len(weekly.refused()))
        tab_as_laid_out(self)

    def persons(self) -> list[int]:
        """Whom the act is about."""
        one = self.card.suggestion
        return [one.person] if one is not None and one.person is not None and self.card.isVisible() else []

    def show_act(self, id_: str) -> None:
        """Goes to this one of the session."""
        if self._found is not None:
            self._show(next((one for one in self._found.session if one.id == id_), None))
            tab_as_laid_out(self)
            self._to_the_act()

    def _to_the_act(self) -> None:
        """The keyboard goes on with what was picked: the row or button it came from is made anew."""
        part = self.card.done_button if self.card.draft.isHidden() else self.card.draft
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, one: Suggestion | None) -> None:
        found = self._found
        assert found is not None
        self._here = "" if one is None else one.id
        self.card.setVisible(one is not None)
        self.calm.setVisible(one is None)
        if one is not None:
            self.card.show_suggestion(one)
        else:
            self.calm.set_text(*_calm_words(found))
        self.session.show_session(found, self._here)

    # --- what happened

    def _on_done(self, how: Done) -> None:
        one = self.card.suggestion
        assert one is not None
        after = self._following()
        if self._act(lambda: self._shell.core.weekly.done(one.id, how), after):
            self._shell.say(tr("Done: {title}").format(title=one.title), undo=True)

    def _on_later(self) -> None:
        one = self.card.suggestion
        assert one is not None
        if self._act(lambda: self._shell.core.weekly.later(one.id), self._following()):
            self._shell.say(tr("Put off for a week: {title}").format(title=one.title), undo=True)

    def _on_refused(self) -> None:
        one = self.card.suggestion
        if one is None:
            return

        def refuse(why: str) -> None:
            if self._act(lambda: self._shell.core.weekly.never(one.id, why), self._following()):
                self._shell.say(tr("Not again: {title}").format(title=one.title), undo=True)

        self.asking = WhyDialog(self._shell, one, refuse)
        self.asking.open()

    def _act(self, act: Callable[[], object], following: str) -> bool:
        self.clock.start()
        here, self._here = self._here, following
        if self._shell.attempt(act):
            self._keep()
            return True
        self._here = here
        return False

    def _following(self) -> str:
        """The id of the one after this, or of the first."""
        ids = [one.id for one in self._found.session] if self._found is not None else []
        left = [id_ for id_ in ids if id_ != self._here]
        if self._here not in ids or not left:
            return ""
        at = ids.index(self._here)
        return left[at] if at < len(left) else left[0]

    def _on_added(self, id_: str) -> None:
        self._taken.append(id_)
        self._here = id_
        self._keep()
        self.reload()
        self._to_the_act()

    def _on_rests_wanted(self) -> None:
        from ui.weekly.rests_dialog import RestsDialog

        RestsDialog(self._shell).open()

    def _on_past_wanted(self) -> None:
        from ui.weekly.past_dialog import PastDialog

        PastDialog(self._shell).open()

    def _on_minute_passed(self) -> None:
        if self._shell.core.desk.today() != self._day:
            self._day = self._shell.core.desk.today()
            self._recall()
            self._watcher.mark_stale()

    # --- what is kept of the week

    def _keep(self) -> None:
        """The clock and what was taken in, for this week; a file that can't be written just now loses no more."""
        week = self._shell.core.weekly.week()
        kept = {"week": week, "elapsed": self.clock.elapsed, "taken": self._taken}
        self._shell.attempt(lambda: self._shell.core.settings.remember(_KEPT, kept))

    def _recall(self) -> None:
        found: Any = self._shell.core.settings.remembered(_KEPT)
        kept = found if isinstance(found, dict) and found.get("week") == self._shell.core.weekly.week() else {}
        self.clock.elapsed = int(kept.get("elapsed", 0))
        self._taken = [str(one) for one in kept.get("taken", [])]


def _with_taken(found: Session, taken: list[str]) -> Session:
    """The session with those of the others that were taken in."""
    more = tuple(one for id_ in taken for one in found.others if one.id == id_)
    left = tuple(one for one in found.others if one not in more)
    return replace(found, session=(*found.session, *more), others=left)


def _calm_words(found: Session) -> tuple[str, str]:
    if found.done:
        done = counted(len(found.done), tr("One act done this week."), tr("{n} acts done this week."))
        return done, tr("Well done. Take in another one, or come back next week.")
    if found.others:
        return tr("Nothing fits into these minutes."), tr("Take in one of the others.")
    return (
        tr("Nothing to suggest yet."),
        tr("Give people a tier, note what they like, log sales and ideas: suggestions come from what you know."),
    )
