"""What stands of a client's business: sales, marks, ideas and referrals, and what waits for a word of mine."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.people.business_acts import act, fill_add_menu
from ui.people.business_lines import BusinessLine, business_lines, shortened
from ui.people.business_row import BusinessRow
from ui.people.line_row import BLEED
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card

MOST = 4


class BusinessCard(Card):
    """Hidden while there is nothing. Rows are made when they are needed and kept from person to person."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Business"), "briefcase", " ", parent)
        self._shell = shell
        self._person = 0
        self._all: list[BusinessLine] = []
        self._opened = False
        self._pool: list[BusinessRow] = []
        self._shown = 0
        self.body.setSpacing(0)
        self._outer.setContentsMargins(px(15 - BLEED), px(13), px(15 - BLEED), px(11))
        self._head.setContentsMargins(px(BLEED), 0, px(BLEED), 0)
        self._outer.setSpacing(px(7))
        self.add = Button("", "plus", Weight.FLAT, self, name=tr("Add to business"), small=True)
        self.add.clicked.connect(lambda: self.open_menu(self.add))
        self.add_to_head(self.add)
        self.more = Button("", "", Weight.FLAT, self, small=True)
        self.more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        self.hide()

    def show_person(self, person: int) -> None:
        """Shows this person's, shortened again if it was somebody else's."""
        if person != self._person:
            self._person, self._opened = person, False
        self.reload()

    def reload(self) -> None:
        """Reads it afresh."""
        if self._person:
            self._all = business_lines(self._shell.core, self._person)
            self._show()

    def rows(self) -> list[BusinessRow]:
        """Those on show."""
        return self._pool[: self._shown]

    def open_menu(self, under: QWidget) -> QMenu:
        """What can be added, under a button."""
        menu = QMenu(under)
        menu.aboutToHide.connect(menu.deleteLater)
        fill_add_menu(menu, self._shell, self._person)
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))
        return menu

    def _show(self) -> None:
        lines = self._all if self._opened else shortened(self._all, MOST)
        while len(self._pool) < len(lines):
            row, at = BusinessRow(self), len(self._pool)
            row.asked.connect(lambda wanted, at=at: act(self._shell, self._person, self._pool[at].line, wanted))
            row.hide()
            self.body.insertWidget(at, row)
            self.setTabOrder(self._pool[-1].last_stop() if self._pool else self.add, row)
            self._pool.append(row)
        for at, line in enumerate(lines):
            self._pool[at].show_line(line)
        for at in range(min(self._shown, len(lines)), max(self._shown, len(lines))):
            self._pool[at].setVisible(at < len(lines))
        self._shown = len(lines)
        if self.isHidden() is bool(lines):
            self.setVisible(bool(lines))
        if lines:
            self._show_more(len(self._all) - MOST)

    def _show_more(self, rest: int) -> None:
        if self.more.isHidden() is (rest > 0):
            self.more.setVisible(rest > 0)
        self.more.setText(tr("Show fewer") if self._opened else tr("and {n} more").format(n=rest))
        self.set_trailing(str(len(self._all)))

    def _on_more_clicked(self) -> None:
        self._opened = not self._opened
        self._show()
