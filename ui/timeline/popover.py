"""Small boxes that open below a chip, to choose or type one thing; Escape and a click beside close them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.fonts import px
from ui.palette import Tone, current
from ui.widgets.chip import Chip
from ui.widgets.drawing import is_mirrored
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Label, Look


class Popover(QFrame):
    """The box. Fill `rows`, then `open_below`; it deletes itself when it closes."""

    def __init__(self, anchor: QWidget, name: str) -> None:
        super().__init__(anchor, Qt.WindowType.Popup)
        self._anchor = anchor
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self.setFixedWidth(px(260))
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(px(12), px(12), px(12), px(12))
        self.rows.setSpacing(px(8))

    def fit(self) -> None:
        """As high as what it holds."""
        self.rows.activate()
        deep = self.rows.hasHeightForWidth()
        self.resize(self.width(), self.rows.totalHeightForWidth(self.width()) if deep else self.sizeHint().height())

    def open_below(self, at: QPoint | None = None) -> None:
        """Shows it under its chip, or above where there is no room; or at this point of the screen."""
        self.setLayoutDirection(self._anchor.layoutDirection())
        self.ensurePolished()
        self.fit()
        screen = self._anchor.screen().availableGeometry()
        left = self._anchor.width() - self.width() if is_mirrored(self._anchor) else 0
        place = at or self._anchor.mapToGlobal(QPoint(left, self._anchor.height() + px(4)))
        if place.y() + self.height() > screen.bottom():
            above = place.y() if at else self._anchor.mapToGlobal(QPoint(0, -px(4))).y()
            place.setY(max(screen.top(), above - self.height()))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().card)
        painter.setPen(current().line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class LinePopover(Popover):
    """One line to type, with the usual answers below. `read` tells what was meant, None when it makes no sense."""

    entered = Signal(object)

    def __init__(
        self,
        anchor: QWidget,
        name: str,
        text: str,
        read: Callable[[str], object | None],
        usual: Sequence[str] = (),
        sorry: str = "",
    ) -> None:
        super().__init__(anchor, name)
        self._read = read
        self.line = QLineEdit(text, self)
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)
        self.line.selectAll()
        self.line.returnPressed.connect(self._on_entered)
        self.sorry = Label(sorry, Look.SECONDARY, wrap=True)
        self.sorry.hide()
        self.rows.addWidget(self.line)
        self.rows.addWidget(self.sorry)
        if usual:
            chips = FlowLayout()
            for answer in usual:
                chip = Chip(answer, Tone.GREY, parent=self, clickable=True)
                chip.clicked.connect(lambda _=False, answer=answer: self._enter(answer))
                chips.addWidget(chip)
            self.rows.addLayout(chips)
        self.setFocusProxy(self.line)
        self.line.setFocus()

    def _on_entered(self) -> None:
        self._enter(self.line.text())

    def _enter(self, text: str) -> None:
        meant = self._read(text)
        if meant is None and text.strip():
            self.sorry.show()
            self.fit()
            return
        self.entered.emit(meant)
        self.close()
