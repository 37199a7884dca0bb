"""Finding a person by a few letters, one slip forgiven: a line, and those who fit below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from relapp.core import Core
from relapp.domain.words import tr
from ui.fonts import px
from ui.timeline.popover import Popover
from ui.widgets.line_field import IconLineEdit
from ui.widgets.text import Label, Look

MOST = 6
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PersonPicker(Popover):
    """Enter takes who is marked; the arrow keys move the mark. `picked` carries the id."""

    picked = Signal(int)

    def __init__(self, anchor: QWidget, core: Core, without: tuple[int, ...]) -> None:
        super().__init__(anchor, tr("Add a person"))
        self._core = core
        self._without = without
        self.line = IconLineEdit("magnifying-glass", tr("Name of a person"), self)
        self.people = QListWidget(self)
        self.people.setAccessibleName(tr("People who fit"))
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nobody = Label(tr("Nobody by that name."), Look.SECONDARY, self)
        for widget in (self.line, self.people, self.nobody):
            self.rows.addWidget(widget)
        self.people.hide()
        self.nobody.hide()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._show_people)
        self.line.returnPressed.connect(lambda: self._pick(self.people.currentItem()))
        self.people.itemClicked.connect(self._pick)
        self.setFocusProxy(self.line)
        self.line.setFocus()

    def _show_people(self, text: str) -> None:
        self.people.clear()
        found = self._core.people.candidates(text) if text.strip() else []
        for one in [one for one in found if one.id not in self._without][:MOST]:
            item = QListWidgetItem(f"{one.shown} · {one.detail}" if one.detail else one.shown, self.people)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
        count = self.people.count()
        self.people.setCurrentRow(0)
        self.people.setFixedHeight(max(1, count) * (self.people.sizeHintForRow(0) if count else 1) + px(4))
        self.people.setVisible(count > 0)
        self.nobody.setVisible(not count and bool(text.strip()))
        self.fit()

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            row = self.people.currentRow() + (1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1)
            self.people.setCurrentRow(max(0, min(row, self.people.count() - 1)))
            return True
        return super().eventFilter(watched, event)
