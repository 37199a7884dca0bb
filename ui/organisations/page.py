"""The Organisations page: the list on one side, one organisation with its people and joint timeline on the other."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from relapp.domain.changes import Area
from relapp.domain.words import tr
from ui.fonts import px
from ui.organisations.delegate import OrganisationDelegate
from ui.organisations.model import OrganisationsModel
from ui.organisations.pane import OrganisationPane
from ui.shell import Shell
from ui.watching import Watcher
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_field import IconLineEdit

SPLIT = "organisations.splitter"


class OrganisationsPage(QWidget):
    """Typing narrows the list; Delete deletes, with a way back."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.filter = IconLineEdit("magnifying-glass", tr("Filter organisations"), self)
        self.add = Button("", "plus", name=tr("Add an organisation"), parent=self)
        self.model = OrganisationsModel(shell.core.desk.now, self)
        self.view = _List(self)
        self.pane = OrganisationPane(shell, self)
        self.nothing = EmptyState(
            "buildings",
            tr("No organisations yet."),
            tr("They come with the positions of your people, or with an import."),
            self,
        )
        self.nothing.add_action(tr("Add an organisation"), "plus", primary=True).clicked.connect(self._on_add_clicked)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._build_view()
        self._build_layout()
        self.filter.textChanged.connect(self.reload)
        self.add.clicked.connect(self._on_add_clicked)
        areas = (Area.ORGANISATIONS, Area.PEOPLE, Area.ENTRIES)
        self._watcher = Watcher(self, shell.bus, areas, self.reload)
        self.reload()

    def _build_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(OrganisationDelegate(self.view))
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.delete_asked.connect(self._on_delete_asked)

    def _build_layout(self) -> None:
        column = QWidget(self)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(px(12), px(14), px(12), 0)
        inner.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(self.filter, 1)
        head.addWidget(self.add)
        inner.addLayout(head)
        inner.addWidget(self.view, 1)
        column.setMinimumWidth(px(200))
        self.splitter.addWidget(column)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes(self._shell.core.settings.remembered(SPLIT) or [px(270), px(880)])
        self.splitter.splitterMoved.connect(lambda: self._shell.core.settings.remember(SPLIT, self.splitter.sizes()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.nothing, 1)
        self.setFocusProxy(self.view)

    # --- what is shown

    def reload(self) -> None:
        """Shows the list anew and keeps the chosen organisation."""
        chosen = self.chosen()
        self.model.show_lines(self._shell.core.organisations.lines(self.filter.text().strip()))
        some = self.model.rowCount() > 0
        self.splitter.setVisible(some or bool(self.filter.text()))
        self.nothing.setVisible(not some and not self.filter.text())
        if some:
            row = 0 if chosen is None else max(0, self.model.row_of(chosen))
            self.view.setCurrentIndex(self.model.index(row))
        self._show_chosen()

    def show_organisation(self, organisation: int) -> None:
        """Selects an organisation, taking the filter off when it hides it."""
        if self.model.row_of(organisation) < 0:
            self.filter.clear()
        row = self.model.row_of(organisation)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))
        self.view.setFocus()

    def chosen(self) -> int | None:
        """The id of the organisation that is selected."""
        index = self.view.currentIndex()
        return self.model.line(index.row()).id if index.isValid() else None

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        self.pane.setVisible(chosen is not None)
        if chosen is not None:
            self.pane.show_organisation(chosen)

    # --- what happened

    def _on_selection_changed(self, *_: QItemSelection) -> None:
        QTimer.singleShot(0, self, self._show_chosen)

    def _on_add_clicked(self) -> None:
        dialog = QInputDialog(self._shell.as_widget())
        dialog.setWindowTitle(tr("Add an organisation"))
        dialog.setLabelText(tr("Name"))
        dialog.textValueSelected.connect(self._add_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_named(self, name: str) -> None:
        added: list[int] = []
        self._shell.attempt(lambda: added.append(self._shell.core.organisations.add(name)))
        for organisation in added:
            self.show_organisation(organisation)

    def _on_delete_asked(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        name = self._shell.core.organisations.get(chosen).name
        if self._shell.attempt(lambda: self._shell.core.organisations.delete(chosen)):
            self._shell.say(tr("{name} deleted. Its people stay.").format(name=name), undo=True)


class _List(QListView):
    """The list; tells when Delete is pressed."""

    delete_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Organisations"))
        self.setProperty("look", "rows")
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)
