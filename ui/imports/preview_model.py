"""The preview as a model of one column: people and notes, the files they come from, and the fields to choose between.

Only what is unfolded and let through by the filter is a line; what the user chose is kept beside, whatever is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from relapp.domain.merging import Difference, field_label
from relapp.domain.words import tr
from relapp.services.imports import Choices
from ui.imports.preview_rows import Row, State
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """A file's head (`row` is -1), a record (`field` is -1), or one of its differing fields."""

    file: int
    row: int = -1
    field: int = -1

    @property
    def record(self) -> tuple[int, int]:
        return self.file, self.row


class PreviewModel(QAbstractTableModel):
    """`chosen` tells that a tick or a choice changed."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles: list[str] = []
        self._files: list[Sequence[Row]] = []
        self._lines: list[Line] = []
        self._state: State | None = None
        self._left: set[tuple[int, int]] = set()
        self._taken: set[Line] = set()
        self._open: set[tuple[int, int]] = set()

    # --- what is shown

    def show_files(self, files: Sequence[tuple[str, Sequence[Row]]]) -> None:
        """These files with their records, all ticked; heads only where there are several."""
        self._titles = [title for title, _ in files]
        self._files = [rows for _, rows in files]
        self._left.clear()
        self._taken.clear()
        self._open.clear()
        self.narrow(None)
        self.chosen.emit()

    def narrow(self, state: State | None) -> None:
        """Shows the records of one state only, or all."""
        self.beginResetModel()
        self._state = state
        self._lines = []
        for file, rows in enumerate(self._files):
            shown = [at for at, row in enumerate(rows) if state is None or row.state is state]
            if shown and len(self._files) > 1:
                self._lines.append(Line(file))
            for at in shown:
                self._lines.append(Line(file, at))
                self._lines += self._fields(file, at) if (file, at) in self._open else []
        self.endResetModel()

    def _fields(self, file: int, row: int) -> list[Line]:
        return [Line(file, row, field) for field in range(len(self._files[file][row].differing))]

    def line(self, at: int) -> Line:
        return self._lines[at]

    def row_of(self, line: Line) -> Row:
        """The record that a line tells of."""
        return self._files[line.file][line.row]

    def title(self, line: Line) -> str:
        """The head of a file."""
        return self._titles[line.file]

    def difference(self, line: Line) -> Difference:
        """The field that a line tells of."""
        return self.row_of(line).differing[line.field]

    # --- what is chosen

    def is_in(self, line: Line) -> bool:
        """Whether the record comes in."""
        return line.record not in self._left

    def is_open(self, line: Line) -> bool:
        """Whether the differing fields are shown."""
        return line.record in self._open

    def is_taken(self, line: Line) -> bool:
        """Whether the field is taken from the file."""
        return line in self._taken

    def tick(self, line: Line, on: bool) -> None:
        """Takes the record in, or leaves it out."""
        (self._left.discard if on else self._left.add)(line.record)
        self._tell()

    def tick_shown(self, on: bool) -> None:
        """The same for every record that is shown now."""
        for line in self._lines:
            if line.row >= 0:
                (self._left.discard if on else self._left.add)(line.record)
        self._tell()

    def take(self, line: Line, on: bool) -> None:
        """Takes a field from the file, or keeps what is there."""
        (self._taken.add if on else self._taken.discard)(line)
        self._tell()

    def unfold(self, at: int, on: bool) -> None:
        """Shows or hides the differing fields below the record in that line."""
        line = self._lines[at]
        fields = self._fields(line.file, line.row) if line.row >= 0 and line.field < 0 else []
        if not fields or self.is_open(line) is on:
            return
        if on:
            self.beginInsertRows(QModelIndex(), at + 1, at + len(fields))
            self._open.add(line.record)
            self._lines[at + 1 : at + 1] = fields
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), at + 1, at + len(fields))
            self._open.discard(line.record)
            del self._lines[at + 1 : at + 1 + len(fields)]
            self.endRemoveRows()

    def _tell(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))
        self.chosen.emit()

    def counts(self) -> Counter[State]:
        """How many records there are of each state."""
        return Counter(row.state for rows in self._files for row in rows)

    def ticked(self, file: int) -> Counter[State]:
        """How many records of a file come in, by state."""
        return Counter(row.state for at, row in enumerate(self._files[file]) if (file, at) not in self._left)

    def gaining(self, file: int) -> int:
        """How many of those already there gain something: what they lacked, or a field that is taken."""
        filled = {(file, at) for at, row in enumerate(self._files[file]) if row.fills}
        return len((filled | {line.record for line in self._taken if line.file == file}) - self._left)

    def choices(self, file: int) -> Choices:
        """What the user chose for a file."""
        rows = self._files[file]
        leave = frozenset(rows[at].index for of, at in self._left if of == file)
        take: dict[int, frozenset[str]] = {}
        for line in self._taken:
            if line.file == file:
                index = self.row_of(line).index
                take[index] = take.get(index, frozenset()) | {self.difference(line).field}
        return Choices(leave, take)

    # --- Qt's own questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._lines[index.row()].row < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and line.row >= 0:
            on = self.is_in(line) if line.field < 0 else self.is_taken(line)
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(line)
        return plain_tip(self._words(line)) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        line, on = self._lines[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked
        (self.tick if line.field < 0 else self.take)(line, on)
        return True

    def _words(self, line: Line) -> str:
        if line.row < 0:
            return self.title(line)
        if line.field < 0:
            return self.row_of(line).words()
        found = self.difference(line)
        said = tr("{field}: keep “{kept}” or take “{found}”")
        return said.format(field=field_label(found.field), kept=found.kept, found=found.found)
