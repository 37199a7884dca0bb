"""A line of the personal file as it is read: a muted label, then the words, which wrap. Paints itself: a page has
dozens of them, and labels in layouts take ten times as long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.fonts import SECONDARY, font, px
from ui.palette import current
from ui.widgets.drawing import box, flip, focus_ring, is_mirrored, start_side
from ui.widgets.focus import ring_after

BLEED = 7
"""How far the ground of a line under the pointer reaches beyond its words, at each side."""
LABEL = 84
GAP = 8
ICON = 13
LEAST = 25


class LineRow(QWidget):
    """`label` and `text` are what is shown; `icon` stands at the end. Its height follows its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ""
        self.text = ""
        self._icon = ""
        self._faint = False
        self._live = True
        self._ring = False
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, label: str, text: str, icon: str = "", *, faint: bool = False, live: bool = True) -> None:
        """Shows something else; `faint` words are muted, a line that isn't `live` does nothing when clicked."""
        if (label, text, icon, faint, live) == (self.label, self.text, self._icon, self._faint, self._live):
            return
        before = self.heightForWidth(self.width())
        self.label, self.text, self._icon, self._faint, self._live = label, text, icon, faint, live
        self._heights.clear()
        self.setAccessibleName(f"{label}: {text}" if label else text)
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    # --- its size

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), px(160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LABEL) + px(80), px(LEAST))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            label, text, _ = self._places(QRect(0, 0, width, 1 << 16))
            small, body = QFontMetrics(font(SECONDARY)), QFontMetrics(font())
            high = max(_height(small, label.width(), self.label), _height(body, text.width(), self.text))
            self._heights[width] = max(px(LEAST), high + 2 * px(4))
        return self._heights[width]

    def _places(self, whole: QRect) -> tuple[QRect, QRect, QRect]:
        """Label, words and icon, reckoned from the left."""
        inner = whole.adjusted(px(BLEED), px(4), -px(BLEED), -px(4))
        label = QRect(inner.left(), inner.top(), px(LABEL), inner.height())
        icon = QRect(inner.right() + 1 - px(ICON), inner.top() + px(1), px(ICON), px(ICON))
        text = inner.adjusted(px(LABEL) + px(GAP), 0, -(px(ICON) + px(4)) if self._icon else 0, 0)
        return label, text, icon

    # --- how it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, whole = QPainter(self), current(), self.rect()
        if self._live and self.underMouse():
            box(painter, whole, px(6), palette.soft)
        mirrored = is_mirrored(self)
        label, text, icon = (flip(place, whole, mirrored) for place in self._places(whole))
        side = start_side(mirrored).value | Qt.AlignmentFlag.AlignTop.value
        painter.setPen(palette.muted)
        painter.setFont(font(SECONDARY))
        painter.drawText(label.translated(0, px(1)), side | _wrap(painter.fontMetrics(), label.width(), self.label),
                         self.label)  # fmt: skip
        painter.setFont(font())
        painter.setPen(palette.muted if self._faint else palette.text)
        painter.drawText(text, side | _wrap(painter.fontMetrics(), text.width(), self.text), self.text)
        if self._icon:
            icons.paint(painter, self._icon, icon, palette.muted)
        if self._ring and self.hasFocus():
            focus_ring(painter, whole, px(6))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = ring_after(event.reason(), self._ring) or event.reason() == Qt.FocusReason.OtherFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self.updateGeometry()


def _height(metrics: QFontMetrics, width: int, words: str) -> int:
    wrap = _wrap(metrics, width, words)
    return metrics.boundingRect(QRect(0, 0, width, 1 << 16), wrap, words).height() if wrap else metrics.height()


def _wrap(metrics: QFontMetrics, width: int, words: str) -> int:
    """Lines break between words, and within one only where it has no room at all, as a long address."""
    if "\n" not in words and metrics.horizontalAdvance(words) <= width:
        return 0
    if any(metrics.horizontalAdvance(word) > width for word in words.split()):
        return Qt.TextFlag.TextWrapAnywhere.value
    return Qt.TextFlag.TextWordWrap.value
