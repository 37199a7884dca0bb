"""Labels. What they show is never taken for markup: names and notes come from anywhere."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.widgets.drawing import is_mirrored, start_side


class Look(StrEnum):
    """How a label looks; the style sheet holds the sizes."""

    TITLE = "title"
    """22 px bold: the name of a page or a person."""
    HEADING = "heading"
    """13 px semi-bold: the head of a card, a person's name in a list."""
    BODY = "body"
    SECONDARY = "secondary"
    """12 px muted: what stands beside."""
    MUTED = "muted"
    """13 px muted: the line below a title."""
    SMALL = "small"
    """11 px semi-bold muted: section headers, counts."""


class Label(QLabel):
    """A line or a paragraph of plain text."""

    def __init__(self, text: str = "", look: Look = Look.BODY, parent: QWidget | None = None, *, wrap: bool = False):
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look.value)
        self.setWordWrap(wrap)
        self.setText(text)


class ElidedLabel(Label):
    """One line of plain text that gives way: cut with "…" where room lacks, the whole text then in the tool tip.

    It begins at the side where the language does, whatever the alignment."""

    def __init__(self, text: str = "", look: Look = Look.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self._tell_whole_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole_text()

    def shown_text(self) -> str:
        """The text as it is cut now."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _tell_whole_text(self) -> None:
        self.setToolTip("" if self.shown_text() == self.text() else plain_tip(self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = start_side(is_mirrored(self)) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.contentsRect(), side, self.shown_text())


def plain_tip(text: str) -> str:
    """A tool tip that wraps and shows `text` as it is written, whatever it holds."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):  # `import html` costs 6 ms at start
        text = text.replace(sign, entity)
    return f"<span>{text}</span>" if text else ""


def line(parent: QWidget | None = None, *, vertical: bool = False) -> QFrame:
    """A rule of one pixel between parts."""
    made = QFrame(parent)
    made.setProperty("look", "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made
