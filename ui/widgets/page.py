"""The frame of a page: a title with a line below it, and a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.fonts import px
from ui.widgets.text import ElidedLabel, Look


class PageHeader(QWidget):
    """The page's title, and a muted line below it; buttons at the end through `add_action`."""

    def __init__(self, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(title, Look.TITLE)
        self._detail = ElidedLabel(detail, Look.MUTED)
        self._detail.setVisible(bool(detail))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._detail)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self._row.addLayout(words, 1)
        self.setAccessibleName(title)

    def set_text(self, title: str, detail: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """A button at the end of the header."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down, never sideways; what it shows goes into `column`, packed to the top."""

    def __init__(self, parent: QWidget | None = None, margin: int = 24, gap: int = 14) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("look", "clear")
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(px(margin), px(margin), px(margin), px(margin))
        outer.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(gap))
        outer.addLayout(self.column)
        outer.addStretch()
        self.setWidget(inner)
        self.viewport().setProperty("look", "clear")
