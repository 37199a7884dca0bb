"""The columns of an export: ticked ones are written, in the order they stand in. Dragged, or moved by Alt + arrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from relapp.domain.words import tr
from ui.fonts import px
from ui.widgets.buttons import Button, Weight
from ui.widgets.text import Label, Look

_KEY = Qt.ItemDataRole.UserRole


class ColumnsList(QWidget):
    """`changed` tells another choice or order."""

    changed = Signal()

    def __init__(self, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.list = _Reordered(self)
        self.up = Button("", "caret-up", Weight.FLAT, self, name=tr("Further to the front"), small=True)
        self.down = Button("", "caret-down", Weight.FLAT, self, name=tr("Further to the back"), small=True)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(tr("Columns"), Look.SECONDARY))
        head.addStretch()
        head.addWidget(self.up)
        head.addWidget(self.down)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(2))
        rows.addLayout(head)
        rows.addWidget(self.list)
        self.up.clicked.connect(lambda: self.list.move_current(-1))
        self.down.clicked.connect(lambda: self.list.move_current(1))
        self.list.setAccessibleName(tr("Columns"))
        self.list.itemChanged.connect(self.changed)
        self.list.model().rowsMoved.connect(self.changed)
        self.list.model().rowsInserted.connect(self.changed)

    def show_columns(self, order: Sequence[str], chosen: Sequence[str]) -> None:
        """These columns in this order; `chosen` are ticked."""
        self.list.blockSignals(True)
        self.list.model().blockSignals(True)
        self.list.clear()
        for key in order:
            item = QListWidgetItem(self._labels[key])
            item.setData(_KEY, key)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.model().blockSignals(False)
        self.list.blockSignals(False)
        height = self.list.sizeHintForRow(0) * self.list.count() + px(4)
        self.list.setFixedHeight(height)

    def order(self) -> list[str]:
        """All columns as they stand."""
        return [str(item.data(_KEY)) for item in self._items()]

    def chosen(self) -> list[str]:
        """Those that are ticked, as they stand."""
        return [str(item.data(_KEY)) for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]


class _Reordered(QListWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def move_current(self, by: int) -> None:
        """Moves the current column up or down."""
        row = self.currentRow()
        if row < 0 or not 0 <= row + by < self.count():
            return
        self.insertItem(row + by, self.takeItem(row))
        self.setCurrentRow(row + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        else:
            super().keyPressEvent(event)
