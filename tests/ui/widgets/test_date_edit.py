"""The calendar of a date field can be read in light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.palette import DARK, LIGHT, Palette
from ui.theme import qt_palette
from ui.widgets.date_edit import DateEdit


def weekend_inks(field: DateEdit) -> list[QColor]:
    weekend = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
    return [field.calendarWidget().weekdayTextFormat(day).foreground().color() for day in weekend]


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_weekends_follow_the_theme(qapp: QApplication, qtbot: QtBot, palette: Palette) -> None:
    field = DateEdit(QDate(2026, 3, 12))
    qtbot.addWidget(field)
    field.show()
    qapp.setPalette(qt_palette(palette))
    try:
        qtbot.waitUntil(lambda: weekend_inks(field) == [palette.muted, palette.muted])
    finally:
        qapp.setPalette(QPalette())


def test_typing_changes_the_date(qtbot: QtBot) -> None:
    field = DateEdit(QDate(2026, 3, 12))
    qtbot.addWidget(field)
    field.stepBy(1)
    assert field.date() != QDate(2026, 3, 12)
    assert field.calendarPopup()
