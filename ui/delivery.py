"""Brings reminders to the user: when to look, to whom to hand them, and what is noted on the way.

The desktop goes first; our own window takes what it can't or won't, and never both show the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from itertools import count
from math import ceil
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from relapp.domain.changes import Area, Change
from relapp.domain.errors import KnownError
from relapp.domain.reminders import Planned
from relapp.domain.settings import NEUTRAL, OWN_WINDOW
from relapp.domain.words import tr
from relapp.ports import Note
from ui.shell import Shell

if TYPE_CHECKING:
    from ui.desktop_notes import DesktopNotes
    from ui.reminder_acts import ReminderActs
    from ui.reminders.window import ReminderWindow

    class Reminding(Shell, Protocol):
        """What delivery asks of the window beyond what pages may."""

        @property
        def acts(self) -> ReminderActs: ...
        @property
        def reminder_window(self) -> ReminderWindow: ...
        def show_due(self) -> None: ...


DESKTOP = "desktop"
OWN = "window"
NEAR = timedelta(seconds=90)
"""What is due within it gets a timer of its own; the rest waits for a beat."""
AHEAD = timedelta(milliseconds=500)
"""So long before its moment what is due then is made ready."""
_MATTERS = frozenset({Area.FOLLOW_UPS, Area.PEOPLE, Area.HOURS, Area.SETTINGS})
_SEEN_IN = _MATTERS | {Area.DELIVERIES}
_LINES = 6
"""So many reminders a digest names; the window shows them all."""


class Deliverer(QObject):
    """Shows what is due, by `notes` where there are any, else in our own window.

    `announce` is asked besides our window, with a title and a text: for desktops that only say things.
    """

    delivered = Signal()

    def __init__(
        self,
        window: Reminding,
        notes: DesktopNotes | None,
        parent: QObject,
        announce: Callable[[str, str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._core = window.core
        self._notes = notes
        self._announce = announce
        self._names = count(1)
        self._handed: dict[str, list[Planned]] = {}  # by note: the desktop hasn't answered
        self._standing: dict[str, list[Planned]] = {}  # by note: the desktop has taken it
        self._painting: dict[str, Planned] = {}  # by reminder: our window has it
        self._to_confirm: dict[str, tuple[Planned, str]] = {}  # seen, and the file could not be written
        self._asked = False
        self._stopped = False
        self._own: ReminderWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._before = QTimer(self)
        self._before.setSingleShot(True)
        self._before.setTimerType(Qt.TimerType.PreciseTimer)
        self._before.timeout.connect(self._prepare)
        window.bus.minute_passed.connect(self.look)
        window.bus.changed.connect(self._on_data_changed)
        if notes is not None:
            notes.taken.connect(self._on_taken)
            notes.refused.connect(self._on_refused)
            notes.acted.connect(self._on_acted)
            notes.dismissed.connect(self._on_dismissed)

    # --- when

    @Slot()
    def look(self) -> None:
        """Shows what is due and isn't being shown; call it whenever that may have changed."""
        self._asked = False
        if self._stopped:
            return
        with suppress(KnownError):  # a full disk or another writer: the next beat tries again
            self._confirm_late()
            self._deliver(self._due())
            self._withdraw_settled()
            self._core.reminders.take_back(unless_good=True)
        with suppress(KnownError):
            self._arm()

    @Slot()
    def stop(self) -> None:
        """Before the file is closed. What stands on the desktop stays there."""
        self._stopped = True
        self._timer.stop()
        self._before.stop()
        with suppress(KnownError):  # then it is as after a kill: it comes with the next start
            self._core.reminders.take_back()
        if self._notes is not None:
            self._notes.stop()

    def waits_ms(self) -> int:
        """How long the precise timer still runs; -1 when nothing is near."""
        return self._timer.remainingTime() if self._timer.isActive() else -1

    def _arm(self) -> None:
        coming = self._core.reminders.next_at()
        left = None if coming is None else coming - self._core.desk.now()
        if left is None or left > NEAR:
            self._timer.stop()
            self._before.stop()
            return
        self._timer.start(max(1, ceil(left / timedelta(milliseconds=1))))
        if left > AHEAD:
            self._before.start(int((left - AHEAD) / timedelta(milliseconds=1)))
        else:
            self._before.stop()

    @Slot()
    def _prepare(self) -> None:
        """What takes its time is done before the moment: the plan, the wait for the disk, our window with its code."""
        ours = self._notes is None or self._core.settings.get(OWN_WINDOW)
        with suppress(KnownError):  # then it takes its time at the moment
            self._core.reminders.prepare(OWN if ours else DESKTOP)
        if ours:
            self._our_window()

    @Slot(object)
    def _on_data_changed(self, change: Change) -> None:
        wanted = _MATTERS if not self._standing else _SEEN_IN
        if change.areas & wanted and not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self.look)  # one look for all changes of a turn

    # --- to whom

    def _due(self) -> list[Planned]:
        due = self._core.reminders.due_now()
        if not due:
            return due
        if self._own is not None:
            there = set(self._own.keys())  # what was closed before it was painted comes again
            self._painting = {key: one for key, one in self._painting.items() if key in there}
        busy = [one for some in self._handed.values() for one in some]
        busy += [*self._painting.values(), *(one for one, _ in self._to_confirm.values())]
        known = {_moment(one) for one in busy}
        return [one for one in due if _moment(one) not in known]

    def _deliver(self, due: Sequence[Planned]) -> None:
        if not due:
            return
        if self._notes is None or self._core.settings.get(OWN_WINDOW):
            self._show_ourselves(due)
            return
        left: list[Planned] = []
        for some in _together(self._core.reminders.intend(due, DESKTOP, showing=True)):
            if not self._hand_over(self._notes, some):
                left += some
        if left:
            self._core.reminders.failed(_keys(left), DESKTOP)
            self._show_ourselves(left)

    def _hand_over(self, notes: DesktopNotes, some: list[Planned]) -> bool:
        note = self._note(some)
        self._withdraw_older(notes, set(_keys(some)))
        if not notes.show(note):
            return False
        self._handed[note.key] = some
        return True

    def _show_ourselves(self, due: Sequence[Planned]) -> None:
        reminders = self._core.reminders
        taken = reminders.intend(due, OWN, showing=True)
        if not taken:
            return
        own = self._our_window()
        self._painting |= {one.reminder.key: one for one in taken}
        own.show_reminders([reminders.of_planned(one) for one in taken])
        if self._announce is not None and not self._core.settings.get(OWN_WINDOW):
            for some in _together(taken):
                self._announce(self._title(some), self._text(some))

    def _our_window(self) -> ReminderWindow:
        if self._own is None:
            self._own = self._window.reminder_window
            self._own.painted.connect(self._on_painted)
        return self._own

    def _confirm(self, planned: Iterable[Planned], back_end: str) -> None:
        self._to_confirm |= {one.reminder.key: (one, back_end) for one in planned}
        with suppress(KnownError):  # the beat tries again
            self._confirm_late()
        self.delivered.emit()

    def _confirm_late(self) -> None:
        for back_end in (DESKTOP, OWN):
            keys = [key for key, (_, by) in self._to_confirm.items() if by == back_end]
            if keys:
                self._core.reminders.confirm(keys, back_end)
                for key in keys:
                    del self._to_confirm[key]

    # --- what is said

    def _note(self, some: list[Planned]) -> Note:
        if len(some) > 1:
            actions: tuple[tuple[str, str], ...] = (("open", tr("Show reminders")),)
        else:
            actions = (("open", tr("Open")), ("done", tr("Done")), ("snooze", tr("Snooze")))
        urgent = any(one.reminder.urgent for one in some)
        return Note(str(next(self._names)), self._title(some), self._text(some), actions, urgent)

    def _title(self, some: list[Planned]) -> str:
        if len(some) == 1:
            return self._core.reminders.title_of(some[0])
        return tr("{count} reminders").format(count=len(some))

    def _text(self, some: list[Planned]) -> str:
        if len(some) == 1:
            return self._core.reminders.text_of(some[0])
        if self._core.settings.get(NEUTRAL):
            return ""
        lines = [self._line(one) for one in some[:_LINES]]
        if len(some) > _LINES:
            lines.append(tr("and {count} more").format(count=len(some) - _LINES))
        return "\n".join(lines)

    def _line(self, one: Planned) -> str:
        first = self._core.reminders.text_of(one).partition("\n")[0]
        return f"{self._core.reminders.title_of(one)} · {first}"

    # --- what becomes of it

    @Slot(object)
    def _on_painted(self, keys: list[str]) -> None:
        painted = [one for key in keys if (one := self._painting.pop(key, None)) is not None]
        if painted:
            self._confirm(painted, OWN)

    @Slot(str)
    def _on_taken(self, note: str) -> None:
        some = self._handed.pop(note)
        self._standing[note] = some
        self._confirm(some, DESKTOP)

    @Slot(str)
    def _on_refused(self, note: str) -> None:
        some = self._handed.pop(note)
        with suppress(KnownError):  # the beat tries again
            self._core.reminders.failed(_keys(some), DESKTOP)
            still = {_moment(one) for one in self._core.reminders.due_now()}  # it may have been done meanwhile
            self._show_ourselves([one for one in some if _moment(one) in still])

    @Slot(str, str)
    def _on_acted(self, note: str, action: str) -> None:
        some = self._standing.pop(note, None)
        if some is None:
            return
        key = some[0].reminder.key
        if len(some) > 1:
            self._window.show_due()
        elif action == "done":
            self._window.acts.done(key)
        elif action == "snooze":
            self._snooze(key)
        else:
            self._window.acts.open(key)

    def _snooze(self, key: str) -> None:
        """By the first choice there is, moved to the opening when that is in quiet time."""
        choice = next(iter(self._core.reminders.snooze_choices(key)), None)
        if choice is not None:
            self._window.acts.snooze(key, choice.instead or choice.at)

    @Slot(str)
    def _on_dismissed(self, note: str) -> None:
        for one in self._standing.pop(note, ()):
            self._window.acts.dismiss(one.reminder.key)

    def _withdraw_settled(self) -> None:
        """What was done, snoozed or deleted elsewhere leaves the desktop."""
        if self._notes is None or not self._standing:
            return
        still = {one.reminder.key for one in self._core.reminders.open_shown()} | set(self._to_confirm)
        for note in [name for name, some in self._standing.items() if still.isdisjoint(_keys(some))]:
            del self._standing[note]
            self._notes.withdraw(note)

    def _withdraw_older(self, notes: DesktopNotes, keys: set[str]) -> None:
        """What comes anew stands once."""
        for note in [name for name, some in self._standing.items() if keys.issuperset(_keys(some))]:
            del self._standing[note]
            notes.withdraw(note)


def _together(planned: Iterable[Planned]) -> list[list[Planned]]:
    """Each for itself, but for those of one digest."""
    found: list[list[Planned]] = []
    digests: dict[object, list[Planned]] = {}
    for one in planned:
        if one.digest and one.at in digests:
            digests[one.at].append(one)
            continue
        found.append([one])
        if one.digest:
            digests[one.at] = found[-1]
    return found


def _keys(planned: Iterable[Planned]) -> list[str]:
    return [one.reminder.key for one in planned]


def _moment(one: Planned) -> tuple[str, str]:
    return one.reminder.key, one.reminder.moment
