"""A line to type a whole day into, as everywhere in the personal file: "today", "4 June", "2 March 2025"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from relapp.domain.errors import Refused
from relapp.domain.relative import date_words
from relapp.domain.typed_days import read_near_day
from relapp.domain.words import tr


class DayLine(QLineEdit):
    """Shows a day, or nothing. `today` is mine."""

    def __init__(self, day: date | None, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("" if day is None else date_words(day), parent)
        self._today = today
        self.setPlaceholderText(tr("4 June, or today"))

    def day(self) -> date | None:
        """What is typed; None for nothing. Raises Refused."""
        return read_near_day(self.text(), self._today())

    def needed(self) -> date:
        """What is typed. Raises Refused also for nothing."""
        day = self.day()
        if day is None:
            raise Refused(tr("The day is missing."))
        return day
