"""What is done with follow-ups from lists: done, skipped, snoozed, moved, deleted; each with its way back.

Keys of reminders are "f:12"; the acts here take the ids of follow-ups.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from relapp.domain.relative import counted
from relapp.domain.words import tr
from ui.moments import Moments
from ui.reaching import line_to_log
from ui.shell import Shell

if TYPE_CHECKING:
    from relapp.domain.boundaries.snooze import Choice


def done(shell: Shell, follow_up: int) -> None:
    """Closes it; the notice has one click to log the contact and one to set the next."""
    core = shell.core
    found = core.follow_ups.get(follow_up)
    following: list[int | None] = []
    if not shell.attempt(lambda: following.append(core.follow_ups.done(follow_up))):
        return
    ways_on = [
        (tr("Log contact"), partial(shell.log_contact, line_to_log(core, found.person, found.channel, found.what)))
    ]
    text = tr("Done: {what}").format(what=found.what)
    if following[0] is None:
        ways_on.append((tr("Set the next"), partial(shell.plan_follow_up, found.person, found.what)))
    else:
        due = core.follow_ups.get(following[0]).due
        moments = Moments(core)
        day = moments.day(moments.day_of(due) if isinstance(due, datetime) else due)
        text = tr("{text} · next {day}").format(text=text, day=day)
        ways_on.append((tr("Change the next"), partial(shell.edit_follow_up, following[0])))
    shell.say(text, undo=True, also=ways_on)


def all_done(shell: Shell, ids: Sequence[int]) -> None:
    """One or many, as one change."""
    if len(ids) == 1:
        done(shell, ids[0])
    elif ids and shell.attempt(lambda: shell.core.follow_ups.many_done(ids)):
        shell.say(tr("{follow_ups} done").format(follow_ups=_count(ids)), undo=True)


def skip(shell: Shell, ids: Sequence[int]) -> None:
    """Closed without having been done; a repeat goes on."""
    if ids and shell.attempt(lambda: shell.core.follow_ups.skip(ids)):
        shell.say(tr("{follow_ups} skipped").format(follow_ups=_count(ids)), undo=True)


def delete(shell: Shell, ids: Sequence[int]) -> None:
    """Gone, until undone."""
    if ids and shell.attempt(lambda: shell.core.follow_ups.delete(ids)):
        shell.say(tr("{follow_ups} deleted").format(follow_ups=_count(ids)), undo=True)


def reopen(shell: Shell, follow_up: int) -> None:
    """Open again."""
    if shell.attempt(lambda: shell.core.follow_ups.reopen(follow_up)):
        shell.say(tr("Open again"), undo=True)


def move(shell: Shell, ids: Sequence[int], day: date) -> None:
    """To another day at the same hour."""
    if ids and shell.attempt(lambda: shell.core.follow_ups.move_all(ids, day)):
        text = tr("{follow_ups} moved to {day}")
        shell.say(text.format(follow_ups=_count(ids), day=Moments(shell.core).day(day)), undo=True)


def snooze(shell: Shell, ids: Sequence[int], until: datetime, anyway: bool = False) -> None:
    """They come again then; their due moment stays."""
    if ids and shell.attempt(lambda: shell.core.follow_ups.snooze_all(ids, until, anyway)):
        text = tr("{follow_ups} snoozed until {when}")
        when = Moments(shell.core).day_and_time(until)
        shell.say(text.format(follow_ups=_count(ids), when=when), undo=True)


def ask_day(shell: Shell, ids: Sequence[int]) -> None:
    """Asks for the day to move to."""
    from ui.day_dialog import DayDialog

    def settle(day: datetime | date) -> None:
        move(shell, ids, day)

    if ids:
        DayDialog(shell, tr("Move to a day"), shell.core.desk.today() + timedelta(days=1), settle).open()


def ask_until(shell: Shell, ids: Sequence[int], first: datetime) -> None:
    """Asks until when to snooze, beginning with `first`."""
    from relapp.domain.boundaries.snooze import chosen
    from ui.day_dialog import DayDialog

    def settle(until: datetime | date) -> None:
        assert isinstance(until, datetime)
        choice = chosen(shell.core.hours.mine(), until, tr("Snooze"))
        if choice.instead is None or until <= shell.core.desk.now():
            snooze(shell, ids, until)
        else:
            _ask_which(shell, ids, choice)

    DayDialog(shell, tr("Snooze until"), first, settle).open()


def _ask_which(shell: Shell, ids: Sequence[int], choice: Choice) -> QMessageBox:
    """A moment in quiet time: the opening instead, or that very moment."""
    assert choice.instead is not None
    moments = Moments(shell.core)
    text = tr("{when} is quiet.").format(when=moments.day_and_time(choice.at))
    box = QMessageBox(QMessageBox.Icon.NoIcon, tr("Snooze until"), text, parent=shell.as_widget())
    instead = tr("{when} instead").format(when=moments.day_and_time(choice.instead))
    box.addButton(instead, QMessageBox.ButtonRole.AcceptRole).clicked.connect(
        lambda: snooze(shell, ids, choice.instead or choice.at)
    )
    box.addButton(tr("Deliver anyway"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(
        lambda: snooze(shell, ids, choice.at, True)
    )
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def snooze_menu(shell: Shell, ids: Sequence[int], parent: QWidget) -> QMenu:
    """The choices with the moments they come to; quiet ones both as the opening instead and anyway."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    first = shell.core.desk.now() + timedelta(days=1)
    for choice in shell.core.reminders.snooze_choices(f"f:{ids[0]}"):
        if choice.key in ("tomorrow", "next_opening"):
            first = choice.at
        _add(menu, shell, ids, choice)
    menu.addSeparator()
    menu.addAction(tr("Until a date…"), lambda: ask_until(shell, ids, first))
    return menu


def _add(menu: QMenu, shell: Shell, ids: Sequence[int], choice: Choice) -> None:
    moments = Moments(shell.core)

    def when(at: datetime) -> str:
        same = moments.day_of(at) == shell.core.desk.today()
        return moments.time(at) if same else moments.day_and_time(at)

    if choice.instead is None:
        menu.addAction(f"{choice.label}\t{when(choice.at)}", partial(snooze, shell, ids, choice.at))
        return
    instead = tr("{when} instead").format(when=when(choice.instead))
    menu.addAction(f"{choice.label}\t{instead}", partial(snooze, shell, ids, choice.instead))
    anyway = tr("{when}, deliver anyway").format(when=when(choice.at))
    menu.addAction(f"{choice.label}\t{anyway}", partial(snooze, shell, ids, choice.at, True))


def _count(ids: Sequence[int]) -> str:
    return counted(len(ids), tr("1 follow-up"), tr("{n} follow-ups"))
