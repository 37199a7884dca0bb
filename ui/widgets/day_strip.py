"""Days side by side, time running down, quiet time drawn in, with dots to walk through and to drag to another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from relapp.domain.words import tr
from ui.fonts import SMALL, STRONG, font, px
from ui.palette import Tone, current
from ui.widgets.drawing import box, flip, focus_ring, is_mirrored
from ui.widgets.focus import ring_after
from ui.widgets.text import plain_tip

_HEAD, _BODY, _LOW_BODY, _SCALE, _GAP = 20, 112, 60, 26, 4
_DOT = 9
_CLOCKS = (0, 6, 12, 18, 24)


@dataclass(frozen=True, slots=True)
class Dot:
    """Something at `at`, a share of its day (0 midnight, 1 the next). What does not stay put can be moved."""

    key: str
    at: float
    said: str
    tone: Tone = Tone.AMBER
    movable: bool = True


@dataclass(frozen=True, slots=True)
class Day:
    """A day: its name, what is open of it as shares of the day, and what stands in it, in order of time."""

    name: str
    spoken: str
    open: tuple[tuple[float, float], ...] = ()
    dots: tuple[Dot, ...] = ()


class _Place(NamedTuple):
    dot: Dot
    day: int
    where: QRectF


class DayStrip(QWidget):
    """Left and Right walk through the dots, Ctrl+Left and Ctrl+Right ask to move one a day, Enter opens it."""

    opened = Signal(str)
    moved = Signal(str, int)
    """A dot's key, and the place of the day it is to go to."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[Day, ...] = ()
        self._now: float | None = None
        self._body = _BODY
        self._current = ""
        self._held: QPoint | None = None
        self._over = -1
        self._ring = False
        self._name = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[Day], now: float | None = None) -> None:
        """Shows these; `now` is the share of the first day that has gone by."""
        self._days, self._now = tuple(days), now
        if not any(place.dot.key == self._current for place in self.places()):
            self._current = ""
        self._say()
        self.update()

    def current(self) -> str:
        """The key of the dot the keyboard is at, or ""."""
        return self._current

    def show_low(self, low: bool) -> None:
        """Less high, where a page has little room."""
        self._body = _LOW_BODY if low else _BODY
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(_HEAD + self._body))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(_HEAD + self._body))

    # --- where things are

    def day_at(self, point: QPoint) -> int:
        """The place of the day under a point, or -1."""
        return next((at for at in range(len(self._days)) if self._column(at).contains(point)), -1)

    def place_of(self, key: str) -> QPoint:
        """The middle of a dot. Raises KeyError."""
        for place in self.places():
            if place.dot.key == key:
                return place.where.center().toPoint()
        raise KeyError(key)

    def middle_of(self, day: int) -> QPoint:
        """The middle of a day."""
        return self._cell(day).center()

    def _column(self, at: int) -> QRect:
        width = (self.width() - px(_SCALE)) / max(1, len(self._days))
        left = px(_SCALE) + round(at * width)
        rect = QRect(left, 0, round((at + 1) * width) - round(at * width), self.height())
        return flip(rect, self.rect(), is_mirrored(self))

    def _cell(self, at: int) -> QRect:
        return self._column(at).adjusted(px(_GAP) // 2, px(_HEAD), -px(_GAP) // 2, 0)

    def places(self) -> list[_Place]:
        """All dots that are shown, in order of time."""
        found: list[_Place] = []
        for at, day in enumerate(self._days):
            cell = self._cell(at)
            for dots in self._beside(day):
                shown = self._shown_of(len(dots), cell)
                found += [_Place(dot, at, self._square(cell, dot.at, nth)) for nth, dot in enumerate(dots[:shown])]
        return sorted(found, key=lambda place: (place.day, place.dot.at))

    def _beside(self, day: Day) -> list[list[Dot]]:
        """The dots of a day by the moments at which they would lie on each other."""
        rows: dict[int, list[Dot]] = {}
        for dot in day.dots:
            rows.setdefault(int(dot.at * self._body / _DOT), []).append(dot)
        return list(rows.values())

    def _shown_of(self, count: int, cell: QRect) -> int:
        """How many of so many have room side by side, beside their number where that isn't all."""
        room = max(1, (cell.width() - px(8)) // (px(_DOT) + px(3)))
        return count if count <= room else max(1, room - 2)

    def _square(self, cell: QRect, at: float, nth: int) -> QRectF:
        size = px(_DOT)
        top = cell.top() + min(max(at * cell.height() - size / 2, 1), cell.height() - size - 1)
        left = cell.left() + px(6) + nth * (size + px(3))
        return QRectF(left, top, size, size)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        self._paint_scale(painter)
        for at, day in enumerate(self._days):
            column, cell = self._column(at), self._cell(at)
            painter.setFont(font(SMALL, STRONG))
            painter.setPen(palette.text if at == 0 else palette.muted)
            head = QRect(column.left(), 0, column.width(), px(_HEAD) - px(3))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, day.name)
            box(painter, cell, px(6), palette.plum_ground, palette.evergreen if at == self._over else None)
            for start, end in day.open:
                top, bottom = cell.top() + start * cell.height(), cell.top() + end * cell.height()
                box(painter, QRectF(cell.left(), top, cell.width(), bottom - top), px(3), palette.evergreen_ground)
            self._paint_numbers(painter, cell, day)
        self._paint_now(painter)
        for place in self.places():
            self._paint_dot(painter, place)

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(current().muted)
        for clock in _CLOCKS[1:-1]:
            middle = px(_HEAD) + round(clock / 24 * px(self._body))
            rect = QRect(0, middle - px(8), px(_SCALE) - px(6), px(16))
            words = f"{clock:02d}"
            painter.drawText(flip(rect, self.rect(), is_mirrored(self)), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_numbers(self, painter: QPainter, cell: QRect, day: Day) -> None:
        """How many more come at a moment than there is room for."""
        painter.setPen(current().amber)
        painter.setFont(font(SMALL, STRONG))
        for dots in self._beside(day):
            shown = self._shown_of(len(dots), cell)
            if shown < len(dots):
                square = self._square(cell, dots[shown].at, shown).toRect()
                rect = QRect(square.left(), square.top() - px(4), cell.right() - square.left(), px(17))
                painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, f"+{len(dots) - shown}")

    def _paint_now(self, painter: QPainter) -> None:
        if self._now is None or not self._days:
            return
        cell = self._cell(0)
        painter.fillRect(QRectF(cell.left(), cell.top() + self._now * cell.height(), cell.width(), 2), current().red)

    def _paint_dot(self, painter: QPainter, place: _Place) -> None:
        here = place.dot.key == self._current
        ink: QColor = current().ink(place.dot.tone)
        rect = place.where
        if here and self._held is not None:
            rect = QRectF(rect)
            rect.moveCenter(QPointF(self._held))
        box(painter, rect, rect.width() / 2, ink)
        if here and (self.hasFocus() or self._held is not None):
            focus_ring(painter, rect.adjusted(-4, -4, 4, 4), rect.width() / 2 + 4, current().text)

    # --- keys and mouse

    def _say(self) -> None:
        said = next((f"{self._days[one.day].spoken}: {one.dot.said}" for one in self.places() if self._is(one)), "")
        self.setAccessibleDescription(said or tr("Left and right walk through them"))

    def _is(self, place: _Place) -> bool:
        return place.dot.key == self._current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = self.places()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if is_mirrored(self):
            step = -step
        here = next((at for at, place in enumerate(places) if self._is(place)), -1)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if here >= 0:
                self._ask_to_move(places[here], self._next_open(places[here].day, step))
        elif step and places:
            self._current = places[max(0, min(len(places) - 1, here + step if here >= 0 else 0))].dot.key
            self._say()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here >= 0:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _next_open(self, day: int, step: int) -> int:
        """The next day in this direction on which something is open: on others a dot would not stay."""
        ahead = range(day + step, len(self._days) if step > 0 else -1, step)
        return next((at for at in ahead if self._days[at].open), day + step)

    def _ask_to_move(self, place: _Place, day: int) -> None:
        if place.dot.movable and day != place.day and 0 <= day < len(self._days):
            self.moved.emit(place.dot.key, day)

    def _dot_at(self, point: QPoint) -> _Place | None:
        near = [one for one in self.places() if one.where.adjusted(-3, -3, 3, 3).contains(QPointF(point))]
        return near[0] if near else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._dot_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._current = found.dot.key
            self._pressed = event.position().toPoint()
            self._say()
            self.update()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._current = ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        found = self._dot_at(point)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if not (event.buttons() & Qt.MouseButton.LeftButton and self._current):
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._held is not None or far:
            self._held, self._over = point, self.day_at(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._held, day, self._over = self._held, None, self._over, -1
        place = next((one for one in self.places() if self._is(one)), None)
        self.update()
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if dragged is None:
            self.opened.emit(place.dot.key)
        else:
            self._ask_to_move(place, day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        places = self.places()
        if not self._current and places:
            self._current = places[0].dot.key
            self._say()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._dot_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(found.dot.said) if found else "", self)
            return True
        return super().event(event)
