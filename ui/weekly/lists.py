"""What stands beside the act: this week's, the others to choose from, and the weeks that were held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from relapp.domain.relative import counted
from relapp.domain.weekly import Act, Session, Suggestion
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone, current
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Card, Glyph
from ui.widgets.chip import Chip
from ui.widgets.drawing import box, flip, is_mirrored
from ui.widgets.row import Row, passive
from ui.widgets.text import ElidedLabel, Label, Look, line

OTHERS_SHOWN = 6


class SessionRow(Row):
    """One of this week's: the act, why in a few words, and about how long."""

    def __init__(self, one: Suggestion, *, current_one: bool) -> None:
        minutes = tr("{n} min").format(n=one.minutes)
        super().__init__(f"{one.title}, {one.short}, {minutes}", chosen=current_one)
        self.suggestion = one
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(passive(ElidedLabel(one.title, Look.HEADING)))
        words.addWidget(passive(ElidedLabel(one.short, Look.SECONDARY)))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(8), px(10), px(8))
        row.setSpacing(px(10))
        row.addLayout(words, 1)
        row.addWidget(passive(Chip(minutes)))


class DoneRow(QWidget):
    """One that was done."""

    def __init__(self, act: Act) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(5), px(10), px(5))
        row.setSpacing(px(8))
        row.addWidget(Glyph("check", Tone.GREEN))
        row.addWidget(ElidedLabel(act.title, Look.MUTED), 1)
        self.setAccessibleName(tr("Done: {title}").format(title=act.title))


class SessionCard(Card):
    """What is to be done and what was done; `chosen` carries the id of the row that was picked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("This week"), "list", " ")
        self.rows: list[SessionRow] = []

    def show_session(self, found: Session, here: str) -> None:
        """Shows this week's; `here` is the id of the one that is worked at."""
        _clear(self.body)
        count = len(found.session)
        self.set_title(_this_weeks(count) if count else tr("This week"))
        taken = found.spent + sum(one.minutes for one in found.session)
        self.set_trailing(tr("{n} of {all} min").format(n=taken, all=found.minutes))
        self.rows = []
        self.body.setSpacing(px(2))
        for one in found.session:
            if self.rows:
                self.body.addWidget(line())
            row = SessionRow(one, current_one=one.id == here)
            row.clicked.connect(lambda _=False, id_=one.id: self.chosen.emit(id_))
            row.stepped.connect(self._on_row_stepped)
            self.body.addWidget(row)
            self.rows.append(row)
        for act in found.done:
            self.body.addWidget(DoneRow(act))

    def _on_row_stepped(self, step: int) -> None:
        here = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        if here is not None and 0 <= here + step < len(self.rows):
            self.rows[here + step].setFocus(Qt.FocusReason.TabFocusReason)


class OthersCard(Card):
    """The others; `added` carries the id of the one to take in. `grown`: all of them stand there now."""

    added = Signal(str)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Others to choose from"), "plus")
        self._all = False
        self._found: Sequence[Suggestion] = ()
        self.buttons: list[Button] = []

    def show_others(self, found: Sequence[Suggestion]) -> None:
        """Shows the first of these, and all when asked."""
        self._found = found
        _clear(self.body)
        self.setVisible(bool(found))
        self.buttons = []
        self.body.setSpacing(px(6))
        shown = found if self._all else found[:OTHERS_SHOWN]
        for one in shown:
            if self.buttons:
                self.body.addWidget(line())
            self.body.addLayout(self._row(one))
        if len(shown) < len(found):
            more = Button(tr("and {n} more").format(n=len(found) - len(shown)), "", Weight.FLAT, small=True)
            more.clicked.connect(self._on_more_clicked)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, one: Suggestion) -> QHBoxLayout:
        words = Label(tr("{title}: {why}").format(title=one.title, why=one.short), wrap=True)
        add = Button("", "plus", name=tr("Take in: {title}").format(title=one.title), small=True)
        add.clicked.connect(lambda: self.added.emit(one.id))
        self.buttons.append(add)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(words, 1)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_more_clicked(self) -> None:
        self._all = True
        before = len(self.buttons)
        self.show_others(self._found)
        self.buttons[before].setFocus(Qt.FocusReason.TabFocusReason)  # the button that was pressed is gone
        self.grown.emit()


class Weeks(QWidget):
    """The last weeks as squares, filled where the session was held; the words beside say the same."""

    _SIDE, _GAP = 24, 5

    def __init__(self) -> None:
        super().__init__()
        self.held: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_weeks(self, held: tuple[bool, ...]) -> None:
        """The oldest first."""
        self.held = held
        said = tr("Held in {n} of the last {all} weeks").format(n=sum(held), all=len(held))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._SIDE) * 12 + px(self._GAP) * 11, px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        gap = px(self._GAP)
        side = (self.width() - gap * (len(self.held) - 1)) / max(1, len(self.held))
        for at, held in enumerate(self.held):
            square = QRectF(at * (side + gap), 0, side, self.height())
            box(
                painter,
                flip(square.toRect(), self.rect(), is_mirrored(self)),
                4,
                palette.evergreen if held else palette.soft,
            )


class WeeksCard(Card):
    """How steadily the session is held, whom it reached, and what rests."""

    rests_wanted = Signal()
    past_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Your weeks"), "trophy")
        self.weeks = Weeks()
        self.reached = Label("", Look.SECONDARY, wrap=True)
        self.rests = Button(tr("What rests…"), "moon", Weight.FLAT, small=True)
        self.rests.clicked.connect(self.rests_wanted)
        self.body.addWidget(self.weeks)
        self.body.addWidget(self.reached)
        self.past = Button(tr("Whom it reached…"), "users", Weight.FLAT, small=True)
        self.past.clicked.connect(self.past_wanted)
        self.body.addWidget(self.past, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.rests, 0, Qt.AlignmentFlag.AlignLeft)

    def show_weeks(self, found: Session, rests: int) -> None:
        """`rests` rules were refused for somebody."""
        row = found.in_a_row
        self.set_title(counted(row, tr("1 week in a row"), tr("{n} weeks in a row")) if row else tr("Your weeks"))
        self.weeks.show_weeks(found.weeks)
        reached = counted(found.reached, tr("1 person reached"), tr("{n} people reached"))
        self.reached.setText(tr("{people} since January").format(people=reached))
        self.rests.setVisible(rests > 0)


def _this_weeks(count: int) -> str:
    words = (
        tr("one"), tr("two"), tr("three"), tr("four"), tr("five"), tr("six"), tr("seven"), tr("eight"), tr("nine"),
    )  # fmt: skip
    return tr("This week’s {count}").format(count=words[count - 1] if count <= len(words) else count)


def _clear(body: QVBoxLayout) -> None:
    while (item := body.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout):
            while (part := inner.takeAt(0)) is not None:
                if (inside := part.widget()) is not None:
                    inside.hide()
                    inside.deleteLater()
            inner.deleteLater()
