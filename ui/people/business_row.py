"""One line of a client's business: read, opened by a click or Enter, deleted by Delete, and one step beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from relapp.domain.words import tr
from ui.people.business_lines import BusinessLine
from ui.people.line_row import LineRow
from ui.widgets.buttons import Button


class BusinessRow(LineRow):
    """`asked` carries "edit", "delete" or the key of the step, whose button stands below the words."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: BusinessLine | None = None
        self._button: Button | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def line(self) -> BusinessLine:
        """What is shown; the row was given one before."""
        assert self._line is not None
        return self._line

    def step_button(self) -> Button | None:
        """The button of what is still to be done, where there is such."""
        return self._button if self._line is not None and self._line.step is not None else None

    def last_stop(self) -> QWidget:
        """Where Tab leaves the row."""
        return self._button or self

    def show_line(self, line: BusinessLine) -> None:
        """Shows another one."""
        before = self._line
        self._line = line
        if before is None or before.kind is not line.kind:
            self.setToolTip(
                tr("Enter opens it, Delete deletes it") if self.may_delete() else tr("Enter opens your list")
            )
        if line.step is not None:
            self._show_step(line.step.words, line.text)
        self.set_foot(None if line.step is None else self._button)
        self.show_words(line.kind.word(), line.text)

    def may_delete(self) -> bool:
        """Whether it is a record of its own; what was recommended belongs to my list."""
        return "id" in self.line.noun.__slots__

    def _show_step(self, words: str, text: str) -> None:
        if self._button is None:
            self._button = Button(words, parent=self, small=True)
            self._button.setCursor(Qt.CursorShape.ArrowCursor)
            self._button.clicked.connect(self._on_step_clicked)
            self.setTabOrder(self, self._button)
        self._button.setText(words)
        self._button.setAccessibleName(tr("{act}: {what}").format(act=words.rstrip("…"), what=text))
        self._place_foot()

    def _on_step_clicked(self) -> None:
        if self.line.step is not None:
            self.setFocus()  # the button may go
            self.asked.emit(self.line.step.key)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.asked.emit("edit")
        elif event.key() == Qt.Key.Key_Delete and self.may_delete():
            self.asked.emit("delete")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open…"), lambda: self.asked.emit("edit"))
        if self.line.step is not None:
            menu.addAction(self.line.step.words, self._on_step_clicked)
        if self.may_delete():
            menu.addSeparator()
            menu.addAction(tr("Delete"), lambda: self.asked.emit("delete"))
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit("edit")
