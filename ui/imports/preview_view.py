"""The table of the preview: a click or Space ticks, a line that differs unfolds into its choices."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from relapp.domain.words import tr
from ui.imports.preview_delegate import ROW_HEIGHT, Part, PreviewDelegate
from ui.imports.preview_model import Line, PreviewModel
from ui.widgets.drawing import is_mirrored
from ui.widgets.row_table import RowTable


class PreviewView(RowTable):
    """One column, lines of one height."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the import does"), ROW_HEIGHT, parent, several=False)
        self._model = model
        self.setModel(model)
        self._delegate = PreviewDelegate(self, model)
        self.setItemDelegate(self._delegate)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks ticks again; it doesn't fold what the first unfolded."""
        self._press(event, folds=False)

    def _press(self, event: QMouseEvent, *, folds: bool = True) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            part = self._delegate.hit(self._model.line(index.row()), self.visualRect(index), at)
            if folds or part is not Part.LINE:
                self._hit(index, part)

    def _hit(self, index: QModelIndex, part: Part) -> None:
        line = self._model.line(index.row())
        if line.row < 0:
            return
        if part is Part.TICK:
            self._model.tick(line, not self._model.is_in(line))
        elif part in (Part.KEEP, Part.TAKE):
            self._model.take(line, part is Part.TAKE)
        elif line.field < 0:
            self._unfold(index, not self._model.is_open(line))

    def _unfold(self, index: QModelIndex, on: bool) -> None:
        self._model.unfold(index.row(), on)
        last = self._model.index(index.row() + len(self._model.row_of(self._model.line(index.row())).differing), 0)
        if on and last.isValid():
            self.scrollTo(last)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        line = self._model.line(index.row()) if index.isValid() else Line(-1)
        forward = Qt.Key.Key_Left if is_mirrored(self) else Qt.Key.Key_Right
        if line.row < 0 and event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._on_space_pressed(line)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(index, line, event.key() == forward)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(event.key() == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, last: bool) -> None:
        rows = range(self._model.rowCount())
        at = next((at for at in (reversed(rows) if last else rows) if self._model.line(at).row >= 0), 0)
        self.setCurrentIndex(self._model.index(at, 0))

    def _on_space_pressed(self, line: Line) -> None:
        if line.field < 0:
            self._model.tick(line, not self._model.is_in(line))
        else:
            self._model.take(line, not self._model.is_taken(line))

    def _step(self, index: QModelIndex, line: Line, forward: bool) -> None:
        """The arrow of the reading direction unfolds, or takes; the other one folds, or keeps."""
        if line.field < 0:
            self._unfold(index, forward)
        else:
            self._model.take(line, forward)
