"""The list itself: a table of one column with rows of one height, so that thousands scroll like ten."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from relapp.core import Core
from relapp.domain.directory import PeopleFilter
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.delegate import ROW_HEIGHT, PersonDelegate
from ui.people.model import PeopleModel
from ui.pictures import face_of
from ui.widgets.avatar import ROW
from ui.widgets.row_table import RowTable

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_HELD = _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier
_ALT_GR = _CONTROL | _ALT  # on Windows


class PeopleList(RowTable):
    """`chosen` carries the ids of the selected people whenever they change; `menu_asked` a global position."""

    chosen = Signal(list)
    opened = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(tr("People"), ROW_HEIGHT, parent)
        self._core = core
        self._photos: dict[int, QPixmap | None] = {}
        self._shown: list[int] = []
        self._typed, self._typed_at = "", 0
        self.people = PeopleModel(core, self)
        self.setModel(self.people)
        self.painter_of_rows = PersonDelegate(core.desk.today, core.desk.zone, self._photo, self)
        self.setItemDelegate(self.painter_of_rows)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.entered.connect(self._on_row_entered)
        self.viewportEntered.connect(lambda: self._hover(-1))

    # --- what is shown

    def show_people(self, wanted: PeopleFilter) -> None:
        """Shows the list anew and keeps who is selected, as far as they are still in it."""
        kept, place = self._shown, self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.people.show_people(wanted)
        self._photos.clear()
        for person in kept:
            self._add_to_selection(person)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(place)
        self._on_selection_changed()

    def _add_to_selection(self, person: int) -> None:
        row = self.people.row_of(person)
        if row >= 0:
            index = self.people.index(row, 0)
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def select_person(self, person: int) -> bool:
        """Selects one person and scrolls there. Returns whether they are in the list."""
        row = self.people.row_of(person)
        if row < 0:
            return False
        self.selectionModel().setCurrentIndex(self.people.index(row, 0), _SELECT)
        self.scrollTo(self.people.index(row, 0))
        return True

    def select_row(self, row: int) -> None:
        """Selects this row, or the last one should the list have become shorter; nobody in an empty list."""
        if self.people.rowCount():
            index = self.people.index(min(row, self.people.rowCount() - 1), 0)
            self.selectionModel().setCurrentIndex(index, _SELECT)

    def first_selected_row(self) -> int:
        """-1 when nobody is selected."""
        return min((index.row() for index in self.selectionModel().selectedRows()), default=-1)

    def selected(self) -> list[int]:
        """The ids of the selected people, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if len(rows) == self.people.rowCount() > 1:
            return self._core.directory.ids(self.people.wanted)
        return [line.id for line in map(self.people.line, rows) if line is not None]

    def _photo(self, person: int) -> QPixmap | None:
        if person not in self._photos:
            found = self._core.people.photo(person)
            self._photos[person] = None if found is None else face_of(found.data, px(ROW))
        return self._photos[person]

    # --- keys and mouse

    def keyboardSearch(self, search: str) -> None:
        """Goes to the next person whose name has a word that begins so."""
        ids = self._core.directory.ids(self.people.wanted)
        hits = set(self._core.directory.ids(replace(self.people.wanted, text=search)))
        start = self.currentIndex().row() + (1 if len(search) == 1 else 0)
        for row in (*range(max(0, start), len(ids)), *range(0, max(0, start))):
            if ids[row] in hits:
                self.selectionModel().setCurrentIndex(self.people.index(row, 0), _SELECT)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif not self._goes_on_typing(event):
            super().keyPressEvent(event)

    def _goes_on_typing(self, event: QKeyEvent) -> bool:
        """Letters in quick succession are one search, by the clock of the keyboard: to show somebody takes time, too.

        Qt collects them only where `keyboardSearch` is its own.
        """
        held = event.modifiers() & _HELD
        if not event.text() or not event.text().isprintable() or (held and held != _ALT_GR):
            return False
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        goes_on = bool(self._typed) and event.timestamp() - self._typed_at <= pause
        if event.text() == " " and not goes_on:
            return False
        self._typed = self._typed + event.text() if goes_on else event.text()
        self._typed_at = event.timestamp()
        again = set(self._typed) == {event.text()}  # the same letter goes on to the next
        self.keyboardSearch(event.text() if again else self._typed)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected():
            self.menu_asked.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _on_row_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        """The view repaints the rows that the pointer enters and leaves by itself."""
        self.painter_of_rows.hovered = row

    def _on_selection_changed(self, *_: QModelIndex) -> None:
        self._shown = self.selected()
        self.chosen.emit(self._shown)
