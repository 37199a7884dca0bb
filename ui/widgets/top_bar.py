"""The bar above the pages: the way to search, and room for what can be done from everywhere."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import icons
from ui.fonts import BODY, font, px
from ui.palette import current
from ui.widgets import key_cap
from ui.widgets.drawing import box, focus_ring, from_start, is_mirrored, start_side
from ui.widgets.focus import ring_after

HEIGHT = 56


class SearchButton(QAbstractButton):
    """Looks like a search field and opens the search: `clicked`."""

    def __init__(self, text: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._ring = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(35))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(35))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        box(painter, self.rect(), 9, palette.card, palette.muted if self.underMouse() else palette.line)
        icons.paint(
            painter, "magnifying-glass", from_start(self, QRect(px(13), 0, px(16), self.height())), palette.muted
        )
        cap = QRect(0, 0, key_cap.key_cap_width(self._keys), px(key_cap.HEIGHT))
        cap.moveTop((self.height() - cap.height()) // 2)
        cap.moveRight(self.width() - px(13))
        key_cap.paint_key_cap(painter, from_start(self, cap), self._keys)
        words = QRect(px(37), 0, cap.left() - px(45), self.height())
        face = font(BODY)
        painter.setFont(face)
        painter.setPen(palette.muted)
        start = start_side(is_mirrored(self))
        text = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(from_start(self, words), start | Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus() and self._ring:
            focus_ring(painter, self.rect(), 9)


class TopBar(QFrame):
    """The search at the start, buttons at the end."""

    def __init__(self, search_text: str, search_keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "top")
        self.setFixedHeight(px(HEIGHT))
        self.search = SearchButton(search_text, search_keys)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(24), 0, px(24), 0)
        self._row.setSpacing(px(12))
        self._row.addWidget(self.search, 3)
        self._row.addStretch(2)
        self.search.setMaximumWidth(px(420))

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        self._row.addWidget(widget)
