"""Whom a line may mean, one below the other, one of them marked; the last may be somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from relapp.domain.names import initials
from relapp.domain.words import tr
from ui import icons
from ui.fonts import BODY, SECONDARY, STRONG, font, px
from ui.palette import Tone, current
from ui.widgets.avatar import avatar_tone, paint_avatar
from ui.widgets.drawing import box, disc, from_start, is_mirrored, start_side
from ui.widgets.key_cap import key_cap_width, paint_key_cap

HEIGHT = 44
_FACE = 30


class Choice(NamedTuple):
    """Somebody; `person` 0 is one to be added under `name`."""

    person: int
    name: str
    detail: str = ""


class ChoiceRow(QAbstractButton):
    """One of them; checked when marked."""

    def __init__(self, choice: Choice, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self._keys = keys
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(choice.name if choice.person else tr("Add “{name}” and save").format(name=choice.name))
        self.setAccessibleName(", ".join(filter(None, (self.text(), choice.detail))))

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        if self.isChecked():
            box(painter, self.rect(), px(10), palette.card, palette.evergreen)
        elif self.underMouse():
            box(painter, self.rect(), px(10), palette.soft)
        face = QRect(px(8), (self.height() - px(_FACE)) // 2, px(_FACE), px(_FACE))
        if self.choice.person:
            tone = avatar_tone(self.choice.person)
            paint_avatar(painter, from_start(self, face), initials(self.choice.name), tone)
        else:
            disc(painter, from_start(self, face), "user-plus", Tone.GREEN)
        right = self._paint_end(painter)
        self._paint_words(painter, QRect(px(50), 0, right - px(58), self.height()))

    def _paint_end(self, painter: QPainter) -> int:
        """A tick when marked, else the keys. Returns where it begins."""
        if self.isChecked():
            place = QRect(self.width() - px(30), 0, px(16), self.height())
            icons.paint(painter, "check", from_start(self, place), current().evergreen)
            return place.left()
        if not self._keys:
            return self.width()
        width = key_cap_width(self._keys)
        place = QRect(self.width() - width - px(12), (self.height() - px(20)) // 2, width, px(20))
        paint_key_cap(painter, from_start(self, place), self._keys)
        return place.left()

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        side = start_side(is_mirrored(self))
        lines = [(self.text(), font(BODY, STRONG), current().text)]
        if self.choice.detail:
            lines.append((self.choice.detail, font(SECONDARY), current().muted))
        pitch = px(17)
        top = (self.height() - pitch * len(lines)) / 2
        for text, face, ink in lines:
            painter.setFont(face)
            painter.setPen(ink)
            words = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            line = from_start(self, QRect(room.left(), round(top), room.width(), pitch))
            painter.drawText(QRectF(line), side | Qt.AlignmentFlag.AlignVCenter, words)
            top += pitch


class ChoiceRows(QWidget):
    """At most one is marked. A click marks and tells; the keys are passed in by the owner."""

    marked_by_mouse = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ChoiceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))

    def show_choices(self, choices: Sequence[Choice], mark: int) -> None:
        """Shows these, with the one at `mark` marked (-1: none)."""
        if [row.choice for row in self.rows] != list(choices):
            self._rebuild(choices)
        self.mark(mark)

    def _rebuild(self, choices: Sequence[Choice]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, choice in enumerate(choices):
            keys = tr("Alt {n}").format(n=place + 1) if len(choices) > 1 and place < 9 else ""
            row = ChoiceRow(choice, keys, self)
            row.clicked.connect(lambda _=False, place=place: self._on_row_clicked(place))
            self._column.addWidget(row)
            self.rows.append(row)
        self.updateGeometry()

    def mark(self, place: int) -> None:
        """Marks that one only."""
        for at, row in enumerate(self.rows):
            row.setChecked(at == place)

    def move_mark(self, by: int) -> None:
        """To the next or the one before; stops at the ends."""
        if self.rows:
            here = self.marked_place()
            self.mark(max(0, min(len(self.rows) - 1, here + by if here >= 0 else 0)))

    def marked_place(self) -> int:
        """Which one is marked, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.isChecked()), -1)

    def marked(self) -> Choice | None:
        """Who is marked."""
        place = self.marked_place()
        return self.rows[place].choice if place >= 0 else None

    def _on_row_clicked(self, place: int) -> None:
        self.mark(place)
        self.marked_by_mouse.emit()
