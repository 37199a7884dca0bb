"""Snooze: the proposed moment on the button itself, and all choices in a menu behind its caret."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.reminders.words import proposed, snooze_offers
from ui.widgets.buttons import Button
from ui.widgets.drawing import is_mirrored

if TYPE_CHECKING:
    from relapp.domain.boundaries.snooze import Choice

_CARET_ROOM = 26


class SnoozeButton(Button):
    """`snoozed` carries the instant and whether quiet time is no matter; `date_wanted` asks for a date of one's own.

    A click on the caret, or the Down key, opens the menu.
    """

    snoozed = Signal(object, bool)
    date_wanted = Signal()

    def __init__(self, choices: Sequence[Choice], moments: Moments, parent: QWidget | None = None) -> None:
        self._choices = choices
        self._moments = moments
        self._proposed = proposed(choices)
        super().__init__(self._words(), "clock", parent=parent, small=True, caret=True)
        self.setAccessibleName(tr("Snooze: {choice}").format(choice=self.text()) if self._proposed else tr("Snooze"))
        self.setAccessibleDescription(tr("The Down key opens other times"))
        self.clicked.connect(self._on_clicked)

    def _words(self) -> str:
        if self._proposed is None:
            return tr("Snooze")
        return snooze_offers([self._proposed], self._moments)[0].text

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        on_caret = x < px(_CARET_ROOM) if is_mirrored(self) else x > self.width() - px(_CARET_ROOM)
        if on_caret and event.button() == Qt.MouseButton.LeftButton:
            self.open_menu()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def open_menu(self) -> QMenu:
        """All choices; the menu goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        fill_snooze_menu(menu, self._choices, self._moments, self.snoozed.emit, self.date_wanted.emit)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu

    def _on_clicked(self) -> None:
        if self._proposed is None:
            self.open_menu()
        else:
            self.snoozed.emit(self._proposed.at, False)


def fill_snooze_menu(
    menu: QMenu,
    choices: Sequence[Choice],
    moments: Moments,
    snooze: Callable[[datetime, bool], object],
    ask_date: Callable[[], object],
) -> None:
    """One line a choice, two where it lies in quiet time, and a date of one's own at the end."""
    for offer in snooze_offers(choices, moments):
        action = menu.addAction(offer.text.replace("&", "&&"))
        action.triggered.connect(lambda _=False, offer=offer: snooze(offer.at, offer.anyway))
    menu.addSeparator()
    menu.addAction(tr("A date…")).triggered.connect(lambda: ask_date())
