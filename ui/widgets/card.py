"""Cards: white boxes with a fine line, a head and a body; tinted ones speak up."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.fonts import px
from ui.palette import Tone, current
from ui.widgets.text import ElidedLabel, Label, Look


class Glyph(QWidget):
    """A single icon that shows and does nothing; screen readers pass it by."""

    def __init__(self, icon: str, tone: Tone = Tone.TEXT, parent: QWidget | None = None, size: int = 16) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: Tone) -> None:
        """Show another one."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._icon, self.rect(), current().ink(self._tone))


class Card(QFrame):
    """A card. What it holds goes into `body`; without a title there is no head. With a `tone` it is tinted."""

    def __init__(
        self,
        title: str = "",
        icon: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
        *,
        tone: Tone | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setProperty("tone", tone.value if tone else "")
        self.setAccessibleName(title)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(px(15), px(13), px(15), px(15))
        self._outer.setSpacing(px(11))
        self._title = ElidedLabel(title, Look.HEADING)
        self._trailing = Label(trailing, Look.SECONDARY)
        self._head = self._build_head(icon, tone)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        self._outer.addLayout(self.body)

    def _build_head(self, icon: str, tone: Tone | None) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(px(6))
        if icon:
            head.addWidget(Glyph(icon, tone or Tone.TEXT, self), 0, Qt.AlignmentFlag.AlignVCenter)
        if tone:
            self._title.setProperty("tone", tone.value)
        head.addWidget(self._title, 1)
        head.addWidget(self._trailing, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._title.text():
            self._outer.addLayout(head)
        else:
            self._title.setParent(self)
            self._title.hide()
            self._trailing.setParent(self)
            self._trailing.hide()
        return head

    def set_title(self, title: str) -> None:
        """Another title for a card that was made with one."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_trailing(self, text: str) -> None:
        """The muted words at the end of the head."""
        self._trailing.setText(text)

    def add_to_head(self, widget: QWidget) -> None:
        """A chip or button at the end of the head, after the muted words."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
