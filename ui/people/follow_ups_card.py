"""The open follow-ups of a person, on their page: what, when, why then; done, snoozed and edited from there."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relapp.domain.follow_ups import FollowUpFilter, FollowUpLine, State
from relapp.domain.words import tr
from ui import follow_up_acts as acts
from ui.fonts import px
from ui.palette import Tone
from ui.shell import Shell
from ui.standings import Standings
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text import ElidedLabel, Label, Look

MOST = 5
_CHIPS = 2


class FollowUpRow(QWidget):
    """One of them; `asked` carries "edit", "done" or "snooze". A click on its words edits."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.what = ElidedLabel("", Look.BODY, self)
        self.when = Label("", Look.SECONDARY, self)
        self.edit = Button("", "pencil-simple", Weight.FLAT, self, name=tr("Edit"), small=True)
        self.done = Button("", "check", Weight.FLAT, self, name=tr("Done"), small=True)
        self.snooze = Button("", "clock", Weight.FLAT, self, name=tr("Snooze"), small=True)
        self.chips = [Chip("", Tone.GREY, "", self) for _ in range(_CHIPS)]
        first = QHBoxLayout()
        first.setSpacing(px(4))
        first.addWidget(self.what, 1)
        first.addWidget(self.when)
        for key, button in (("edit", self.edit), ("done", self.done), ("snooze", self.snooze)):
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(px(6))
        for chip in self.chips:
            second.addWidget(chip)
        second.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(2))
        rows.addLayout(first)
        rows.addLayout(second)

    def buttons(self) -> tuple[Button, ...]:
        """In the order they stand."""
        return self.edit, self.done, self.snooze

    def show_line(self, line: FollowUpLine, standings: Standings) -> None:
        """Shows another one."""
        self.what.setText(line.what)
        self.when.setText(standings.when(line.due))
        chips = standings.chips(line)
        for at, chip in enumerate(self.chips):
            if at < len(chips):
                chip.show_chip(*chips[at])
            chip.setVisible(at < len(chips))
        said = ", ".join((line.what, self.when.text(), *(text for text, _, _ in chips)))
        self.setAccessibleName(said)
        for words, button in ((tr("Edit: {what}"), self.edit), (tr("Done: {what}"), self.done)):
            button.setAccessibleName(words.format(what=line.what))
        self.snooze.setAccessibleName(tr("Snooze: {what}").format(what=line.what))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit("edit")


class FollowUpsCard(Card):
    """Hidden while nothing is open."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Follow-ups"), "bell", " ", parent)
        self._shell = shell
        self._person = 0
        self._standings = Standings(shell.core)
        self._lines: list[FollowUpLine] = []
        self._pool: list[FollowUpRow] = []
        self.add = Button("", "plus", Weight.FLAT, self, name=tr("New follow-up"), small=True)
        self.add.clicked.connect(lambda: shell.plan_follow_up(self._person))
        self.add_to_head(self.add)
        self.more = Button("", "", Weight.FLAT, self, small=True)
        self.more.clicked.connect(lambda: shell.open_page("follow_ups"))
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_person(self, person: int) -> None:
        """Shows this person's."""
        self._person = person
        self.reload()

    def reload(self) -> None:
        """Reads them afresh."""
        if not self._person:
            return
        core = self._shell.core
        some = any(one.state is State.OPEN for one in core.follow_ups.of_person(self._person))  # a tenth of the time
        found = core.follow_ups.lines(FollowUpFilter(person=self._person), 200) if some else []
        self._lines = found[:MOST]
        while len(self._pool) < len(self._lines):
            row, at = FollowUpRow(self), len(self._pool)
            row.asked.connect(lambda wanted, at=at: self._act(at, wanted))
            self.body.insertWidget(at, row)
            for before, after in pairwise((self._pool[-1].snooze if self._pool else self.add, *row.buttons())):
                self.setTabOrder(before, after)
            self._pool.append(row)
        for at, row in enumerate(self._pool):
            if at < len(self._lines):
                row.show_line(self._lines[at], self._standings)
            row.setVisible(at < len(self._lines))
        if self.isHidden() is bool(found):
            self.setVisible(bool(found))
        if not found:
            return
        rest = len(found) - len(self._lines)
        self.more.setVisible(rest > 0)
        self.more.setText(tr("and {n} more").format(n=rest))
        self.set_trailing(str(len(found)))

    def rows(self) -> list[FollowUpRow]:
        """Those on show."""
        return self._pool[: len(self._lines)]

    def _act(self, at: int, wanted: str) -> None:
        one = self._lines[at]
        match wanted:
            case "edit":
                self._shell.edit_follow_up(one.id)
            case "done":
                acts.done(self._shell, one.id)
            case "snooze":
                button = self._pool[at].snooze
                menu = acts.snooze_menu(self._shell, [one.id], button)
                menu.popup(button.mapToGlobal(QPoint(0, button.height())))
