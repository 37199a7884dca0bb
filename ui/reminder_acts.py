"""What is done with a reminder that is there, from our window, the tray's menu or a notification: by its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from relapp.domain.people import Channel
from relapp.domain.reminders import Shown
from relapp.domain.words import tr
from ui import follow_up_acts
from ui.moments import Moments
from ui.opening import open_link
from ui.reaching import Opener, hand_over, point_for
from ui.shell import Shell


class ReminderActs(QObject):
    """`forward` brings the main window to the front; `opener` hands tel: and mailto: to the system."""

    def __init__(
        self,
        shell: Shell,
        forward: Callable[[], object],
        opener: Opener = open_link,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._forward = forward
        self._opener = opener

    def done(self, key: str) -> None:
        """Closes it, with a way back and on."""
        follow_up = _follow_up(key)
        if follow_up is not None:
            follow_up_acts.done(self._shell, follow_up)
            return
        self._shell.attempt(lambda: self._shell.core.reminders.done(key))

    def snooze(self, key: str, until: datetime, anyway: bool = False) -> None:
        """It comes again then (UTC)."""
        follow_up = _follow_up(key)
        if follow_up is not None:
            follow_up_acts.snooze(self._shell, [follow_up], until, anyway)
        elif self._shell.attempt(lambda: self._shell.core.reminders.snooze(key, until, anyway)):
            text = tr("Snoozed until {when}").format(when=Moments(self._shell.core).day_and_time(until))
            self._shell.say(text, undo=True)

    def ask_until(self, key: str) -> None:
        """Asks until when to snooze, beginning with the last choice there is."""
        from ui.day_dialog import DayDialog

        choices = self._shell.core.reminders.snooze_choices(key)
        first = choices[-1].at if choices else self._shell.core.desk.now() + timedelta(days=1)

        def chosen(until: datetime | date) -> None:
            assert isinstance(until, datetime)  # as `first` is
            self.snooze(key, until)

        DayDialog(self._shell, tr("Snooze until"), first, chosen).open()

    def dismiss(self, key: str) -> None:
        """The popup is put away; the follow-up stays open."""
        self._shell.attempt(lambda: self._shell.core.reminders.dismiss(key))

    def open(self, key: str) -> None:
        """The person's page, in front."""
        shown = self._find(key)
        self._forward()
        if shown is not None:
            self._shell.open_person(shown.reminder.person)

    def call(self, key: str) -> None:
        """Hands the number to the system."""
        self._reach(key, Channel.CALL)

    def mail(self, key: str) -> None:
        """Hands the address to the system."""
        self._reach(key, Channel.EMAIL)

    def _reach(self, key: str, channel: Channel) -> None:
        shown = self._find(key)
        if shown is None:
            return
        reminder = shown.reminder
        point = point_for(self._shell.core, reminder.person, channel, urgent=reminder.urgent)
        if point is not None:
            hand_over(self._say_in_front, point, self._opener)

    def _say_in_front(self, text: str, *, also: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Ways on are offered in a box: our reminder window lies over the foot of the main one, which may be hidden."""
        if not also:
            self._shell.say(text)
            return
        from ui.questions import tell_with_ways_on

        self._forward()
        tell_with_ways_on(self._shell.as_widget(), text, also)

    def _find(self, key: str) -> Shown | None:
        return next((one for one in self._shell.core.reminders.open_shown() if one.reminder.key == key), None)


def _follow_up(key: str) -> int | None:
    return int(key[2:]) if key.startswith("f:") else None
