"""The History page: every change with its title and time; any of them can be taken back when nothing stands on it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from relapp.domain.changes import Area
from relapp.domain.words import tr
from relapp.services.history import Done
from ui.fonts import px
from ui.history.delegate import ChangeDelegate
from ui.history.model import HistoryModel
from ui.moments import Moments
from ui.reversing import redo, undo
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.buttons import Button, Weight
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import PageHeader
from ui.widgets.text import Label, Look


class HistoryPage(QWidget):
    """Choose a change, then undo it or do it again; what stands in the way is said beside the button."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.model = HistoryModel(Moments(shell.core), self)
        self.view = QListView(self)
        self.act = Button("", "", Weight.PRIMARY, self)
        self.why_not = Label("", Look.SECONDARY, self, wrap=True)
        self.empty = EmptyState(
            "clock-counter-clockwise",
            tr("Nothing was changed yet."),
            tr("Whatever you do stands here, and can be undone."),
            self,
        )
        self._build_view()
        self._build_layout()
        self.act.clicked.connect(self._on_act_clicked)
        self._watcher = Watcher(self, shell.bus, (Area.HISTORY,), self.reload)
        self.reload()

    def _build_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChangeDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(tr("Changes"))
        self.view.setProperty("look", "rows")
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.doubleClicked.connect(self._on_act_clicked)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _build_layout(self) -> None:
        header = PageHeader(
            tr("History"),
            tr("The latest 200 changes. Any of them can be undone when nothing later stands on it."),
            self,
        )
        header.add_action(self.act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(12))
        layout.setSpacing(px(10))
        layout.addWidget(header)
        layout.addWidget(self.why_not)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    def reload(self) -> None:
        """Shows the history anew and keeps the chosen change."""
        chosen = self.chosen()
        self.model.show_changes(self._shell.core.history.list())
        row = 0 if chosen is None else max(0, self.model.row_of(chosen.id))
        some = self.model.rowCount() > 0
        self.view.setVisible(some)
        self.empty.setVisible(not some)
        if some:
            self.view.setCurrentIndex(self.model.index(row))
        self._show_act()

    def chosen(self) -> Done | None:
        """The change that is selected."""
        index = self.view.currentIndex()
        return self.model.change(index.row()) if index.isValid() else None

    def _show_act(self) -> None:
        change = self.chosen()
        self.act.setVisible(change is not None)
        blocked = None if change is None else self._shell.core.history.blocked_by(change.id)
        if change is not None:
            self.act.setText(tr("Undo this change") if change.standing else tr("Do it again"))
            self.act.setEnabled(blocked is None)
        self.why_not.setVisible(blocked is not None)
        self.why_not.setText(tr("“{later}” changed the same later. Undo that first.").format(later=blocked or ""))

    def _on_selection_changed(self, *_: QItemSelection) -> None:
        self._show_act()

    def _on_act_clicked(self) -> None:
        change = self.chosen()
        if change is None or not self.act.isEnabled():
            return
        (undo if change.standing else redo)(self._shell, change.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_act_clicked()
        else:
            super().keyPressEvent(event)
