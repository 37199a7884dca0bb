"""A week as seven columns in which windows are painted, dragged and resized, with the mouse or the keyboard.

It knows windows and weekdays, no dates and no services: who shows it says what stands in the heads, what closes a day,
and what becomes of an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from relapp.domain.boundaries.hours import DAY, Week, Window
from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets import week_edits as edits
from ui.widgets import week_grid_keys as keys
from ui.widgets.drawing import is_mirrored
from ui.widgets.focus import ring_after
from ui.widgets.text import plain_tip
from ui.widgets.week_edits import Part, Place
from ui.widgets.week_frame import Frame
from ui.widgets.week_grid_paint import paint_grid

SNAP = 15
EDGE = 6
_SETTLE_MS = 450
_DAYTIME = (6 * 60, 22 * 60)


class Extra(NamedTuple):
    """A window that isn't of every week: drawn, not edited here. `partly`: open for some things alone."""

    day: int
    window: Window
    text: str
    partly: bool = False


@dataclass(frozen=True)
class Backdrop:
    """What stands around the windows. `heads` and `closed` go by weekday; `now` is a weekday and its minute."""

    heads: Sequence[str]
    names: Sequence[str]
    order: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    closed: Mapping[int, str] = field(default_factory=dict)
    extras: Sequence[Extra] = ()
    now: tuple[int, int] | None = None


@dataclass
class _Drag:
    """What the pressed mouse does: "paint", "move", "start" or "end"; `base` is the week as it was before."""

    kind: str
    place: Place
    grabbed: float
    base: Week
    pressed: QPointF
    moved: bool = False


class WeekGrid(QWidget):
    """`edited` carries the new week, once for each edit; steps of the keyboard that follow each other are one.

    `menu_asked` carries the weekday, the place among its windows or -1, and the point of the screen.
    """

    edited = Signal(object)
    menu_asked = Signal(int, int, QPoint)
    walked = Signal()

    def __init__(self, time_text: Callable[[int], str], parent: QWidget | None = None) -> None:
        """`time_text` writes minutes of a day, 0 to 1440."""
        super().__init__(parent)
        self.time_text = time_text
        self.week: Week = ((),) * 7
        self.backdrop = Backdrop([""] * 7, [""] * 7)
        self.place = Place(0)
        self.hovered: Place | None = None
        self.ring = False
        self.copied_day: int | None = None
        self._stored: Week = self.week
        self._whole_day = False
        self._range = _DAYTIME
        self._drag: _Drag | None = None
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self.settle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Business hours"))

    # --- what is shown

    def show_week(self, week: Week) -> None:
        """Shows these windows; an edit that isn't told yet is dropped."""
        self._settling.stop()
        self._drag = None
        self._stored = week
        self._show(week, self.place)

    def show_backdrop(self, backdrop: Backdrop) -> None:
        """Shows the days, what closes them, and the time."""
        self.backdrop = backdrop
        self._refit()
        self._tell()
        self.update()

    def show_whole_day(self, whole: bool) -> None:
        """All 24 hours, or those of the day as far as no window lies outside them."""
        self._whole_day = whole
        self._refit()

    @property
    def whole_day(self) -> bool:
        """Whether all 24 hours are shown."""
        return self._range == (0, DAY)

    def dragging(self) -> bool:
        """Whether the mouse is changing a window."""
        return self._drag is not None and self._drag.moved

    def _show(self, week: Week, place: Place) -> None:
        self.week = week
        self.place = place if place.at < len(week[place.day]) else Place(place.day, len(week[place.day]) - 1)
        if self._drag is None:
            self._refit()
        self._tell()
        self.update()

    def _refit(self) -> None:
        """The hours shown hold every window."""
        shown = [*edits.parts_of(self.week)]
        for extra in self.backdrop.extras:
            shown += edits.parts(extra.day, extra.window, Place(extra.day))
        top = min([_DAYTIME[0], *(part.top // 120 * 120 for part in shown)])
        bottom = max([_DAYTIME[1], *(-(-part.bottom // 120) * 120 for part in shown)])
        wanted = (0, DAY) if self._whole_day else (top, bottom)
        if wanted != self._range:
            self._range = wanted
            self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        """Screen readers hear where the keyboard is, then all hours."""
        here = keys.reading(self.backdrop.names, self.week, self.place, self.time_text)
        self.setAccessibleDescription(f"{here}. {self.reading()}")

    def reading(self) -> str:
        """All hours in words, days without any left out."""
        said = [
            tr("{day} {windows}").format(day=self.backdrop.names[day], windows=self.windows_text(day))
            for day in self.backdrop.order
            if self.week[day]
        ]
        closed = [
            tr("{day} closed: {why}").format(day=self.backdrop.names[day], why=why)
            for day, why in self.backdrop.closed.items()
        ]
        extra = [
            tr("{day} extra {window} {what}").format(
                day=self.backdrop.names[one.day], window=self.window_text(one.window), what=one.text
            )
            for one in self.backdrop.extras
        ]
        return "; ".join([*said, *closed, *extra]) or tr("never open")

    def windows_text(self, day: int) -> str:
        """ "09:00 – 12:30, 13:30 – 17:30"."""
        return ", ".join(self.window_text(window) for window in self.week[day])

    def window_text(self, window: Window) -> str:
        """ "09:00 – 12:30"."""
        return tr("{start} – {end}").format(start=self.time_text(window.start), end=self.time_text(window.end))

    # --- size and place

    def sizeHint(self) -> QSize:
        hours = (self._range[1] - self._range[0]) / 60
        return QSize(px(640), px(28) + max(px(430), round(hours * px(21))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(400), self.sizeHint().height())

    def frame(self) -> Frame:
        """Where everything lies now."""
        top, bottom = self._range
        return Frame(
            self.width(), self.height(), self.backdrop.order, top, bottom,
            px(48), px(22), px(4), 0, px(8), is_mirrored(self),
        )  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_grid(QPainter(self), self, self.frame())

    def part_at(self, at: QPointF) -> tuple[Part, str] | None:
        """The part of a window at a point, and what a press there takes hold of: "move", "start" or "end"."""
        frame = self.frame()
        day, edge = frame.day_at(at.x()), px(EDGE)
        for part in edits.parts_of(self.week):
            block = frame.block(part.day, part.top, part.bottom)
            grip = min(edge, max(1, block.height() // 3))
            if part.day != day or not block.adjusted(0, -2, 0, 2).contains(at.toPoint()):
                continue
            if part.ends and at.y() >= block.bottom() - grip:
                return part, "end"
            return part, "start" if part.begins and at.y() <= block.top() + grip else "move"
        return None

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.settle()
        at = event.position()
        frame = self.frame()
        found = self.part_at(at)
        day, minute = frame.day_at(at.x()), frame.minute_at(at.y())
        if found is not None:
            part, kind = found
            offset = minute + (DAY if part.day != part.place.day else 0)
            self._drag = _Drag(kind, part.place, offset - self.week[part.place.day][part.place.at].start, self.week, at)
            self._show(self.week, part.place)
        else:
            self._drag = _Drag("paint", Place(day), minute, self.week, at)
            self._show(self.week, Place(day))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is None:
            self._hover(at)
            return
        if not self._drag.moved and (at - self._drag.pressed).manhattanLength() < px(4):
            return
        self._drag.moved = True
        snap = 1 if event.modifiers() & Qt.KeyboardModifier.AltModifier else SNAP
        self._show(*self._dragged(self._drag, at, snap))

    def _dragged(self, drag: _Drag, at: QPointF, snap: int) -> tuple[Week, Place]:
        frame = self.frame()
        minute, day = frame.minute_at(at.y()), frame.day_at(at.x())
        if drag.kind == "paint":
            return _painted(drag, minute, snap)
        window = drag.base[drag.place.day][drag.place.at]
        if drag.kind == "move":
            if window.start + drag.grabbed > DAY:  # held by its part past midnight
                minute, day = minute + DAY, (day - 1) % 7
            start = min(max(0, _snapped(minute - drag.grabbed, snap)), DAY - 1)
            return edits.changed(drag.base, drag.place, day, edits.window_of(start, edits.length(window)))
        if drag.kind == "start":
            end = window.start + edits.length(window)
            start = min(max(0, _snapped(minute, snap)), min(end, DAY) - 1)
            made = edits.window_of(start, min(max(snap, end - start), DAY))
        else:
            late = window.start + edits.length(window) > DAY
            over = DAY if late and day == (drag.place.day + 1) % 7 else 0
            end = max(window.start + snap, _snapped(minute, snap) + over)
            made = edits.window_of(window.start, min(end - window.start, DAY))
        return edits.changed(drag.base, drag.place, drag.place.day, made)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            self._refit()
            self.settle()
            self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A window of an hour where there is none yet."""
        if self.part_at(event.position()) is None:
            frame = self.frame()
            start = min(max(0, int(frame.minute_at(event.position().y())) // 60 * 60), DAY - 60)
            self._drag = None
            self.change(*edits.put(self.week, frame.day_at(event.position().x()), edits.window_of(start, 60)))
            self.settle()

    def _hover(self, at: QPointF) -> None:
        found = self.part_at(at)
        hovered = found[0].place if found else Place(self.frame().day_at(at.x()))
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()
        window = self.window_text(self.week[hovered.day][hovered.at]) if found else ""
        self.setToolTip(plain_tip(window or self._extra_text(at)))
        shapes = {"move": Qt.CursorShape.OpenHandCursor}
        self.setCursor(shapes.get(found[1], Qt.CursorShape.SizeVerCursor) if found else Qt.CursorShape.CrossCursor)

    def _extra_text(self, at: QPointF) -> str:
        """What is drawn there besides the windows of the week."""
        frame = self.frame()
        for extra in self.backdrop.extras:
            for part in edits.parts(extra.day, extra.window, Place(extra.day)):
                if frame.block(part.day, part.top, part.bottom).adjusted(0, -3, 0, 3).contains(at.toPoint()):
                    return f"{self.window_text(extra.window)} · {extra.text}"
        return ""

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.settle()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            found = self.part_at(QPointF(event.pos()))
            self._show(self.week, found[0].place if found else Place(self.frame().day_at(event.pos().x())))
            self.menu_asked.emit(*self.place, event.globalPos())
        else:
            below = self.frame().column(self.place.day).center()
            self.menu_asked.emit(*self.place, self.mapToGlobal(below))

    # --- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._show(self._drag.base, self._drag.place)
            self._drag = None
        elif not keys.press(self, event):
            super().keyPressEvent(event)

    def walk(self, place: Place) -> None:
        """The keyboard stands there now."""
        self._show(self.week, place)
        self.walked.emit()

    def change(self, week: Week, place: Place) -> None:
        """Shows the edited week and tells it when no further step follows soon."""
        self._show(week, place)
        self._settling.start()

    def settle(self) -> None:
        """Tells what was edited, now."""
        self._settling.stop()
        if self.week != self._stored:
            self._stored = self.week
            self.edited.emit(self.week)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and keys.is_other(event):
            self._settle_unless_dragging()  # an undo that comes now finds the edit told
        return super().event(event)

    def _settle_unless_dragging(self) -> None:
        if self._drag is None:
            self.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = ring_after(event.reason(), self.ring)
        super().focusInEvent(event)
        if self.ring and self.place.at < 0 and self.week[self.place.day]:
            self.walk(Place(self.place.day, 0))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)


def _snapped(minute: float, snap: int) -> int:
    return round(minute / snap) * snap


def _painted(drag: _Drag, minute: float, snap: int) -> tuple[Week, Place]:
    """A new window from where the mouse was pressed to where it is, not beyond its day."""
    low, high = sorted((min(max(0, _snapped(drag.grabbed, snap)), DAY), min(max(0, _snapped(minute, snap)), DAY)))
    if low == high:
        return drag.base, drag.place
    return edits.put(drag.base, drag.place.day, edits.window_of(low, high - low))
