"""When I am away: leave and other closures, extra openings, and the public holidays of a country."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.boundaries.hours import Closure, Opening
from relapp.domain.boundaries.week_text import write_window
from relapp.domain.permissions import channel_word
from relapp.domain.words import tr
from ui.boundaries.holidays_field import HolidaysField
from ui.boundaries.leave_dialog import LeaveDialog
from ui.boundaries.opening_dialog import OpeningDialog
from ui.boundaries.rows import Row, clear
from ui.fonts import px
from ui.moments import Moments
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.section_header import SectionHeader
from ui.widgets.text import Label, Look

HOLIDAYS_SHOWN = 366
"""Days ahead within which public holidays are listed."""


class ClosedCard(Card):
    """What is over isn't listed; the days themselves are kept."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Closed"), "calendar-blank", " ", parent)
        self._shell = shell
        self._moments = Moments(shell.core)
        self.leave = QVBoxLayout()
        self.openings = QVBoxLayout()
        self.holidays = QVBoxLayout()
        self.holidays_field = HolidaysField(shell, self)
        self.add_leave = Button(tr("Add leave…"), "plus", Weight.FLAT, self, small=True)
        self.add_opening = Button(tr("Extra opening…"), "plus", Weight.FLAT, self, small=True)
        self._build_layout()
        self.holidays_field.filled.connect(lambda: self.set_trailing(self.holidays_field.words()))
        self.add_leave.clicked.connect(lambda: LeaveDialog(shell, None).open())
        self.add_opening.clicked.connect(lambda: OpeningDialog(shell, None).open())

    def _build_layout(self) -> None:
        for column in (self.leave, self.openings):
            column.setSpacing(0)
            self.body.addLayout(column)
        self.holidays.setSpacing(px(4))
        foot = QHBoxLayout()
        foot.addWidget(self.add_leave)
        foot.addWidget(self.add_opening)
        foot.addStretch()
        self.body.addLayout(foot)
        self.body.addSpacing(px(4))
        self.body.addWidget(SectionHeader(tr("Public holidays"), ruled=True))
        self.body.addWidget(self.holidays_field)
        self.body.addLayout(self.holidays)

    # --- what is shown

    def reload(self) -> None:
        """Shows what is still to come."""
        hours, today = self._shell.core.hours, self._shell.core.desk.today()
        coming = [one for one in hours.closures() if one.last >= today]
        self.holidays_field.reload()
        self.set_trailing(self.holidays_field.words())
        clear(self.leave)
        clear(self.openings)
        for closure in (one for one in coming if not one.holiday):
            self.leave.addWidget(self._leave_row(closure))
        if not self.leave.count():
            self.leave.addWidget(Label(tr("No leave planned."), Look.MUTED))
        for opening in hours.openings():
            if opening.day >= today and opening.channel is None:
                self.openings.addWidget(self._opening_row(opening))
        self._show_holidays([one for one in coming if one.holiday], today)

    def _leave_row(self, closure: Closure) -> Row:
        button = Button(self._days(closure), "", Weight.FLAT, small=True)
        title = closure.title or tr("Closed")
        button.setAccessibleName(tr("Edit {title}, {days}").format(title=title, days=self._days(closure)))
        button.clicked.connect(lambda: LeaveDialog(self._shell, closure).open())
        return Row(title, button)

    def _days(self, closure: Closure) -> str:
        if closure.first == closure.last:
            return self._moments.day(closure.first)
        if (closure.first.year, closure.first.month) == (closure.last.year, closure.last.month):
            return tr("{first} – {last}").format(
                first=closure.first.day, last=self._moments.day(closure.last, weekday=False)
            )
        first, last = (self._moments.day(day, weekday=False) for day in (closure.first, closure.last))
        return tr("{first} – {last}").format(first=first, last=last)

    def _opening_row(self, opening: Opening) -> Row:
        start, end = write_window(opening.window).split("-")
        when = tr("{day}, {start} – {end}").format(day=self._moments.day(opening.day), start=start, end=end)
        button = Button(when, "", Weight.FLAT, small=True)
        button.setAccessibleName(tr("Edit the extra opening on {when}").format(when=when))
        button.clicked.connect(lambda: OpeningDialog(self._shell, opening).open())
        named = channel_word(opening.channel) if opening.channel else ""
        return Row(opening.title or named or tr("Open as well"), button)

    def _show_holidays(self, closures: list[Closure], today: date) -> None:
        clear(self.holidays)
        for title, days in self._by_title(closures, today).items():
            tick = QCheckBox(f"{title} · {days[0]}".replace("&", "&&"), self)
            tick.setChecked(days[1])
            tick.setToolTip(tr("Untick to be open on that day, this year and the next."))
            tick.toggled.connect(partial(self._switch, title))
            self.holidays.addWidget(tick)

    def _by_title(self, closures: list[Closure], today: date) -> dict[str, tuple[str, bool]]:
        """Each holiday once: when it comes next, and whether it closes."""
        found: dict[str, tuple[str, bool]] = {}
        for closure in sorted(closures, key=lambda one: one.first):
            if (closure.first - today).days <= HOLIDAYS_SHOWN:
                found.setdefault(closure.title, (self._moments.day(closure.first), not closure.off))
        return found

    def _switch(self, title: str, on: bool) -> None:
        self._shell.attempt(lambda: self._shell.core.hours.switch_holiday(title, not on))
