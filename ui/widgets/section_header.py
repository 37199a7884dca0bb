"""The small line that parts a list: "March 2026", "Overdue"."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fonts import SMALL, STRONG, font, px
from ui.palette import current
from ui.widgets.drawing import start_side
from ui.widgets.text import ElidedLabel, Label, Look, line

HEIGHT = 24


class SectionHeader(QWidget):
    """The header as a widget; `ruled` draws a line under it."""

    def __init__(self, text: str, trailing: str = "", parent: QWidget | None = None, *, ruled: bool = False) -> None:
        super().__init__(parent)
        self._text = ElidedLabel(text, Look.SMALL)
        self._trailing = Label(trailing, Look.SMALL)
        self.setAccessibleName(text)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, px(4), 0, 0)
        rows.setSpacing(px(4))
        words = QHBoxLayout()
        words.addWidget(self._text, 1)
        words.addWidget(self._trailing)
        rows.addLayout(words)
        if ruled:
            rows.addWidget(line(self))

    def set_text(self, text: str, trailing: str = "") -> None:
        """Say something else."""
        self._text.setText(text)
        self._trailing.setText(trailing)
        self.setAccessibleName(text)


def paint_section_header(painter: QPainter, rect: QRect, text: str, *, mirrored: bool = False) -> None:
    """The same for delegates: the words in the middle of `rect`'s height, at the side where the language begins."""
    face = font(SMALL, STRONG)
    painter.save()
    painter.setFont(face)
    painter.setPen(current().muted)
    words = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, start_side(mirrored) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
    painter.restore()
