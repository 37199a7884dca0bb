"""The tray's menu: how I stand, what is due with its actions, writing something down, pausing, opening and quitting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from relapp.domain.boundaries.spans import opening_after
from relapp.domain.people import Channel
from relapp.domain.reminders import Shown
from relapp.domain.settings import NEUTRAL
from relapp.domain.words import tr
from ui import pauses
from ui.moments import Moments
from ui.reaching import point_for
from ui.reminders.snooze_button import fill_snooze_menu
from ui.reminders.words import line

if TYPE_CHECKING:
    from ui.reminder_acts import ReminderActs
    from ui.shell import Shell

    class Trayed(Shell, Protocol):
        """What the tray asks of the window beyond what pages may."""

        def come_forward(self, token: str = "") -> None: ...
        def show_due(self) -> None: ...
        def quit(self) -> None: ...


_MOST = 10
_LONGEST = 60


def fill_tray_menu(menu: QMenu, window: Trayed, acts: ReminderActs, standing: str, due: Sequence[Shown]) -> None:
    """Makes the menu anew; what was in it goes."""
    menu.clear()
    for old in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()
    menu.addAction(_plain(standing)).setEnabled(False)
    menu.addSeparator()
    for shown in due[:_MOST]:
        _fill_due(menu.addMenu(_plain(line(window.core, shown))), window, acts, shown)
    words = tr("Show all {n} reminders").format(n=len(due)) if len(due) > _MOST else tr("Show reminders")
    menu.addAction(words).triggered.connect(lambda: window.show_due())
    menu.addSeparator()
    menu.addAction(tr("Quick entry…")).triggered.connect(lambda: window.log_contact())
    menu.addAction(tr("New follow-up…")).triggered.connect(lambda: window.plan_follow_up())
    _fill_pauses(menu.addMenu(tr("Pause")), window)
    menu.addSeparator()
    menu.addAction(tr("Open Relapp")).triggered.connect(lambda: window.come_forward())
    menu.addAction(tr("Quit")).triggered.connect(lambda: window.quit())


def _fill_due(menu: QMenu, window: Trayed, acts: ReminderActs, shown: Shown) -> None:
    core, key, reminder = window.core, shown.reminder.key, shown.reminder
    menu.addAction(tr("Done")).triggered.connect(lambda: acts.done(key))
    snooze = menu.addMenu(tr("Snooze"))
    fill_snooze_menu(
        snooze,
        core.reminders.snooze_choices(key),
        Moments(core),
        lambda until, anyway: acts.snooze(key, until, anyway),
        lambda: acts.ask_until(key),
    )
    if not core.settings.get(NEUTRAL):
        if point_for(core, reminder.person, Channel.CALL, urgent=reminder.urgent) is not None:
            menu.addAction(tr("Call")).triggered.connect(lambda: acts.call(key))
        if point_for(core, reminder.person, Channel.EMAIL, urgent=reminder.urgent) is not None:
            menu.addAction(tr("E-mail")).triggered.connect(lambda: acts.mail(key))
    menu.addAction(tr("Open")).triggered.connect(lambda: acts.open(key))


def _fill_pauses(menu: QMenu, window: Trayed) -> None:
    """As everywhere, but without the hour at which one hour ends: the menu stands as it is for minutes."""
    core = window.core
    menu.addAction(tr("1 hour")).triggered.connect(
        lambda: pauses.pause_until(window, core.desk.now() + timedelta(hours=1))
    )
    opening = opening_after(core.hours.mine(), core.desk.now())
    if opening is not None:
        words = tr("Until the next opening, {when}").format(when=Moments(core).soon(opening))
        menu.addAction(words).triggered.connect(lambda: pauses.pause_until(window, opening))
    menu.addAction(tr("Until a date…")).triggered.connect(lambda: pauses.ask_for_day(window).open())
    if core.hours.pause() is not None:
        menu.addSeparator()
        menu.addAction(tr("End the pause")).triggered.connect(lambda: pauses.resume(window))


def _plain(text: str) -> str:
    """One line of a menu, without accelerators out of what somebody wrote."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return cut.replace("&", "&&")
