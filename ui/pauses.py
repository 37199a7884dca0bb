"""The pauses, as a menu and a date to choose: the boundaries, the foot of the side bar and others offer them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from relapp.domain.boundaries.spans import next_opening, opening_after
from relapp.domain.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QMenu

    from relapp.core import Core
    from ui.shell import Shell


def until_day(core: Core, day: date) -> datetime:
    """The first opening of that day or after; its midnight for who never opens."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=core.desk.zone()).astimezone(UTC)
    return next_opening(core.hours.mine(), midnight) or midnight


def fill_pause_menu(menu: QMenu, shell: Shell) -> None:
    """The pauses, or the end of the one that runs."""
    core = shell.core
    from ui.moments import Moments

    moments = Moments(core)
    running = core.hours.pause()
    if running is not None:
        menu.addAction(tr("End the pause"), lambda: resume(shell))
        menu.addSeparator()
    hour = core.desk.now() + timedelta(hours=1)
    said = tr("Pause for 1 hour, until {time}").format(time=moments.time(hour))
    menu.addAction(said, lambda: pause_until(shell, core.desk.now() + timedelta(hours=1)))
    opening = opening_after(core.hours.mine(), core.desk.now())
    if opening is not None:
        said = tr("Pause until the next opening, {when}").format(when=moments.day_and_time(opening))
        menu.addAction(said, lambda: pause_until(shell, opening))
    menu.addAction(tr("Pause until a date…"), lambda: ask_for_day(shell).open())


def pause_until(shell: Shell, until: datetime) -> None:
    """Pauses; said with a way back."""
    if shell.attempt(lambda: shell.core.hours.pause_until(until)):
        from ui.moments import Moments

        shell.say(tr("Paused until {when}.").format(when=Moments(shell.core).day_and_time(until)), undo=True)


def resume(shell: Shell) -> None:
    """Ends the pause."""
    if shell.attempt(shell.core.hours.resume):
        shell.say(tr("The pause is over."), undo=True)


def ask_for_day(shell: Shell) -> QDialog:
    """The dialog that asks until which day."""
    from ui.pause_dialog import PauseDialog

    return PauseDialog(shell)
