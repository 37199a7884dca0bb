"""A line of the personal file as it is read: a muted label, then the words, which wrap. Paints itself: a page has
dozens of them, and labels in layouts take ten times as long."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.fonts import SECONDARY, font, px
from ui.palette import Tone, current
from ui.widgets.drawing import box, flip, focus_ring, is_mirrored, start_side
from ui.widgets.focus import ring_after

BLEED = 7
"""How far the ground of a line under the pointer reaches beyond its words, at each side."""
LABEL = 84
GAP = 8
ICON = 13
LEAST = 25


_TOP = Qt.AlignmentFlag.AlignTop.value


class _Places(NamedTuple):
    """Where things stand at some width, reckoned from the left; `_wrap` are flags of drawText."""

    height: int
    label: QRect
    label_wrap: int
    text: QRect
    text_wrap: int
    icon: QRect
    below: QRect


class LineRow(QWidget):
    """`label` and `text` are what is shown; `icon` stands at the end. Its height follows its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ""
        self.text = ""
        self._icon = ""
        self._below = ""
        self._below_tone = Tone.GREY
        self._foot: QWidget | None = None
        self._faint = False
        self._live = True
        self._ring = False
        self._places: dict[int, _Places] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, label: str, text: str, icon: str = "", *, faint: bool = False, live: bool = True) -> None:
        """Shows something else; `faint` words are muted, a line that isn't `live` does nothing when clicked."""
        if (label, text, icon, faint, live) == (self.label, self.text, self._icon, self._faint, self._live):
            return
        before = self.heightForWidth(self.width())
        self.label, self.text, self._icon, self._faint, self._live = label, text, icon, faint, live
        self._places.clear()
        self.setAccessibleName(f"{label}: {text}" if label else text)
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    def show_below(self, words: str, tone: Tone = Tone.GREY) -> None:
        """A small line below the words, or none."""
        if (words, tone) == (self._below, self._below_tone):
            return
        if bool(words) is not bool(self._below):
            self._places.clear()
            self.updateGeometry()
        self._below, self._below_tone = words, tone
        self.update()

    def label_inset(self) -> int:
        """Room before the label, for a row that puts something there."""
        return 0

    def set_foot(self, part: QWidget | None) -> None:
        """A part that stands below the words in a line of its own, or none; the one before is hidden."""
        if part is self._foot:
            return
        if self._foot is not None:
            self._foot.hide()
        self._foot = part
        if part is not None:
            part.show()
            self._place_foot()
        self.updateGeometry()

    def _place_foot(self) -> None:
        if self._foot is not None:
            size = self._foot.sizeHint()
            left = px(BLEED) + px(LABEL) + px(GAP)
            rect = QRect(left, self.height() - size.height() - px(4), size.width(), size.height())
            self._foot.setGeometry(flip(rect, self.rect(), is_mirrored(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_foot()

    # --- its size

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(LEAST))  # layouts ask for the height by the width

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LABEL) + px(80), px(LEAST))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        foot = 0 if self._foot is None else self._foot.sizeHint().height() + px(4)
        return self._laid_out(width).height + foot

    def _laid_out(self, width: int) -> _Places:
        found = self._places.get(width)
        if found is None:
            found = self._places[width] = self._lay_out(width)
        return found

    def _lay_out(self, width: int) -> _Places:
        inner = QRect(0, 0, width, 1 << 16).adjusted(px(BLEED), px(4), -px(BLEED), -px(4))
        inset = self.label_inset()
        label = QRect(inner.left() + inset, inner.top() + px(1), px(LABEL) - inset, inner.height())
        text = inner.adjusted(px(LABEL) + px(GAP), 0, -(px(ICON) + px(4)) if self._icon else 0, 0)
        icon = QRect(inner.right() + 1 - px(ICON), inner.top() + px(1), px(ICON), px(ICON))
        label_wrap, label_height = _measured(font(SECONDARY), label.width(), self.label)
        text_wrap, text_height = _measured(font(), text.width(), self.text)
        line = QFontMetrics(font(SECONDARY)).height() if self._below else 0
        below = QRect(text.left(), text.top() + text_height, text.width(), line)
        height = max(px(LEAST), max(label_height, text_height + line) + 2 * px(4))
        return _Places(height, label, label_wrap, text, text_wrap, icon, below)

    # --- how it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, whole = QPainter(self), current(), self.rect()
        if self._live and self.underMouse():
            box(painter, whole, px(6), palette.soft)
        mirrored = is_mirrored(self)
        places = self._laid_out(whole.width())
        side = start_side(mirrored).value | _TOP
        painter.setPen(palette.muted)
        painter.setFont(font(SECONDARY))
        painter.drawText(flip(places.label, whole, mirrored), side | places.label_wrap, self.label)
        painter.setFont(font())
        painter.setPen(palette.muted if self._faint else palette.text)
        painter.drawText(flip(places.text, whole, mirrored), side | places.text_wrap, self.text)
        if self._below:
            painter.setFont(font(SECONDARY))
            painter.setPen(palette.ink(self._below_tone))
            painter.drawText(flip(places.below, whole, mirrored), side, self._below)
        if self._icon:
            icons.paint(painter, self._icon, flip(places.icon, whole, mirrored), palette.muted)
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
            self._places.clear()
            self.updateGeometry()


def _measured(face: QFont, width: int, words: str) -> tuple[int, int]:
    """How the words wrap, and how high they are then. Lines break between words, and within one only where it has no
    room at all, as a long address."""
    metrics = QFontMetrics(face)
    if "\n" not in words and metrics.horizontalAdvance(words) <= width:
        return 0, metrics.height()
    longest = max(words.replace("-", "- ").split() or [""], key=len)
    too_long = metrics.horizontalAdvance(longest) > width
    wrap = Qt.TextFlag.TextWrapAnywhere.value if too_long else Qt.TextFlag.TextWordWrap.value
    return wrap, metrics.boundingRect(QRect(0, 0, width, 1 << 16), wrap, words).height()
