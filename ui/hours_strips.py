"""Asked above the page, each once: whether these are my hours, and what holds when this computer changed its zone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from relapp.domain.boundaries.wording import week_words
from relapp.domain.changes import Area, Change
from relapp.domain.settings import ME_ZONE
from relapp.domain.words import tr
from ui.palette import Tone
from ui.shell import Shell
from ui.widgets.strip import Strip


class HoursQuestion(Strip):
    """Asks for the business hours at the first start; any answer, here or on the page, is the last."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.GREEN, "clock", parent)
        self._shell = shell
        mine = shell.core.hours.mine()
        said = tr("Are these your business hours: {hours}, {zone}? Reminders keep to them.")
        self.set_text(said.format(hours=week_words(mine.week), zone=mine.zone))
        self.yes = self.add_action(tr("Yes"), "check")
        self.change = self.add_action(tr("Change…"), "pencil-simple")
        self.yes.clicked.connect(self._confirm)
        self.change.clicked.connect(self._on_change_clicked)
        shell.bus.changed.connect(self._on_data_changed)

    def _confirm(self) -> None:
        if self._shell.attempt(self._shell.core.hours.confirm_asked):
            self.hide()

    def _on_change_clicked(self) -> None:
        self._confirm()
        self._shell.open_page("boundaries")

    def _on_data_changed(self, change: Change) -> None:
        if change.areas & {Area.HOURS, Area.SETTINGS}:
            self.setVisible(not self._shell.core.hours.asked())


class ZoneQuestion(Strip):
    """Asks what holds for my hours, now that this computer is in another zone."""

    def __init__(self, shell: Shell, old: str, new: str, parent: QWidget | None = None) -> None:
        said = tr("This computer is in {new} now; your hours were kept in {old}. Which shall they be?")
        super().__init__(said.format(old=old, new=new), Tone.AMBER, "globe", parent)
        self._shell = shell
        self.keep = self.add_action(tr("Keep {zone}").format(zone=old))
        self.move_on = self.add_action(tr("Change to {zone}").format(zone=new))
        self.keep.clicked.connect(lambda: self._choose(old))
        self.move_on.clicked.connect(lambda: self._choose(new))

    def _choose(self, zone: str) -> None:
        hours = self._shell.core.hours

        def settle() -> None:
            hours.set_zone(zone)
            hours.confirm_asked()

        if self._shell.attempt(settle):
            self.hide()
            self.deleteLater()


class HoursQuestions(QObject):
    """Puts the questions up where they are due: after the first paint, and whenever a minute brought another zone."""

    def __init__(self, shell: Shell, add_strip: Callable[[QWidget], object], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._add = add_strip
        self._zone_asked: tuple[str, str] | None = None
        if not shell.core.hours.asked():
            add_strip(HoursQuestion(shell))
        shell.bus.minute_passed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Asks about the zone, once for each move."""
        moved = self._shell.core.hours.zone_moved()
        if moved is None or moved == self._zone_asked:
            return
        self._zone_asked = moved
        mine = self._shell.core.settings.get(ME_ZONE) or moved[0]
        if mine != moved[1]:
            self._add(ZoneQuestion(self._shell, mine, moved[1]))
