"""Fields to type in: with an icon inside, or with a label, a hint and what is wrong around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import icons
from ui.fonts import px
from ui.palette import current
from ui.widgets.drawing import from_start
from ui.widgets.text import Label, Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox


def inset(box: QAbstractSpinBox) -> None:
    """Set the text of a spin or time box off its frame, as the style sheet does for other fields but cannot here."""
    popup = box.property("calendarPopup")
    box.lineEdit().setTextMargins(0 if popup else px(8), 0, 0, 0)


class IconLineEdit(QLineEdit):
    """A line edit with an icon at its start, as for a filter; the placeholder is also its name."""

    def __init__(self, icon: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._make_room()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(self._on_text_changed)

    def _on_text_changed(self, text: str) -> None:
        """The cross comes with the first text: Qt takes 10 ms to make it, and an empty field has nothing to clear."""
        if text and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def _make_room(self) -> None:
        """Keep the text clear of the icon, which lies at the side where the language begins."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if mirrored else px(26), 0, px(26) if mirrored else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        square = from_start(self, QRect(px(13), 0, px(16), self.height()))
        icons.paint(QPainter(self), self._icon_name, square, current().muted)


class Field(QWidget):
    """A label above any editor, and below it a hint or, in red, what is wrong with what was typed."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = Label(label, Look.SECONDARY)
        self._label.setBuddy(editor)
        self._hint_text = hint
        self._below = Label(hint, Look.SECONDARY, wrap=True)
        self._below.setVisible(bool(hint))
        editor.setAccessibleName(label.replace("&", ""))
        if editor.inherits("QAbstractSpinBox"):
            inset(cast("QAbstractSpinBox", editor))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(4))
        for widget in (self._label, editor, self._below):
            rows.addWidget(widget)

    def set_hint(self, text: str) -> None:
        """Another hint; what is wrong goes."""
        self._hint_text = text
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; "" brings the hint back. Screen readers hear it with the field."""
        self._below.setText(sentence or self._hint_text)
        self._below.setVisible(bool(self._below.text()))
        self.editor.setAccessibleDescription(self._below.text())
        _set_tone(self._below, "red" if sentence else "")
        _set_tone(self.editor, "red" if sentence else "")

    def error(self) -> str:
        """What is said to be wrong, or ""."""
        return self._below.text() if self._below.property("tone") == "red" else ""


def _set_tone(widget: QWidget, tone: str) -> None:
    widget.setProperty("tone", tone)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
