"""Buttons in the three weights of the design: primary (one in a view), quiet, and flat."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons
from ui.fonts import BODY, MEDIUM, SECONDARY, SMALL, font, px
from ui.palette import Palette, current
from ui.widgets.drawing import box, focus_ring, from_start
from ui.widgets.focus import ring_after
from ui.widgets.hover import settle_after_popup


class Weight(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    QUIET = "quiet"
    FLAT = "flat"
    """No line until the pointer is over it; for crosses and "more" in heads."""


class Button(QPushButton):
    """A button with an icon, words, and the keys that do the same; `small` ones stand in rows and cards.

    One with a menu has a caret; `caret` shows one where the maker opens the menu itself.

    A button without words needs `name`, which is said by screen readers and shown as the tool tip.
    """

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        weight: Weight = Weight.QUIET,
        parent: QWidget | None = None,
        *,
        name: str = "",
        keys: str = "",
        small: bool = False,
        caret: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._weight = weight
        self._keys = keys
        self._small = small
        self._caret = caret
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or text.replace("&", ""))
        self.setAccessibleDescription(keys)
        if name and not text:
            self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side, gap = self._measures()
        width = 2 * side + sum(self._widths()) + gap * (sum(map(bool, self._widths())) - 1)
        height = px(26 if self._small else 33)
        return QSize(max(width, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _measures(self) -> tuple[int, int]:
        """Room at each end, and between icon, words and keys."""
        if not self.text():
            return px(5 if self._weight is Weight.FLAT else 10 if self._small else 12), px(6)
        return px(10 if self._small else 12), px(6 if self._small else 7)

    def _face(self) -> QFontMetrics:
        return QFontMetrics(font(SECONDARY if self._small else BODY, MEDIUM))

    def _widths(self) -> tuple[int, int, int, int]:
        words = self._face().size(Qt.TextFlag.TextShowMnemonic, self.text()).width() if self.text() else 0
        keys = QFontMetrics(font(SMALL)).horizontalAdvance(self._keys) if self._keys else 0
        return px(16) if self._icon_name else 0, words, keys, px(12) if self._caret or self.menu() else 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        settle_after_popup(self)  # a menu of its own opens with the press

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        settle_after_popup(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does, not what it stands on; Ctrl+Enter is left to the form around it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current()
        fill, border, ink, faint = self._colours(palette)
        if fill is not None:
            box(painter, self.rect(), 8, fill, border)
        side, gap = self._measures()
        total = self.sizeHint().width()
        x = side + max(0, (self.width() - total) // 2) if self.text() else (self.width() - sum(self._widths())) // 2
        icon, words, keys, caret = self._widths()
        if icon:
            icons.paint(painter, self._icon_name, from_start(self, QRect(x, 0, icon, self.height())), ink)
            x += icon + gap
        if words:
            painter.setFont(font(SECONDARY if self._small else BODY, MEDIUM))
            painter.setPen(ink)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextDontClip
            painter.drawText(from_start(self, QRect(x, 0, words, self.height())), flags, self.text())
            x += words + gap
        if keys:
            painter.setFont(font(SMALL))
            painter.setPen(faint)
            painter.drawText(
                from_start(self, QRect(x, 0, keys, self.height())), Qt.AlignmentFlag.AlignCenter, self._keys
            )
            x += keys + gap
        if caret:
            icons.paint(painter, "caret-down", from_start(self, QRect(x, 0, caret, self.height())), ink)
        if self.hasFocus() and self._ring:
            ring = palette.text if self._weight is Weight.PRIMARY else palette.evergreen
            focus_ring(painter, self.rect(), 8, ring)

    def _colours(self, palette: Palette) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        """Ground, line, ink, and ink of the keys."""
        if not self.isEnabled():
            return (None if self._weight is Weight.FLAT else palette.soft), None, palette.muted, palette.muted
        over = self.underMouse() or self.isDown()
        if self._weight is Weight.PRIMARY:
            fill = palette.primary_hover if over else palette.evergreen
            return fill, None, palette.on_primary, palette.on_primary_muted
        if self._weight is Weight.FLAT:
            return palette.soft if over else None, None, palette.text, palette.muted
        return palette.soft if over else palette.card, palette.line, palette.text, palette.muted
