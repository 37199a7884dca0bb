"""One page in the side bar: icon, name, count."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons
from ui.fonts import BODY, REGULAR, SMALL, STRONG, font, px
from ui.palette import Tone, current
from ui.widgets.drawing import box, focus_ring, from_start, is_mirrored, start_side
from ui.widgets.focus import ring_after

HEIGHT = 37
_RADIUS = 9


class SideBarItem(QAbstractButton):
    """Checked means: this page is on show. Up and down are left to the side bar."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._badge = ""
        self._badge_tone = Tone.GREY
        self._ring = False
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def badge(self) -> str:
        """The count as shown."""
        return self._badge

    def set_badge(self, text: str, tone: Tone) -> None:
        """The count at the end of the item."""
        self._badge, self._badge_tone = text, tone
        self.setAccessibleName(f"{self.text()}, {text}" if text else self.text())
        self.update()

    def rename(self, text: str) -> None:
        """Another name for the page."""
        if text != self.text():
            self.setToolTip(self.toolTip().replace(self.text(), text))
            self.setText(text)
            self.set_badge(self._badge, self._badge_tone)

    def set_shortcut_text(self, keys: str) -> None:
        """The keys that open the page, for the tool tip and screen readers."""
        self.setToolTip(f"{self.text()} ({keys})")
        self.setAccessibleDescription(keys)

    def nextCheckState(self) -> None:
        """Clicking the page on show does not unmark it; the side bar does the marking."""

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(38), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        area = self.rect()
        if self.isChecked():
            box(painter, area, _RADIUS, palette.card, palette.line)
        elif self.underMouse():
            box(painter, area, _RADIUS, palette.line)
        height = self.height()
        icons.paint(painter, self._icon_name, from_start(self, QRect(px(11), 0, px(16), height)), palette.text)
        if self.width() < px(60):
            self._paint_ring(painter)
            return
        room = self._paint_badge(painter)
        face = font(BODY, STRONG if self.isChecked() else REGULAR)
        words = QRect(px(37), 0, self.width() - px(37) - room, height)
        text = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.setFont(face)
        painter.setPen(palette.text)
        start = start_side(is_mirrored(self))
        painter.drawText(from_start(self, words), start | Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        if self.hasFocus() and self._ring:
            focus_ring(painter, self.rect(), _RADIUS)

    def _paint_badge(self, painter: QPainter) -> int:
        """Draw the count; the room it takes from the name, margin included."""
        if not self._badge:
            return px(11)
        face = font(SMALL, STRONG)
        width = QFontMetrics(face).horizontalAdvance(self._badge)
        painter.setFont(face)
        painter.setPen(current().ink(self._badge_tone))
        area = from_start(self, QRect(self.width() - px(11) - width, 0, width, self.height()))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._badge)
        return width + px(11) + px(6)
