"""What tests look at in the rows of the reminder window."""

from __future__ import annotations

from ui.reminders.row import ReminderRow
from ui.reminders.window import ReminderWindow
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip


def only(popup: ReminderWindow) -> ReminderRow:
    (row,) = popup.rows()
    return row


def button(row: ReminderRow, name: str) -> Button:
    return next(one for one in row.buttons if one.accessibleName() == name)


def names(row: ReminderRow) -> list[str]:
    return [one.accessibleName() for one in row.buttons]


def chips(row: ReminderRow) -> list[str]:
    return [one.text() for one in row.findChildren(Chip)]
