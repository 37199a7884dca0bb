"""The calendar of a date field can be read in light and dark."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.palette import DARK, LIGHT
from ui.theme import qt_palette
from ui.widgets.date_edit import DateEdit


def weekend_inks(field: DateEdit) -> list[QColor]:
    weekend = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
    return [field.calendarWidget().weekdayTextFormat(day).foreground().color() for day in weekend]


def test_weekends_follow_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    field = DateEdit(QDate(2026, 3, 12))
    qtbot.addWidget(field)
    field.show()
    try:
        for palette in (DARK, LIGHT):
            qapp.setPalette(qt_palette(palette))
            qtbot.waitUntil(lambda muted=palette.muted: weekend_inks(field) == [muted, muted])
    finally:
        qapp.setPalette(QPalette())


def test_typing_changes_the_date(qtbot: QtBot) -> None:
    field = DateEdit(QDate(2026, 3, 12))
    qtbot.addWidget(field)
    field.stepBy(1)
    assert field.date() != QDate(2026, 3, 12)
    assert field.calendarPopup()
