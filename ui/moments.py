"""Instants and days as the user reads them: my zone, 12 or 24 hours and weekday names by setting and language."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QDate, QLocale, Qt, QTime

from relapp.core import Core
from relapp.domain.relative import weekday_short
from relapp.domain.settings import FIRST_WEEKDAY, HOURS

WEEK_DAYS = 7
"""Days within which a weekday's name alone says which one is meant, today included."""


class Moments:
    """Formats for one core; make one a view, it holds nothing but the core and the locale."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._locale = QLocale()

    def time(self, instant: datetime, zone: tzinfo | None = None) -> str:
        """`10:12`, or `10:12 AM`, in `zone` or mine."""
        local = instant.astimezone(zone or self._core.desk.zone())
        return self._locale.toString(QTime(local.hour, local.minute), self.time_format())

    def time_format(self) -> str:
        """Qt's format of a time of day."""
        chosen = self._core.settings.get(HOURS)
        if chosen == "locale":
            return self._locale.timeFormat(QLocale.FormatType.ShortFormat)
        return "HH:mm" if chosen == "24" else "h:mm AP"

    def day(self, day: date, *, weekday: bool = True) -> str:
        """`Mon 2 March`; the year is added when it isn't this one."""
        shape = ("ddd " if weekday else "") + "d MMMM"
        if day.year != self._core.desk.today().year:
            shape += " yyyy"
        return self._locale.toString(QDate(day.year, day.month, day.day), shape)

    def weekday(self, day: date) -> str:
        """`Mon`."""
        return self._locale.toString(QDate(day.year, day.month, day.day), "ddd")

    def day_in_month(self, day: date) -> str:
        """`Mon 2`, where the month is said elsewhere."""
        return self._locale.toString(QDate(day.year, day.month, day.day), "ddd d")

    def day_of(self, instant: datetime) -> date:
        """The date in my zone."""
        return instant.astimezone(self._core.desk.zone()).date()

    def day_and_time(self, instant: datetime) -> str:
        """`Mon 2 March · 16:00`."""
        return f"{self.day(self.day_of(instant))} · {self.time(instant)}"

    def soon(self, instant: datetime) -> str:
        """What lies ahead, as short as it can be said: `16:00` today, `Mon 09:00` this week, `Mon 23 March 09:00`."""
        day = self.day_of(instant)
        if day == self._core.desk.today():
            return self.time(instant)
        words = weekday_short(day.weekday()) if self.is_near(instant) else self.day(day)
        return f"{words} {self.time(instant)}"

    def is_near(self, instant: datetime) -> bool:
        """Whether a weekday's name alone says which one is meant."""
        return 0 <= (self.day_of(instant) - self._core.desk.today()).days < WEEK_DAYS

    def month(self, day: date) -> str:
        """`March 2026`."""
        return self._locale.toString(QDate(day.year, day.month, day.day), "MMMM yyyy")

    def first_weekday(self) -> Qt.DayOfWeek:
        """What a calendar's weeks begin with."""
        chosen = self._core.settings.get(FIRST_WEEKDAY)
        return Qt.DayOfWeek(chosen) if chosen else self._locale.firstDayOfWeek()
