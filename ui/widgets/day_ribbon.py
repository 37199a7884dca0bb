"""A day as one strip, left to right: quiet time, open time, dots on it, and now as a line. It knows no clock.

Whoever holds it says where things are, as shares of the day: 0 its beginning, 1 its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from relapp.domain.words import tr
from ui.fonts import SMALL, STRONG, font, px
from ui.palette import Tone, current
from ui.widgets.drawing import box, focus_ring, is_mirrored
from ui.widgets.text import plain_tip

_STRIP, _FOOT = 34, 20
_DOT, _GAP = 8, 3
_SIDE_BY_SIDE = 5
"""Dots that stand beside each other; of more the rest is a number."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something at a moment of the day."""

    key: str
    at: float
    said: str
    tone: Tone = Tone.AMBER


@dataclass(frozen=True, slots=True)
class Stretch:
    """Open time."""

    start: float
    end: float
    said: str


class _Place(NamedTuple):
    key: str
    said: str
    where: QRectF
    tone: Tone | None = None
    """None for a stretch."""
    counted: int = 0
    """Of a spot that has no room: how many such there are beside it."""


class DayRibbon(QWidget):
    """Left and Right walk through what is on it, in order of time; Enter opens: `opened` carries the key.

    A stretch's key is "open:0", "open:1" and so on.
    """

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches: tuple[Stretch, ...] = ()
        self._spots: tuple[Spot, ...] = ()
        self._marks: tuple[tuple[str, float], ...] = ()
        self._now: float | None = None
        self._now_said = ""
        self._current = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, stretches: Sequence[Stretch], marks: Sequence[tuple[str, float]]) -> None:
        """The open time, and the hours below with their places."""
        self._stretches, self._marks = tuple(stretches), tuple(marks)
        self._settle()

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """The dots."""
        self._spots = tuple(sorted(spots, key=lambda spot: (spot.at, spot.key)))
        self._settle()

    def show_now(self, at: float | None, said: str = "") -> None:
        """Moves the line."""
        if (at, said) != (self._now, self._now_said):
            self._now, self._now_said = at, said
            self._settle()

    def _settle(self) -> None:
        if not any(place.key == self._current for place in self.places()):
            self._current = ""
        self._say()
        self.update()

    def current(self) -> str:
        """The key of what the keyboard is at, or ""."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(_STRIP + _FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(_STRIP + _FOOT))

    # --- where things are

    def strip(self) -> QRectF:
        """The day itself, without the hours below."""
        return QRectF(0, 0, self.width(), px(_STRIP))

    def _across(self, share: float) -> float:
        return self.width() * (1 - share if is_mirrored(self) else share)

    def _between(self, start: float, end: float) -> QRectF:
        left, right = sorted((self._across(start), self._across(end)))
        return QRectF(left, 0, right - left, px(_STRIP))

    def places(self) -> list[_Place]:
        """All that one can walk to, in order of time; a stretch stands before what lies in it."""
        found = [
            (one.start, 0, _Place(f"open:{number}", one.said, self._between(one.start, one.end)))
            for number, one in enumerate(self._stretches)
        ]
        found += [
            (spot.at, 1, _Place(spot.key, spot.said, where, spot.tone, counted))
            for spot, where, counted in self._seats()
        ]
        return [place for _, _, place in sorted(found, key=lambda one: one[:2])]

    def _seats(self) -> list[tuple[Spot, QRectF, int]]:
        """Each dot's square: dots that would lie on each other stand side by side, and what is too many is a number."""
        rows: list[list[Spot]] = []
        begin = end = float("-inf")
        for spot in self._spots:
            left = spot.at * self.width() - px(_DOT) / 2
            if rows and left < end:
                rows[-1].append(spot)
            else:
                rows.append([spot])
                begin = left
            end = begin + self._room(len(rows[-1]))
        return [seat for row in rows for seat in self._row(row)]

    def _shown_of(self, count: int) -> int:
        return count if count <= _SIDE_BY_SIDE else _SIDE_BY_SIDE - 2

    def _room(self, count: int) -> int:
        """How wide so many are side by side."""
        shown = self._shown_of(count)
        return (px(_DOT) + px(_GAP)) * shown + (self._number_width(count - shown) if shown < count else 0)

    def _row(self, row: Sequence[Spot]) -> list[tuple[Spot, QRectF, int]]:
        step, shown = px(_DOT) + px(_GAP), self._shown_of(len(row))
        rest = len(row) - shown
        left = row[0].at * self.width() - px(_DOT) / 2
        left = max(1.0, min(left, self.width() - self._room(len(row))))
        top = (px(_STRIP) - px(_DOT)) / 2
        squares = [QRectF(left + step * nth, top, px(_DOT), px(_DOT)) for nth in range(shown)]
        squares += [QRectF(left + step * shown, top - px(3), self._number_width(rest), px(_DOT + 6))] * rest
        if is_mirrored(self):
            squares = [QRectF(self.width() - one.right(), one.top(), one.width(), one.height()) for one in squares]
        return [
            (spot, square, rest * (nth >= shown)) for nth, (spot, square) in enumerate(zip(row, squares, strict=True))
        ]

    def _number_width(self, rest: int) -> int:
        return QFontMetrics(font(SMALL, STRONG)).horizontalAdvance(f"+{rest}") + px(4)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, strip = current(), self.strip()
        box(painter, strip, px(7), palette.plum_ground)
        shape = QPainterPath()
        shape.addRoundedRect(strip, px(7), px(7))
        painter.save()
        painter.setClipPath(shape)
        for one in self._stretches:
            painter.fillRect(self._between(one.start, one.end), palette.evergreen_ground)
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.line)
        painter.drawRoundedRect(strip.adjusted(0.5, 0.5, -0.5, -0.5), px(7), px(7))
        painter.restore()
        self._paint_marks(painter)
        if self._now is not None:
            painter.fillRect(QRectF(self._across(self._now) - 1, 0, 2, strip.height()), palette.red)
        self._paint_spots(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(current().muted)
        metrics = painter.fontMetrics()
        end = float("-inf")
        for words, share in sorted(self._marks, key=lambda mark: self._across(mark[1])):
            width = metrics.horizontalAdvance(words)
            left = max(0.0, min(self._across(share) - width / 2, self.width() - width))
            if left > end + px(4):
                end = left + width
                rect = QRectF(left, px(_STRIP + 3), width + 1, px(_FOOT - 3))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

    def _paint_spots(self, painter: QPainter) -> None:
        palette = current()
        numbered: set[float] = set()
        for place in self.places():
            rect = place.where
            if place.counted and rect.left() not in numbered:
                numbered.add(rect.left())
                painter.setFont(font(SMALL, STRONG))
                painter.setPen(palette.ink(place.tone or Tone.AMBER))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"+{place.counted}")
            elif place.tone is not None and not place.counted:
                box(painter, rect, rect.width() / 2, palette.ink(place.tone))
            if place.key == self._current and self.hasFocus():
                rect = rect.adjusted(-4, -4, 4, 4) if place.tone is not None else rect
                focus_ring(painter, rect, px(7), palette.text)

    # --- keys and mouse

    def _say(self) -> None:
        """Tells screen readers what the keyboard is at, or the day as a whole."""
        said = next((place.said for place in self.places() if place.key == self._current), "")
        if not said:
            parts = [one.said for one in self._stretches] or [tr("Quiet all day")]
            said = ". ".join([*parts, self._now_said] if self._now_said else parts)
        if said == self.accessibleDescription():
            return
        self.setAccessibleDescription(said)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = self.places()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if is_mirrored(self):
            step = -step
        here = next((at for at, place in enumerate(places) if place.key == self._current), -1)
        if step and places:
            self._walk_to(places[max(0, min(len(places) - 1, here + step if here >= 0 else 0))])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and places:
            self._walk_to(places[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and here >= 0:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _go_to(self, key: str) -> None:
        self._current = key
        self._say()
        self.update()

    def _walk_to(self, place: _Place) -> None:
        """Goes there by keyboard, and says below it what a pointer over it would be told."""
        self._go_to(place.key)
        below = self.mapToGlobal(place.where.bottomLeft().toPoint())
        QToolTip.showText(below, plain_tip(place.said), self, self.strip().toRect())

    def _at(self, point: QPoint) -> _Place | None:
        """What lies under a point: a dot before the stretch it is on."""
        under = [one for one in self.places() if self._reach(one).contains(QPointF(point))]
        return max(under, key=lambda place: place.tone is not None, default=None)

    def _reach(self, place: _Place) -> QRectF:
        return place.where if place.tone is None else place.where.adjusted(-3, -6, 3, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        over = found is not None and found.tone is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found is not None and found.tone is not None:
            self._go_to(found.key)
            self.opened.emit(found.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        places = self.places()
        if not self._current and places:
            spots = [place.key for place in places if place.tone is not None]
            self._go_to((spots or [places[0].key])[0])
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._current = ""
        self._say()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.tip_at(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, point: QPoint) -> str:
        """What hovering over a point says; of quiet time that it is quiet."""
        if not self.strip().contains(QPointF(point)):
            return ""
        found = self._at(point)
        if found is None:
            return tr("Quiet time")
        if found.counted:
            hidden = [place.said for place in self.places() if place.where == found.where]
            return "; ".join(hidden)
        return found.said
