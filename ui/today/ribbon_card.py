"""The card with the day as a ribbon: open and quiet time at once, reminders when there is time, now each minute."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QSizePolicy

from relapp.domain.open_day import OpenDay, clock_marks
from relapp.domain.today import DayReminder
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.palette import Tone
from ui.shell import Shell
from ui.widgets.card import Card
from ui.widgets.day_ribbon import DayRibbon, Spot, Stretch


class RibbonCard(Card):
    """Reads nothing by itself: the page hands it the day and its reminders."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._moments = Moments(shell.core)
        self._day: OpenDay | None = None
        self._people: dict[str, int] = {}
        self.ribbon = DayRibbon(tr("Today, hour by hour"), self)
        self.ribbon.opened.connect(self._on_opened)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.setContentsMargins(px(1), 0, px(1), 0)
        self.body.addWidget(self.ribbon)

    def show_day(self, day: OpenDay) -> None:
        """Open and quiet time, the hours, and now."""
        self._day = day
        said = tr("Open {start} to {end}")
        stretches = [
            Stretch(
                day.share(start),
                day.share(end),
                said.format(start=self._moments.time(start), end=self._moments.time(end)),
            )
            for start, end in day.spans
        ]
        marks = [(self.mark(hour), share) for hour, share in clock_marks(day, self._shell.core.desk.zone())]
        self.ribbon.show_day(stretches, marks)
        self.show_now()

    def show_now(self) -> None:
        """Another minute: moves the line, and asks nobody but the clock."""
        now = self._shell.core.desk.now()
        if self._day is not None and self._day.start <= now < self._day.end:
            self.ribbon.show_now(self._day.share(now), tr("Now {time}").format(time=self._moments.time(now)))
        else:
            self.ribbon.show_now(None)

    def show_reminders(self, reminders: tuple[DayReminder, ...]) -> None:
        """The dots."""
        day = self._day
        if day is None:
            return
        inside = [one for one in reminders if day.start <= one.at < day.end]
        self._people = {one.key: one.person for one in inside}
        self.ribbon.show_spots([Spot(one.key, day.share(one.at), self._said(one), _tone(one)) for one in inside])

    def _said(self, one: DayReminder) -> str:
        words = tr("{time} {name}").format(time=self._moments.time(one.at), name=one.shown)
        if one.what:
            words = tr("{who}: {what}").format(who=words, what=one.what)
        if one.done:
            return tr("{words}, done").format(words=words)
        return tr("{words}, came already").format(words=words) if one.delivered else words

    def mark(self, hour: int) -> str:
        """How an hour of the day is written below the ribbon: "15", "3 pm"."""
        if "AP" not in self._moments.time_format().upper():
            return f"{hour:02d}"
        return QLocale().toString(QTime(hour % 24, 0), "h AP")

    def _on_opened(self, key: str) -> None:
        if key in self._people:
            self._shell.open_person(self._people[key])
        else:
            self._shell.open_page("boundaries")


def _tone(one: DayReminder) -> Tone:
    if one.done:
        return Tone.GREEN
    return Tone.BLUE if one.occasion else Tone.AMBER
