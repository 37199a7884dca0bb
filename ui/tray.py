"""The icon in the tray: the state, the number of reminders that stand open, and a menu. A desktop without one is fine.

Where there is no tray yet it is looked for on each minute's beat; nothing else waits here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from relapp.domain.changes import Area, Change
from relapp.domain.reminders import Shown, Status
from relapp.domain.settings import NEUTRAL
from ui.moments import Moments
from ui.open_words import open_words
from ui.reminder_acts import ReminderActs
from ui.tray_icon import tray_icon
from ui.tray_menu import fill_tray_menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from relapp.core import Core
    from ui.tray_menu import Trayed

_SHOWS = frozenset({Area.FOLLOW_UPS, Area.DELIVERIES, Area.HOURS, Area.PEOPLE, Area.SETTINGS})


def tray_there() -> bool:
    """Whether this desktop shows tray icons, now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def standing_words(core: Core, status: Status) -> str:
    """ "Open until 17:30"; "Quiet until 09:00, 3 reminders wait"."""
    words = open_words(core, status, Moments(core))
    return f"{words.title}, {words.detail}" if status.waiting else words.title


class Tray(QObject):
    """`appeared` comes when a tray was found, at once or later; `there` tells whether the desktop has one."""

    appeared = Signal()

    def __init__(
        self, window: Trayed, acts: ReminderActs, parent: QWidget, there: Callable[[], bool] = tray_there
    ) -> None:
        super().__init__(parent)
        self._there = there
        self._window = window
        self._acts = acts
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu(parent)
        self._seen: object = None
        self._listed: object = None
        self._asked = False
        self.standing = ""
        window.bus.changed.connect(self._on_data_changed)
        window.bus.minute_passed.connect(self._on_minute_passed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.look()

    def is_there(self) -> bool:
        """Whether the icon stands in a tray."""
        return self._icon is not None

    def look(self) -> None:
        """Puts the icon into the tray as soon as there is one."""
        if self._icon is not None or not self._there():
            return
        self._icon = QSystemTrayIcon(self)  # made only now: the kind of tray is settled in its making
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self.refresh()
        self._icon.show()
        self.appeared.emit()

    def menu(self) -> QMenu:
        """What a click on the icon opens."""
        return self._menu

    def refresh(self) -> None:
        """Looks anew how I stand and what is due; costs next to nothing where nothing changed."""
        self._asked = False
        if self._icon is None:
            return
        core = self._window.core
        status, due = core.reminders.status(), core.reminders.open_shown()
        self.standing = standing_words(core, status)
        dark = _dark_panel()
        self._show(self._icon, status, due, dark)

    def _show(self, icon: QSystemTrayIcon, status: Status, due: list[Shown], dark: bool) -> None:
        seen = (self.standing, status.door, len(due), dark)
        if seen != self._seen:
            self._seen = seen
            icon.setIcon(tray_icon(status.door, len(due), dark=dark))
            icon.setToolTip(f"Relapp – {self.standing}")
        core = self._window.core
        minute = core.desk.now().replace(second=0, microsecond=0) if due else None  # snooze choices are of the minute
        listed = (self.standing, due, minute, core.hours.pause(), core.settings.get(NEUTRAL))
        if listed != self._listed and not self._menu.isVisible():  # never under the user's hand
            self._listed = listed
            fill_tray_menu(self._menu, self._window, self._acts, self.standing, due)

    @Slot(object)
    def _on_data_changed(self, change: Change) -> None:
        if change.areas & _SHOWS and not self._asked:
            self._asked = True
            QTimer.singleShot(
                0, self, self.refresh
            )  # one look for all changes of a turn; a chosen action may end first

    @Slot()
    def _on_minute_passed(self) -> None:
        if self._icon is None:
            self.look()
        else:
            self.refresh()

    @Slot()
    def _on_scheme_changed(self) -> None:
        self.refresh()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self._window.show_due()
        elif reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":  # there it opens the menu
            self._window.come_forward()


def _dark_panel() -> bool:
    """As the desktop says of itself; where it says nothing, panels are dark more often than not."""
    return QGuiApplication.styleHints().colorScheme() is not Qt.ColorScheme.Light
