"""The search box itself: what is typed is looked for at once, arrows walk through what was found, Enter opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListView, QVBoxLayout

from relapp.core import Core
from relapp.domain.finding import Hit
from relapp.domain.words import tr
from ui import keys
from ui.fonts import px
from ui.moments import Moments
from ui.palette import current
from ui.search.delegate import FoundDelegate
from ui.search.found import rows_for, rows_of_best
from ui.search.model import FoundModel
from ui.search.rows import Row
from ui.shell import Shell
from ui.tasks import Progress
from ui.widgets.line_field import IconLineEdit

_WIDTH, _HEIGHT = 640, 520
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SearchPalette(QDialog):
    """Stands over the window until something is chosen, Escape is pressed or the window is clicked."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.as_widget(), Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._shell = shell
        self._moments = Moments(shell.core)
        self._photos: dict[int, QPixmap | None] = {}
        self._ranking = ""
        self._pointer = QCursor.pos()
        self.setWindowTitle(tr("Search"))
        self.box = IconLineEdit("magnifying-glass", tr("Search people, notes, facts and commands"), self)
        self.found = FoundModel(self)
        self.list = QListView(self)
        self._build_layout()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        self.box.textChanged.connect(self._on_text_changed)
        self.list.clicked.connect(self._on_row_clicked)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        QShortcut(QKeySequence(keys.SEARCH), self, self.reject)
        self.look()

    def _build_layout(self) -> None:
        self.box.installEventFilter(self)
        self.list.setModel(self.found)
        self.list.setItemDelegate(FoundDelegate(self.list, self.found, self._photo))
        self.list.setAccessibleName(tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self._on_row_entered)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(12), px(12), px(12), px(8))
        rows.setSpacing(px(8))
        rows.addWidget(self.box)
        rows.addWidget(self.list, 1)
        window = self._shell.as_widget().window()
        self._tallest = max(px(240), min(px(_HEIGHT), window.height() - px(90)))
        self.resize(max(px(280), min(px(_WIDTH), window.width() - px(24))), self._tallest)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + px(56))

    # --- looking

    def _on_text_changed(self) -> None:
        """Looks when no more keys are waiting, so that quick typing is never slowed down."""
        self._soon.start()

    @Slot()
    def look(self) -> None:
        """Shows what fits what is typed now."""
        self._soon.stop()
        self._ranking = ""
        self._show(rows_for(self._shell.core, self._moments, self.box.text()))

    def _show(self, rows: Sequence[Row]) -> None:
        self.found.show_rows(rows)
        self._pointer = QCursor.pos()
        self.list.scrollToTop()
        self.resize(self.width(), min(self._tallest, self._height_of(rows)))
        choosable = self.found.choosable()
        if choosable:
            self.list.selectionModel().setCurrentIndex(self.found.index(choosable[0], 0), _SELECT)

    def _height_of(self, rows: Sequence[Row]) -> int:
        lines = sum(self.list.sizeHintForRow(at) for at in range(len(rows)))
        return lines + self.box.sizeHint().height() + px(34)

    def rank(self) -> None:
        """Looks for the notes that fit best; among very many that takes a moment, in the data thread."""
        if self._soon.isActive():
            self.look()
        text = self.box.text().strip()
        if not text or self._ranking == text:
            return
        self._ranking = text

        def best(core: Core, progress: Progress) -> tuple[str, list[Hit]]:
            return text, core.finding.best_notes(text)

        self._show([Row(tr("Looking for the best matches in notes…"))])
        task = self._shell.tasks.run(tr("Searching"), best, self._on_ranked, quiet=True)
        task.failed.connect(self._on_ranking_failed)
        task.broke.connect(self._on_ranking_failed)

    @Slot(object)
    def _on_ranked(self, answer: tuple[str, list[Hit]]) -> None:
        text, hits = answer
        if text == self._ranking:
            self._show(rows_of_best(hits, self._moments) or [Row(tr("No note fits"))])

    @Slot()
    def _on_ranking_failed(self) -> None:
        self.look()

    # --- choosing

    def chosen(self) -> Row | None:
        """The row that Enter opens."""
        index = self.list.currentIndex()
        return self.found.row(index.row()) if index.isValid() else None

    def _choose(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.list.selectionModel().setCurrentIndex(index, _SELECT)

    def _on_row_entered(self, index: QModelIndex) -> None:
        """The pointer chooses when it is moved, not when the list moves below it."""
        if QCursor.pos() != self._pointer:
            self._choose(index)

    def _on_current_changed(self, index: QModelIndex) -> None:
        """The focus stays in the box, so the box says what is chosen."""
        self.box.setAccessibleDescription(self.found.row(index.row()).words() if index.isValid() else "")

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._choose(index)
        self.open_chosen()

    def open_chosen(self) -> None:
        """Opens what is chosen, for what is typed now."""
        if self._soon.isActive():
            self.look()
        row, shell = self.chosen(), self._shell
        if row is None or row.act is None:
            return
        if row.ranks:
            self.rank()
            return
        self.accept()
        row.act(shell)

    def _move(self, step: int) -> None:
        """To another row, by lines; past the end it begins again at the other one."""
        rows = self.found.choosable()
        if rows:
            now = self.list.currentIndex().row()
            at = rows.index(now) if now in rows else -1
            self._go_to(rows[(at + step) % len(rows)])

    def _move_page(self, forward: bool) -> None:
        rows = self.found.choosable()
        if not rows:
            return
        start = self.list.visualRect(self.list.currentIndex())
        height = self.list.viewport().height() * (1 if forward else -1)
        ahead = [at for at in rows if (at - self.list.currentIndex().row()) * (1 if forward else -1) > 0]
        within = [at for at in ahead if abs(self._top(at) - start.top()) <= abs(height)]
        end = (within[-1] if forward else within[0]) if within else (rows[-1] if forward else rows[0])
        self._go_to(end)

    def _top(self, at: int) -> int:
        return self.list.visualRect(self.found.index(at, 0)).top()

    def _go_to(self, at: int) -> None:
        index = self.found.index(at, 0)
        self.list.selectionModel().setCurrentIndex(index, _SELECT)
        self._pointer = QCursor.pos()
        first = self.found.choosable()[0]
        self.list.scrollTo(self.found.index(0, 0) if at == first else index)

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list; all others are for the box."""
        key, mods = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.rank if mods & Qt.KeyboardModifier.ControlModifier else self.open_chosen)()
            return True
        if mods:
            return False
        if key in _STEPS:
            self._move(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._move_page(key == Qt.Key.Key_PageDown)
        else:
            return self._press_end(key)
        return True

    def _press_end(self, key: Qt.Key) -> bool:
        """Home and End go to the first and the last row; already there, or inside the text, they move in the text."""
        rows, now = self.found.choosable(), self.list.currentIndex().row()
        if not rows or key not in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return False
        if key == Qt.Key.Key_Home and now != rows[0]:
            self._go_to(rows[0])
            return True
        if key == Qt.Key.Key_End and self.box.cursorPosition() == len(self.box.text()):
            self._go_to(rows[-1])
            return True
        return False

    def event(self, event: QEvent) -> bool:
        """Goes when another window is clicked."""
        if event.type() == QEvent.Type.WindowDeactivate and self.isVisible():
            QTimer.singleShot(0, self, self.reject)
        return super().event(event)

    def open(self) -> None:
        """Over the window, which stays alive: a click into it closes the box."""
        self.show()
        self.activateWindow()
        self.box.setFocus()

    # --- pictures

    def paintEvent(self, event: QPaintEvent) -> None:
        """A fine line around it, since there is no frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().line)
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), current().paper)

    def _photo(self, person: int) -> QPixmap | None:
        if person not in self._photos:
            found = self._shell.core.people.photo(person)
            picture = QPixmap()
            loaded = found is not None and picture.loadFromData(found.data)
            self._photos[person] = picture.scaledToWidth(px(80)) if loaded else None
        return self._photos[person]
