"""The card of those who are going quiet: since when, why it is long for them, and how it went over the year."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout

from relapp.domain.quiet import Quiet
from relapp.domain.tiers import Tier
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.shell import Shell
from ui.today.rows import add_ruled
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.row import Row, passive
from ui.widgets.sparkline import Sparkline
from ui.widgets.text import ElidedLabel, Label, Look

SHOWN, MORE = 3, 30
_NARROW = 280


class QuietRow(Row):
    """Somebody who has gone quiet. `asked` carries "log" or "win_back", for the letters L and W and the menu."""

    asked = Signal(str)

    def __init__(self, one: Quiet) -> None:
        days = tr("{n} d").format(n=one.silent) if one.silent is not None else tr("never met")
        super().__init__(", ".join((one.shown, one.sentence, days)))
        self.one = one
        self.about = one.person
        self.setToolTip(tr("Enter opens the file, L logs a contact, W asks why they went quiet"))
        tone = Tone.RED if one.tier is Tier.A else Tone.AMBER
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), px(8), px(6), px(8))
        row.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(passive(ElidedLabel(one.shown, Look.HEADING)))
        words.addWidget(passive(Label(one.sentence, Look.SECONDARY, wrap=True)))
        row.addLayout(words, 1)
        self.spark = Sparkline(one.spark, tone)
        row.addWidget(passive(self.spark))
        row.addWidget(passive(Chip(days, tone)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)  # as high as the words need

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow column the words come before the line."""
        super().resizeEvent(event)
        self.spark.setVisible(self.width() >= px(_NARROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_L: "log", Qt.Key.Key_W: "win_back"}.get(Qt.Key(event.key()), "")
        if wanted and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.asked.emit(wanted)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_at(self.mapToGlobal(QPoint(px(12), self.height())) if by_key else event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """Opens the row's menu there."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, wanted in ((tr("Log contact"), "log"), (tr("Why they went quiet…"), "win_back")):
            menu.addAction(words).triggered.connect(lambda _=False, wanted=wanted: self.asked.emit(wanted))
        menu.popup(place)
        return menu


class QuietCard(Card):
    """Gone when nobody is going quiet. `win_back_wanted` carries the person whose reason is to be noted.

    A few are shown, and on request (`more_wanted`) up to `limit`.
    """

    win_back_wanted = Signal(int)
    more_wanted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Going quiet"), "ear-slash", " ")
        self._shell = shell
        self.limit = SHOWN
        self.rows: list[QuietRow] = []

    def show_quiet(self, found: list[Quiet], count: int, of: int) -> None:
        """Shows these; the body must be empty. `count` have gone quiet, of so many people."""
        self.setVisible(bool(found))
        self.set_trailing(tr("{n} of {all}").format(n=count, all=of) if count else "")
        self.rows = [self._row(one) for one in found]
        add_ruled(self, self.rows)
        rest = min(count, MORE) - len(found)
        if rest > 0:
            more = Button(tr("and {n} more").format(n=count - len(found)), "", Weight.FLAT, self, small=True)
            more.clicked.connect(self._show_more)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self) -> None:
        self.limit = MORE
        self.more_wanted.emit()

    def _row(self, one: Quiet) -> QuietRow:
        row = QuietRow(one)
        row.clicked.connect(lambda: self._shell.open_person(one.person))
        row.asked.connect(lambda wanted: self._do(one, wanted))
        return row

    def _do(self, one: Quiet, wanted: str) -> None:
        if wanted == "log":
            self._shell.log_contact(f"call {one.shown}: ")
        else:
            self.win_back_wanted.emit(one.person)
