"""The card with the week: the grid, the way from week to week, the hours as text, and the time zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from relapp.domain.boundaries.hours import DAY, Hours, Week
from relapp.domain.boundaries.wording import week_hours
from relapp.domain.errors import KnownError
from relapp.domain.permissions import channel_word
from relapp.domain.words import tr
from ui.boundaries.text_line import HoursLine
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets import week_edits
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.drawing import is_mirrored
from ui.widgets.week_edits import Place
from ui.widgets.week_grid import Backdrop, Extra, WeekGrid
from ui.zones import ZonePopover

WORKDAYS = range(5)


class WeekCard(Card):
    """Every edit is a change of its own that can be undone."""

    _hours: Hours | None = None

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Business hours"), "clock", " ", parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self._weeks_on = 0
        self.grid = WeekGrid(self._time_text, self)
        self.line = HoursLine(self)
        self.back = Button("", "caret-left", Weight.FLAT, self, name=tr("Week before"), small=True)
        self.now = Button(tr("This week"), "", Weight.FLAT, self, small=True)
        self.on = Button("", "caret-right", Weight.FLAT, self, name=tr("Week after"), small=True)
        self.as_text = Button(tr("Edit as text"), "pencil-simple", Weight.FLAT, self, small=True)
        self.copy = Button(tr("Copy a day"), "copy", Weight.FLAT, self, small=True)
        self.zone = Button(tr("Time zone"), "globe", Weight.FLAT, self, small=True)
        self.whole = Button(tr("All 24 hours"), "clock", Weight.FLAT, self, small=True)
        self._build_layout()
        self._connect()

    def _build_layout(self) -> None:
        for button in (self.back, self.now, self.on):
            self.add_to_head(button)
        self.now.hide()
        self.body.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.setSpacing(px(4))
        for button in (self.as_text, self.copy, self.zone, self.whole):
            foot.addWidget(button)
        foot.addStretch()
        self.line.hide()
        self.body.addWidget(self.line)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.grid.edited.connect(self._save)
        self.grid.menu_asked.connect(self._open_menu)
        self.grid.walked.connect(self._name_day)
        self.back.clicked.connect(lambda: self.show_weeks_on(self._weeks_on - 1))
        self.on.clicked.connect(lambda: self.show_weeks_on(self._weeks_on + 1))
        self.now.clicked.connect(lambda: self.show_weeks_on(0))
        self.as_text.clicked.connect(self._open_text)
        self.line.entered.connect(self._save_text)
        self.copy.clicked.connect(self._open_copy_menu)
        self.zone.clicked.connect(self._ask_zone)
        self.whole.setCheckable(True)
        self.whole.toggled.connect(self._show_whole)

    # --- what is shown

    def reload(self) -> None:
        """Shows the hours as they are stored, in the week that is looked at."""
        self._hours = hours = self._shell.core.hours.mine()
        if self.grid.week != hours.week:
            self.grid.show_week(hours.week)
        self.line.show_week(hours.week)
        self.set_trailing(self._summary(hours))
        self.show_time()
        self._name_day()
        self._show_way()

    def show_time(self) -> None:
        """The days of this week and where the present lies in it."""
        if self._hours is not None:
            self.grid.show_backdrop(self._backdrop(self._hours))
        self.now.setVisible(self._weeks_on != 0)

    def show_weeks_on(self, weeks: int) -> None:
        """The week that lies so many weeks after this one."""
        self._weeks_on = weeks
        self.show_time()

    def _summary(self, hours: Hours) -> str:
        minutes = int(week_hours(hours.week).total_seconds()) // 60
        count = QLocale().toString(minutes / 60, "f", 0 if minutes % 60 == 0 else 1)
        said = tr("{count} h a week").format(count=count) if minutes else tr("never open")
        return tr("{zone} · drag to paint · {said}").format(zone=hours.zone, said=said)

    def _backdrop(self, hours: Hours) -> Backdrop:
        today = self._shell.core.desk.today()
        first = self._moments.first_weekday().value - 1
        order = tuple((first + at) % 7 for at in range(7))
        begin = today - timedelta(days=(today.weekday() - first) % 7) + timedelta(weeks=self._weeks_on)
        days = {day: begin + timedelta(days=at) for at, day in enumerate(order)}
        here = self._shell.core.desk.now().astimezone(self._shell.core.desk.zone())
        return Backdrop(
            heads=[self._moments.day_in_month(days[day]) for day in range(7)],
            names=[self._moments.day(days[day]) for day in range(7)],
            order=order,
            closed=_closed(hours, days),
            extras=_extras(hours, days),
            now=_minute_of(here) if self._weeks_on == 0 else None,
        )

    def _time_text(self, minutes: int) -> str:
        if minutes == DAY and self._moments.time_format() == "HH:mm":
            return "24:00"
        return QLocale().toString(QTime(minutes % DAY // 60, minutes % 60), self._moments.time_format())

    def _name_day(self) -> None:
        self.copy.setText(tr("Copy {day} to").format(day=QLocale().dayName(self.grid.place.day + 1)))
        self.copy.setAccessibleName(self.copy.text())
        self.copy.updateGeometry()

    def _show_way(self) -> None:
        """The arrows point where the weeks lie; all hours aren't offered while a window shows them anyway."""
        self.whole.setVisible(self.whole.isChecked() or not self.grid.whole_day)
        before, after = ("caret-right", "caret-left") if is_mirrored(self) else ("caret-left", "caret-right")
        self.back.set_icon(before)
        self.on.set_icon(after)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._hours is not None:
            self._show_way()

    def _show_whole(self, whole: bool) -> None:
        self.grid.show_whole_day(whole)
        self.whole.setText(tr("Daytime") if whole else tr("All 24 hours"))
        self.whole.updateGeometry()

    # --- what is edited

    def _save(self, week: Week) -> None:
        if not self._shell.attempt(lambda: self._shell.core.hours.set_week(week)):
            self.grid.show_week(self._shell.core.hours.mine().week)

    def _open_text(self) -> None:
        self.line.setVisible(self.line.isHidden())
        if not self.line.isHidden():
            self.line.show_week(self._shell.core.hours.mine().week)
            self.line.begin()

    def _save_text(self, week: Week) -> None:
        try:
            self._shell.core.hours.set_week(week)
        except KnownError as error:
            self.line.set_error(str(error))
        else:
            self.line.hide()
            self.as_text.setFocus()

    def _open_copy_menu(self) -> None:
        menu = self._menu()
        self._fill_copies(menu, self.grid.place.day)
        menu.popup(self.copy.mapToGlobal(QPoint(0, self.copy.height() + px(4))))

    def _open_menu(self, day: int, at: int, place: QPoint) -> None:
        menu = self._menu()
        if at >= 0:
            text = self.grid.window_text(self.grid.week[day][at])
            menu.addAction(tr("Delete {window}").format(window=text), lambda: self._delete(Place(day, at)))
        if self.grid.week[day]:
            menu.addAction(tr("Clear this day"), lambda: self._save(week_edits.with_day(self.grid.week, day, ())))
        menu.addSeparator()
        self._fill_copies(menu, day)
        menu.popup(place)

    def _fill_copies(self, menu: QMenu, day: int) -> None:
        name = QLocale().dayName(day + 1)
        menu.addAction(tr("Copy {day} to Monday–Friday").format(day=name), partial(self._copy, day, tuple(WORKDAYS)))
        menu.addAction(tr("Copy {day} to every day").format(day=name), partial(self._copy, day, tuple(range(7))))
        for other in self.grid.backdrop.order:
            if other != day:
                said = tr("Copy {day} to {other}").format(day=name, other=QLocale().dayName(other + 1))
                menu.addAction(said, partial(self._copy, day, (other,)))

    def _copy(self, day: int, days: tuple[int, ...]) -> None:
        self._save(week_edits.copied(self.grid.week, day, days))

    def _delete(self, place: Place) -> None:
        self._save(week_edits.taken(self.grid.week, place))

    def _ask_zone(self) -> ZonePopover:
        box = ZonePopover(self.zone, self._shell.core.hours.mine().zone)
        box.entered.connect(lambda name: self._shell.attempt(lambda: self._shell.core.hours.set_zone(name)))
        box.open_below()
        return box

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _minute_of(here: datetime) -> tuple[int, int]:
    return here.weekday(), here.hour * 60 + here.minute


def _closed(hours: Hours, days: dict[int, date]) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for closure in hours.closures:
        for day, there in days.items():
            if not closure.off and closure.first <= there <= closure.last:
                found.setdefault(day, []).append(closure.title or tr("Closed"))
    return {day: "\n".join(dict.fromkeys(titles)) for day, titles in found.items()}


def _extras(hours: Hours, days: dict[int, date]) -> list[Extra]:
    return [
        Extra(
            day,
            opening.window,
            opening.title or (channel_word(opening.channel) if opening.channel else tr("extra")),
            opening.channel is not None,
        )
        for opening in hours.openings
        for day, there in days.items()
        if opening.day == there
    ]
