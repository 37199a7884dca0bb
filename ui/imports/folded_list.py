"""A list of sentences that folds away behind its headline; what it says can be marked and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.palette import Tone
from ui.widgets.buttons import Button, Weight
from ui.widgets.card import Glyph
from ui.widgets.drawing import is_mirrored

_LINES = 5


class FoldedList(QWidget):
    """Hidden while it has nothing to say."""

    def __init__(self, icon: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Button("", "caret-right", Weight.FLAT, self, small=True)
        self.head.clicked.connect(self._on_head_clicked)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.copy = Button(tr("Copy"), "copy", Weight.FLAT, self, small=True)
        self.copy.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(Glyph(icon, tone))
        row.addWidget(self.head)
        row.addStretch()
        row.addWidget(self.copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(4))
        rows.addLayout(row)
        rows.addWidget(self.text)
        self.say("", ())

    def say(self, headline: str, sentences: Sequence[str], *, unfolded: bool = False) -> None:
        """These sentences, one a line."""
        self.head.setText(headline)
        self.head.setAccessibleName(headline)
        self.text.setAccessibleName(headline)
        self.text.setPlainText("\n".join(sentences))
        self.setVisible(bool(sentences))
        self._fold(not unfolded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as its lines, up to a few."""
        lines = min(_LINES, int(self.text.document().size().height()))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + px(27))

    def _fold(self, folded: bool) -> None:
        self.text.setVisible(not folded)
        self.copy.setVisible(not folded)
        closed = "caret-left" if is_mirrored(self) else "caret-right"
        self.head.set_icon(closed if folded else "caret-down")
        QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _on_head_clicked(self) -> None:
        self._fold(not self.text.isHidden())

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()
