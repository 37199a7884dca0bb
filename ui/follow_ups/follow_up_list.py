"""The list of follow-ups: several can be chosen; keys and the context menu act on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from relapp.core import Core
from relapp.domain.follow_ups import FollowUpFilter, FollowUpLine
from relapp.domain.words import tr
from ui.follow_ups.delegate import ROW_HEIGHT, FollowUpDelegate
from ui.follow_ups.model import FollowUpsModel
from ui.fonts import px
from ui.pictures import face_of
from ui.widgets.avatar import ROW
from ui.widgets.row_table import RowTable

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_KEYS = {
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_D: "done",
    Qt.Key.Key_S: "snooze",
    Qt.Key.Key_K: "skip",
    Qt.Key.Key_M: "move",
    Qt.Key.Key_H: "history",
    Qt.Key.Key_O: "person",
    Qt.Key.Key_Delete: "delete",
}


class FollowUpList(RowTable):
    """`asked` carries the name of what is wanted of the chosen ones; `menu_asked` a global position."""

    chosen = Signal()
    asked = Signal(str)
    menu_asked = Signal(object)

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(tr("Follow-ups"), ROW_HEIGHT, parent)
        self._core = core
        self._photos: dict[int, QPixmap | None] = {}
        self.follow_ups = FollowUpsModel(core, self)
        self.setModel(self.follow_ups)
        self.rows_painter = FollowUpDelegate(self._photo, self)
        self.setItemDelegate(self.rows_painter)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.doubleClicked.connect(lambda _: self.asked.emit("edit"))

    def show_follow_ups(self, wanted: FollowUpFilter) -> None:
        """Shows the list anew; who was chosen stays so, else the row takes over where the keyboard was."""
        kept, place = {line.id for line in self.selected()}, self.verticalScrollBar().value()
        here = self.currentIndex().row()
        self.selectionModel().blockSignals(True)
        self.follow_ups.show_follow_ups(wanted)
        self._photos.clear()
        rows = [row for one in kept if (row := self.follow_ups.row_of(one)) >= 0]
        for row in rows:
            index = self.follow_ups.index(row, 0)
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if kept and not rows:
            self.select_row(here)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(place)
        self.chosen.emit()

    def select_row(self, row: int) -> None:
        """Chooses this row, or the last one should the list be shorter."""
        if self.follow_ups.rowCount():
            index = self.follow_ups.index(max(0, min(row, self.follow_ups.rowCount() - 1)), 0)
            self.selectionModel().setCurrentIndex(index, _SELECT)

    def selected(self) -> list[FollowUpLine]:
        """The chosen ones, in the order of the list."""
        return [self.follow_ups.line(row) for row in sorted(one.row() for one in self.selectionModel().selectedRows())]

    def _photo(self, person: int) -> QPixmap | None:
        if person not in self._photos:
            photo = self._core.people.photo(person)
            self._photos[person] = None if photo is None else face_of(photo.data, px(ROW))
        return self._photos[person]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = "" if held else _KEYS.get(Qt.Key(event.key()), "")
        if wanted and self.selected():
            self.asked.emit(wanted)
        elif not wanted:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected():
            self.menu_asked.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""

    def _hover(self, row: int) -> None:
        self.rows_painter.hovered = row
