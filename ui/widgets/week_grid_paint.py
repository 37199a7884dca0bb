"""Paints a week grid: plum columns for quiet time, green blocks for windows, what closes a day, and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from relapp.domain.boundaries.hours import DAY
from ui.fonts import SECONDARY, SMALL, font, px
from ui.palette import current
from ui.widgets import week_edits as edits
from ui.widgets.drawing import box, focus_ring, start_side
from ui.widgets.week_edits import Part, Place
from ui.widgets.week_frame import Frame

if TYPE_CHECKING:
    from ui.widgets.week_grid import Extra, WeekGrid

_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_grid(painter: QPainter, grid: WeekGrid, frame: Frame) -> None:
    """All of it, the window with the keyboard last."""
    _paint_hours(painter, grid, frame)
    for day in frame.order:
        _paint_day(painter, grid, frame, day)
    chosen: list[Part] = []
    for part in edits.parts_of(grid.week):
        if part.place == grid.place and (grid.hasFocus() or grid.dragging()):
            chosen.append(part)
        else:
            _paint_part(painter, grid, frame, part)
    for extra in grid.backdrop.extras:
        _paint_extra(painter, grid, frame, extra)
    for part in chosen:
        _paint_part(painter, grid, frame, part)
    for day, why in grid.backdrop.closed.items():
        _paint_closed(painter, frame, day, why)
    _paint_now(painter, grid, frame)
    _paint_ring(painter, grid, frame, chosen)


def _paint_hours(painter: QPainter, grid: WeekGrid, frame: Frame) -> None:
    painter.setFont(font(SMALL))
    painter.setPen(current().muted)
    side = start_side(frame.mirrored) | Qt.AlignmentFlag.AlignVCenter
    for minute in range(-(-frame.top // 120) * 120, frame.bottom + 1, 120):
        painter.drawText(frame.label(minute, px(16)), side, grid.time_text(minute))


def _paint_day(painter: QPainter, grid: WeekGrid, frame: Frame, day: int) -> None:
    palette = current()
    column = frame.column(day)
    painter.setFont(font(SECONDARY))
    painter.setPen(palette.muted)
    head = QRect(column.left(), 0, column.width(), px(18))
    words = QFontMetrics(painter.font()).elidedText(
        grid.backdrop.heads[day], Qt.TextElideMode.ElideRight, column.width()
    )
    painter.drawText(head, Qt.AlignmentFlag.AlignCenter, words)
    box(painter, column, px(8), palette.plum_ground)


def _is_faint(grid: WeekGrid, part: Part) -> bool:
    """Whether its day is closed this week: then it is an outline, and only for who comes near."""
    return part.place.day in grid.backdrop.closed or (not part.begins and part.day in grid.backdrop.closed)


def _paint_part(painter: QPainter, grid: WeekGrid, frame: Frame, part: Part) -> None:
    palette = current()
    block = frame.block(part.day, part.top, part.bottom, px(3))
    if not block.height():
        return
    held = part.place == grid.place and grid.dragging()
    if _is_faint(grid, part):
        near = grid.hovered is not None and grid.hovered.day == part.place.day
        if not (near or held or (grid.hasFocus() and grid.place.day == part.place.day)):
            return
        _paint_block(painter, block, QColor(Qt.GlobalColor.transparent), palette.plum, dashed=True)
        ink = palette.plum
    else:
        over = grid.hovered == part.place and not grid.dragging()
        _paint_block(painter, block, palette.evergreen_ground, palette.evergreen, width=1.6 if over or held else 1.0)
        ink = palette.evergreen
    if part.begins:
        window = grid.week[part.place.day][part.place.at]
        start, end = grid.time_text(window.start), grid.time_text(window.end)
        _paint_words(painter, block, [f"{start} – {end}", f"{start} –\n{end}"], ink, frame, held=held)


def _paint_block(
    painter: QPainter, block: QRect, fill: QColor, line: QColor, *, width: float = 1.0, dashed: bool = False
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    pen = QPen(line, width)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(block).adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5))
    painter.restore()


def _paint_words(
    painter: QPainter, block: QRect, choices: list[str], ink: QColor, frame: Frame, *, held: bool = False
) -> None:
    """The first of the choices that fits; nothing in a block too low for a line, unless it is being dragged."""
    face = font(SMALL)
    metrics = QFontMetrics(face)
    painter.setFont(face)
    painter.setPen(ink)
    room = block.adjusted(px(7), px(4), -px(3), -px(2))
    side = start_side(frame.mirrored) | Qt.AlignmentFlag.AlignTop
    for words in choices:
        size = metrics.boundingRect(QRect(0, 0, 9999, 9999), 0, words)
        if size.width() <= room.width() and size.height() <= room.height() + px(4):
            painter.drawText(room, side | Qt.TextFlag.TextDontClip, words)
            return
    if held or (metrics.height() <= block.height() + px(2) and metrics.horizontalAdvance(choices[0]) <= block.width()):
        low = QRect(block.left(), block.center().y() - metrics.height() // 2, block.width(), metrics.height())
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, choices[0])


def _paint_extra(painter: QPainter, grid: WeekGrid, frame: Frame, extra: Extra) -> None:
    palette = current()
    for part in edits.parts(extra.day, extra.window, Place(extra.day)):
        block = frame.block(part.day, part.top, part.bottom, px(3))
        fill = palette.card if extra.partly else palette.evergreen_ground
        _paint_block(painter, block, fill, palette.evergreen, dashed=True)
        if part.begins:
            hours = grid.window_text(extra.window)
            broken = hours.replace(" – ", " –\n")
            words = [f"{hours}\n{extra.text}", f"{broken}\n{extra.text}", hours, broken]
            if block.height() < px(24):  # too low to be written in
                start = grid.time_text(extra.window.start)
                block = QRect(block.left(), block.bottom() - px(2), block.width(), px(34))
                words = [f"{start} {extra.text}", f"{start}\n{extra.text}", start]
            _paint_words(painter, block, words, palette.evergreen, frame)


def _paint_closed(painter: QPainter, frame: Frame, day: int, why: str) -> None:
    column = frame.column(day).adjusted(px(2), 0, -px(2), 0)
    face = font(SECONDARY)
    painter.setFont(face)
    size = QFontMetrics(face).boundingRect(column, _WRAPPED, why)
    ground = size.adjusted(-px(2), -px(3), px(2), px(3)).intersected(column)
    box(painter, ground, px(4), current().plum_ground)
    painter.setPen(current().plum)
    painter.drawText(column, _WRAPPED, why)


def _paint_now(painter: QPainter, grid: WeekGrid, frame: Frame) -> None:
    if grid.backdrop.now is None:
        return
    day, minute = grid.backdrop.now
    if frame.top <= minute <= min(frame.bottom, DAY):
        column = frame.column(day)
        painter.fillRect(column.left(), round(frame.y(minute)) - 1, column.width(), 2, current().red)


def _paint_ring(painter: QPainter, grid: WeekGrid, frame: Frame, chosen: list[Part]) -> None:
    if not grid.hasFocus() or grid.dragging():
        return
    if grid.place.at < 0:
        if grid.ring:
            focus_ring(painter, frame.column(grid.place.day), px(8), current().plum)
        return
    for part in chosen:
        focus_ring(painter, frame.block(part.day, part.top, part.bottom, px(3)), px(5))
