"""How a follow-up comes again: not at all, by the plan, so long after it was done, or in words of one's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from relapp.domain import repeats
from relapp.domain.relative import weekday_name
from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets.text import Label, Look

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AFTER = (7, 14, 30, 90, 180)
_OWN = "own"


def _nth_words(number: int, weekday: int) -> str:
    each = (
        tr("every first {weekday} of the month"),
        tr("every second {weekday} of the month"),
        tr("every third {weekday} of the month"),
        tr("every fourth {weekday} of the month"),
    )
    return each[number - 1].format(weekday=weekday_name(weekday))


def usual(day: date) -> list[tuple[str, str]]:
    """What is offered for a follow-up due on this day: words, and the repeat they stand for."""
    weekday, number = day.weekday(), (day.day - 1) // 7 + 1
    found = [
        (tr("Doesn’t repeat"), ""),
        (tr("every week"), f"FREQ=WEEKLY;BYDAY={_DAYS[weekday]}"),
        (tr("every 2 weeks"), f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_DAYS[weekday]}"),
        (tr("every month"), "FREQ=MONTHLY"),
        (tr("every 3 months"), "FREQ=MONTHLY;INTERVAL=3"),
        (tr("every year"), "FREQ=YEARLY"),
    ]
    if number <= 4:
        found.insert(4, (_nth_words(number, weekday), f"FREQ=MONTHLY;BYDAY={number}{_DAYS[weekday]}"))
    found += [(tr("{n} days after it is done").format(n=days), f"after {days} days") for days in _AFTER]
    return found


class RepeatField(QWidget):
    """A choice; for words of one's own a line opens below it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("Repeat"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.own = QLineEdit(self)
        self.own.setPlaceholderText(tr("every 2 weeks, 30 days after, yearly…"))
        self.own.setAccessibleName(tr("Repeat, in words"))
        self.understood = Label("", Look.SECONDARY, self, wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        for widget in (self.choice, self.own, self.understood):
            rows.addWidget(widget)
        self.own.hide()
        self.understood.hide()
        self.choice.activated.connect(self._on_chosen)
        self.own.textEdited.connect(self._on_own_typed)
        self.setFocusProxy(self.choice)

    def repeat(self) -> str:
        """The repeat as it is stored; "" for none."""
        chosen = self.choice.currentData()
        if chosen != _OWN:
            return str(chosen or "")
        found = repeats.read(self.own.text())
        return "" if found is None else str(found)

    def settled(self) -> bool:
        """Whether what is typed makes sense."""
        return self.choice.currentData() != _OWN or repeats.read(self.own.text()) is not None

    def show_repeat(self, repeat: str, day: date) -> None:
        """Shows this repeat of a follow-up that is due on `day`; tells nobody."""
        self.choice.blockSignals(True)
        self.choice.clear()
        offers = usual(day)
        known = repeats.read(repeat) if repeat else None
        if known is not None and not any(_same(str(known), stored) for _, stored in offers):
            offers.insert(1, (repeats.words(known), str(known)))
        for words, stored in offers:
            self.choice.addItem(words[:1].upper() + words[1:], stored)
        self.choice.addItem(tr("In other words…"), _OWN)
        wanted = "" if known is None else str(known)
        for at, (_, stored) in enumerate(offers):
            if _same(stored, wanted):
                self.choice.setCurrentIndex(at)
                break
        self.choice.blockSignals(False)
        self._show_own()

    def move_to(self, day: date) -> None:
        """The day has changed: what is offered fits it, what is chosen stays."""
        if self.choice.currentData() != _OWN:
            self.show_repeat(self.repeat(), day)

    def _on_chosen(self) -> None:
        self._show_own()
        if not self.own.isHidden():
            self.own.setFocus()
        self.changed.emit()

    def _show_own(self) -> None:
        own = self.choice.currentData() == _OWN
        self.own.setVisible(own)
        self.understood.setVisible(own)
        if own:
            self._on_own_typed()

    def _on_own_typed(self) -> None:
        found = repeats.read(self.own.text())
        if found is not None:
            self.understood.setText(repeats.words(found))
        else:
            self.understood.setText(tr("Say it like “every first monday”, “every 2 weeks” or “30 days after”."))
        self.changed.emit()


def _same(one: str, other: str) -> bool:
    """Whether two stored repeats mean the same, whatever the order of their parts."""
    return set(one.upper().split(";")) == set(other.upper().split(";"))
