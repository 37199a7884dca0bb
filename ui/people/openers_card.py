""" "Ask about": what to come back to next time, and why now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from relapp.domain.openers import Opener
from relapp.domain.words import tr
from ui.fonts import font, px
from ui.palette import Tone, current
from ui.widgets.card import Card
from ui.widgets.drawing import is_mirrored, start_side


class OpenersCard(Card):
    """Hidden when there is nothing to ask about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ask about"), "chat-circle-dots", "", parent, tone=Tone.AMBER)
        self._lines: list[OpenerLine] = []
        self._count = 0
        self.body.setSpacing(px(2))
        self.hide()

    def show_openers(self, found: Sequence[Opener]) -> None:
        """Shows these, at most three."""
        while len(self._lines) < len(found):
            line = OpenerLine(self)
            self.body.addWidget(line)
            self._lines.append(line)
        for at, line in enumerate(self._lines):
            if at < len(found):
                line.show_opener(found[at])
            if line.isHidden() is (at < len(found)):
                line.setVisible(at < len(found))
        self._count = len(found)
        if self.isHidden() is bool(found):
            self.setVisible(bool(found))

    def lines(self) -> list[OpenerLine]:
        """The lines that are shown."""
        return self._lines[: self._count]


class OpenerLine(QWidget):
    """What to ask about, and muted behind it why; both wrap as one paragraph."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opener = Opener("")
        self._laid: dict[int, tuple[QTextLayout, float]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_opener(self, opener: Opener) -> None:
        """Shows another one."""
        if opener != self.opener:
            self.opener = opener
            self._laid.clear()
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """The whole line."""
        return f"{self.opener.text} {self.opener.why}".strip()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(18))  # layouts ask for the height by the width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width)[1])

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        if width not in self._laid:
            self._laid[width] = self._lay_out(width)
        return self._laid[width]

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self.text(), font())
        asked = len(self.opener.text)
        layout.setFormats([_inked(0, asked, current().text), _inked(asked, len(self.opener.why) + 1, current().muted)])
        option = QTextOption(start_side(is_mirrored(self)))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += max(line.height(), px(18))
        layout.endLayout()
        return layout, top

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._laid.clear()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, _ = self._laid_out(self.width())
        layout.draw(QPainter(self), QPointF(0, 0))


def _inked(start: int, length: int, color: QColor) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setForeground(color)
    made.start, made.length, made.format = start, length, look
    return made
