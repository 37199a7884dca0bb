"""An entry opened in place: the whole text as it was meant, links that open, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from relapp.domain.entries import kind_of
from relapp.domain.markup import to_html
from relapp.domain.pages import EntryLine
from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone, current
from ui.timeline.delegate import GLYPH, TONES
from ui.timeline.model import title_of
from ui.widgets.buttons import Button, Weight
from ui.widgets.chip import Chip
from ui.widgets.drawing import box, disc, from_start
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import ElidedLabel, Label, Look


class OpenedEntry(QWidget):
    """Covers its row. `edit_asked` and `delete_asked` are told by its buttons."""

    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, line: EntryLine, when: str, chips: list[tuple[str, Tone, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self.text = QLabel(to_html(line.text), self)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setOpenExternalLinks(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        self.text.setTextInteractionFlags(flags)
        self.text.setVisible(bool(line.text.strip()))
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(px(8), px(6), px(8), px(8))
        self._outer.setSpacing(0)
        self._outer.addSpacing(px(GLYPH) + px(10))
        self._layout = QVBoxLayout()
        self._layout.setSpacing(px(5))
        self._outer.addLayout(self._layout, 1)
        self._build_layout(when, chips)

    def _build_layout(self, when: str, chips: list[tuple[str, Tone, str]]) -> None:
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(title_of(self._line), Look.HEADING, self), 1)
        head.addWidget(Label(when, Look.SECONDARY, self))
        self._layout.addLayout(head)
        self._layout.addWidget(self.text)
        if chips:
            row = FlowLayout()
            for text, tone, icon in chips:
                row.addWidget(Chip(text, tone, icon, self))
            self._layout.addLayout(row)
        buttons = QHBoxLayout()
        edit = Button(tr("Edit"), "pencil-line", Weight.QUIET, self, small=True)
        edit.clicked.connect(self.edit_asked)
        delete = Button(tr("Delete"), "trash", Weight.QUIET, self, small=True)
        delete.clicked.connect(self.delete_asked)
        buttons.addWidget(edit)
        buttons.addWidget(delete)
        buttons.addStretch(1)
        self._layout.addLayout(buttons)

    def height_for(self, width: int) -> int:
        """How high the row must be to show everything."""
        if self._outer.hasHeightForWidth():
            return self._outer.totalHeightForWidth(width)
        return self.sizeHint().height()

    def sizeHint(self) -> QSize:
        return self._outer.totalSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect().adjusted(0, px(2), 0, -px(2)), px(10), current().card, current().line)
        glyph = self.rect().adjusted(px(6), px(7), 0, 0)
        glyph.setSize(QSize(px(GLYPH), px(GLYPH)))
        disc(painter, from_start(self, glyph), kind_of(self._line.kind).icon, TONES.get(self._line.kind, Tone.GREY))
