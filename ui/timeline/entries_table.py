"""The table of entries: rows of one height, one of which may be opened in place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from relapp.core import Core
from relapp.domain.pages import EntryLine, TimelineOf
from relapp.domain.words import tr
from ui.fonts import px
from ui.moments import Moments
from ui.timeline.delegate import ROW_HEIGHT, EntryDelegate
from ui.timeline.model import TimelineModel
from ui.timeline.opened_entry import OpenedEntry
from ui.timeline.outside import OutsideHours
from ui.widgets.row_table import RowTable

_ANCHORS_AT_ONCE = 20


class EntriesTable(RowTable):
    """Click, Enter or Space opens a row in place; F2 or a double click asks to edit; Delete asks to delete."""

    edit_asked = Signal(int)
    delete_asked = Signal(list)
    menu_asked = Signal(object)
    first_row_changed = Signal()

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(tr("Timeline"), ROW_HEIGHT, parent)
        self._open = QPersistentModelIndex()
        self.entries = TimelineModel(core, self)
        self.outside = OutsideHours(core)
        self.painter_of_rows = EntryDelegate(Moments(core), core.desk.now, lambda: self._open.row(), self.outside, self)
        self.setModel(self.entries)
        self.setItemDelegate(self.painter_of_rows)
        self._gather = QTimer(self, singleShot=True, interval=0)
        self._gather.timeout.connect(self._gather_anchors)
        self._painted = QTimer(self, singleShot=True, interval=0)  # QTimer.singleShot(0) would come before the paint
        self._painted.timeout.connect(self._on_painted)
        self.clicked.connect(lambda index: self.toggle(index.row()))
        self.doubleClicked.connect(lambda _: self._ask_edit())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.first_row_changed.emit())

    # --- what is shown

    def show_timeline(self, of: TimelineOf) -> None:
        """Shows this timeline from its newest entry."""
        self._forget_opened()
        self.entries.show_timeline(of)
        self.scrollToTop()
        self._painted.start()
        self.first_row_changed.emit()

    def forget_hours(self) -> None:
        """My hours changed."""
        self.outside.forget()
        self.viewport().update()

    def reload(self, of: TimelineOf) -> None:
        """The timeline anew: what is at the top, selected and open stays so, wherever it moved."""
        bar = self.verticalScrollBar()
        place, top = bar.value(), self.rowAt(0)
        was_top = self.entries.line(top) if top > 0 else None
        chosen = [(index.row(), line.id) for index, line in self._chosen()]
        here, opened = self.current_line(), self._open.row() if self._open.isValid() else -1
        was_open = self.entries.line(opened) if opened >= 0 else None
        self.close_opened()
        self.entries.show_timeline(of)
        self.entries.count_all()
        self._gather.start()
        self._choose([self._row_now(row, entry) for row, entry in chosen], here)
        if was_open is not None and (row := self._row_now(opened, was_open.id)) >= 0:
            self._open_row(row)
        if was_top is not None:
            row = self._row_now(top, was_top.id)
            place += (row - top) * px(ROW_HEIGHT) if row >= 0 else 0
        bar.setValue(place)
        self.first_row_changed.emit()

    def reveal(self, entry: int) -> bool:
        """Scrolls to an entry, however far, and opens it. Returns whether it is in the timeline."""
        self.entries.count_all()
        row = self.entries.find(entry)
        if row < 0:
            return False
        self.selectRow(row)
        self._open_row(row)
        return True

    def _row_now(self, row: int, entry: int) -> int:
        """Where the entry is that was in that row; -1 when it went, or moved far."""
        for near in (row, row - 1, row + 1):
            if 0 <= near < self.entries.rowCount():
                self.entries.line(near)
        return self.entries.row_of(entry)

    def _choose(self, rows: list[int], here: EntryLine | None) -> None:
        """Selects these rows (-1: none), and puts the keyboard where it was."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        model = self.selectionModel()
        for row in rows:
            if row >= 0:
                model.select(self.entries.index(row, 0), flags)
        row = -1 if here is None else self.entries.row_of(here.id)
        if row >= 0:
            model.setCurrentIndex(self.entries.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _on_painted(self) -> None:
        self.entries.count_all()
        self._gather.start()

    def _gather_anchors(self) -> None:
        """A few milliseconds of work at a time, so that a far jump finds its anchors ready."""
        if self.entries.find_more_anchors(_ANCHORS_AT_ONCE):
            self._gather.start()

    def first_line(self) -> EntryLine | None:
        """The entry at the top of what is visible."""
        row = self.rowAt(0)
        return self.entries.line(row) if row >= 0 else None

    def selected(self) -> list[int]:
        """The ids of the selected entries."""
        return [line.id for _, line in self._chosen()]

    def _chosen(self) -> list[tuple[QModelIndex, EntryLine]]:
        """The selected rows, from the top."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        lines = ((index, self.entries.line(index.row())) for index in indexes)
        return [(index, line) for index, line in lines if line is not None]

    def current_line(self) -> EntryLine | None:
        index = self.currentIndex()
        return self.entries.line(index.row()) if index.isValid() else None

    # --- opened in place

    def toggle(self, row: int) -> None:
        """Opens the row in place, or closes it; another one that was open closes."""
        was = self._open.row() if self._open.isValid() else -1
        self.close_opened()
        if row == was or QGuiApplication.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        self._open_row(row)
        self.scrollTo(self.entries.index(row, 0))

    def _open_row(self, row: int) -> None:
        line = self.entries.line(row)
        if line is None:
            return
        index = self.entries.index(row, 0)
        self._open = QPersistentModelIndex(index)
        rows = self.painter_of_rows
        widget = OpenedEntry(line, rows.when_words(line), rows.chips(line), self.viewport())
        widget.edit_asked.connect(lambda: self.edit_asked.emit(line.id))
        widget.delete_asked.connect(lambda: self.delete_asked.emit([line.id]))
        self.setIndexWidget(index, widget)
        self._fit_opened()

    def opened(self) -> OpenedEntry | None:
        """The widget of the row that is open."""
        widget = self.indexWidget(self._open) if self._open.isValid() else None
        return widget if isinstance(widget, OpenedEntry) else None

    def close_opened(self) -> None:
        """Closes the row that is open."""
        if self._open.isValid():
            widget = self.opened()
            if widget is not None:
                widget.hide()
                # the view lets go of it and deletes it; a deleted one that it still knew would end the program
                self.setIndexWidget(self._open, None)  # type: ignore[arg-type]
        self._forget_opened()

    def _forget_opened(self) -> None:
        if self._open.isValid():
            self.setRowHeight(self._open.row(), px(ROW_HEIGHT))
        self._open = QPersistentModelIndex()

    def _fit_opened(self) -> None:
        widget = self.opened()
        if widget is not None:
            self.setRowHeight(self._open.row(), max(px(ROW_HEIGHT), widget.height_for(self.viewport().width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_opened()

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_F2:
            self._ask_edit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(self.selected())
        elif event.key() == Qt.Key.Key_Escape and self._open.isValid():
            self.close_opened()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The texts of the selected entries, to the clipboard."""
        QGuiApplication.clipboard().setText("\n\n".join(line.text for _, line in self._chosen()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected():
            self.menu_asked.emit(event.globalPos())

    def _ask_edit(self) -> None:
        line = self.current_line()
        if line is not None:
            self.edit_asked.emit(line.id)
