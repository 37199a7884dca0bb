"""Chips: short words on a tinted pill. Painted by delegates, or as widgets that may be clicked, ticked or removed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relapp.domain.words import tr
from ui import icons
from ui.fonts import SMALL, STRONG, font, px
from ui.palette import Tone, current
from ui.widgets.drawing import box, flip, focus_ring, from_start, is_mirrored, start_side
from ui.widgets.focus import ring_after
from ui.widgets.hover import settle_after_popup
from ui.widgets.text import plain_tip

HEIGHT = 20
GAP = 6
_SIDE = 8
_ICON = 12


def chip_width(text: str, icon: str = "") -> int:
    """How wide `paint_chip` makes a chip that has all the room it wants."""
    words = QFontMetrics(font(SMALL, STRONG)).horizontalAdvance(text)
    return words + 2 * px(_SIDE) + _icon_room(text, icon)


def paint_chip(
    painter: QPainter, rect: QRect, text: str, tone: Tone, icon: str = "", *, mirrored: bool = False
) -> None:
    """Draw a chip that fills `rect` (`HEIGHT` high, `chip_width` wide or less: then the text is cut with "…")."""
    palette = current()
    box(painter, rect, rect.height() / 2, palette.ground(tone))
    _paint_words(painter, rect, text, tone, icon, mirrored=mirrored)


def _icon_room(text: str, icon: str) -> int:
    if not icon:
        return 0
    return px(_ICON) + (px(4) if text else 0)


def _paint_words(painter: QPainter, rect: QRect, text: str, tone: Tone, icon: str, *, mirrored: bool) -> None:
    inner = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
    ink = current().ink(tone)
    if icon:
        square = QRect(inner.left(), inner.top(), px(_ICON), inner.height())
        icons.paint(painter, icon, flip(square, inner, mirrored), ink)
    room = flip(inner.adjusted(_icon_room(text, icon), 0, 0, 0), inner, mirrored)
    face = font(SMALL, STRONG)
    painter.save()
    painter.setFont(face)
    painter.setPen(ink)
    words = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, start_side(mirrored) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
    painter.restore()


class Chip(QAbstractButton):
    """One chip. Plain ones only show; `clickable` ones take the focus and give `clicked`; a checkable one
    (`setCheckable(True)`) is grey until ticked, and digits tick the marks of its group; a `removable` one has a cross
    and gives `remove_asked`."""

    remove_asked = Signal()

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.GREY,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        clickable: bool = False,
        removable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon_name = icon
        self._removable = removable
        self._ring = False
        live = clickable or removable
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if live else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not live)
        if live:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_chip(text, tone, icon)

    def show_chip(self, text: str, tone: Tone, icon: str = "") -> None:
        """Say something else."""
        self._tone = tone
        self._icon_name = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tr("Delete removes it") if self._removable else "")
        self.updateGeometry()
        self.update()

    @property
    def tone(self) -> Tone:
        """The tone it is painted in now."""
        return Tone.GREY if self.isCheckable() and not self.isChecked() else self._tone

    def sizeHint(self) -> QSize:
        cross = px(_ICON) + px(4) if self._removable else 0
        return QSize(chip_width(self.text(), self._icon_name) + cross, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(48)), px(HEIGHT))

    def cross(self) -> QRect:
        """Where the cross lies, from the left as painted; empty when the chip is not removable."""
        if not self._removable:
            return QRect()
        square = QRect(self.width() - px(_SIDE) - px(_ICON), 0, px(_ICON), self.height())
        return from_start(self, square)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        hovered = self.focusPolicy() != Qt.FocusPolicy.NoFocus and self.underMouse()
        border = palette.ink(self.tone) if hovered else None
        box(painter, self.rect(), self.height() / 2, palette.ground(self.tone), border)
        words = self.rect().adjusted(0, 0, -px(_ICON) - px(4) if self._removable else 0, 0)
        words = from_start(self, words)
        _paint_words(painter, words, self.text(), self.tone, self._icon_name, mirrored=is_mirrored(self))
        if self._removable:
            square = QRectF(0, 0, px(10), px(10))
            square.moveCenter(QRectF(self.cross()).center())
            icons.paint(painter, "x", square, palette.ink(self.tone))
        if self.hasFocus() and self._ring:
            focus_ring(painter, self.rect(), self.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at: QPoint = event.position().toPoint()
        super().mouseReleaseEvent(event)
        settle_after_popup(self)
        if self.cross().adjusted(-3, 0, px(_SIDE), 0).contains(at):
            self.remove_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        elif (meant := self._meant(event.text())) is not None:
            meant.setFocus(Qt.FocusReason.TabFocusReason)
            meant.setChecked(True)
        else:
            super().keyPressEvent(event)

    def _meant(self, typed: str) -> QAbstractButton | None:
        """Which mark of its group a digit names: "7", or "10" after "1"."""
        group = self.group() if typed.isdecimal() else None
        named = {} if group is None else {one.text(): one for one in group.buttons()}
        return (named.get(self.text() + typed) if self.isChecked() else None) or named.get(typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setToolTip(plain_tip(self.text()) if self.width() < self.sizeHint().width() else "")
