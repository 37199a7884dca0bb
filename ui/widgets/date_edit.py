"""A field for a whole date with a calendar that opens from it, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QWidget

from ui.palette import current


class DateEdit(QDateEdit):
    """Shows the date as the system writes it. Weekends are muted, where Qt would paint them in unreadable red."""

    def __init__(self, day: QDate, parent: QWidget | None = None) -> None:
        super().__init__(day, parent)
        self.setCalendarPopup(True)
        self._dress_calendar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.calendarPopup():
            self._dress_calendar()

    def _dress_calendar(self) -> None:
        palette = current()
        weekend, header = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(palette.muted)
        header.setForeground(palette.muted)
        header.setBackground(palette.card)
        calendar = self.calendarWidget()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, weekend)
        calendar.setHeaderTextFormat(header)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
