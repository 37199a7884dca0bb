"""One person beside the list: the head, the personal file, and the timeline with its composer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchPerson
from relapp.domain.file import PersonalFile
from relapp.domain.pages import TimelineOf
from ui.fonts import px
from ui.palette import current
from ui.people.file_column import FileColumn
from ui.people.header import Header
from ui.pictures import face_of
from ui.shell import Shell
from ui.timeline.composer import Composer
from ui.timeline.view import TimelineView
from ui.watching import Watcher
from ui.widgets.avatar import HEADER
from ui.widgets.text import line

SPLIT = "person.splitter"
_AREAS = (
    Area.PEOPLE, Area.ORGANISATIONS, Area.FACTS, Area.ENTRIES, Area.TAGS, Area.SETTINGS, Area.BUSINESS,
)  # fmt: skip


class PersonPane(QWidget):
    """Made once and shown one person after another."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._person: int | None = None
        self._file: PersonalFile | None = None
        self.header = Header(shell, self)
        self.file = FileColumn(shell, self)
        self.composer = Composer(shell, self)
        self.timeline = TimelineView(shell, self)
        self.both = _Columns(Qt.Orientation.Horizontal, self)
        self._build_layout()
        self.header.menu_asked.connect(self._fill_menu)
        self._watcher = Watcher(self, shell.bus, _AREAS, self._reload)

    def _build_layout(self) -> None:
        right = QWidget(self.both)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.composer)
        column.addWidget(self.timeline, 1)
        self.both.setChildrenCollapsible(False)
        self.both.setHandleWidth(px(8))
        self.both.addWidget(self.file)
        self.both.addWidget(right)
        self.both.setStretchFactor(0, 3)
        self.both.setStretchFactor(1, 4)
        self.both.setSizes(self._shell.core.settings.remembered(SPLIT) or [px(370), px(470)])
        self.both.splitterMoved.connect(lambda: self._shell.core.settings.remember(SPLIT, self.both.sizes()))
        inner = QVBoxLayout()
        inner.setContentsMargins(px(22), px(16), px(20), 0)
        inner.addWidget(self.both)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(line(self))
        layout.addLayout(inner, 1)
        self.setFocusProxy(self.composer)

    def show_person(self, person: int) -> None:
        """Shows this person; one who is gone leaves the pane as it was."""
        if person != self._person:
            self.file.finish_editing()
            self._person = person
            self._reload()

    def _reload(self) -> None:
        if self._person is None:
            return
        try:
            file = self._shell.core.people.file(self._person)
        except NoSuchPerson:
            return
        self._file = file
        self.header.show_file(file, self._picture(file))
        self.file.show_file(file)
        self.composer.show_person(self._person)
        self.timeline.show_timeline(TimelineOf(person=self._person))

    def _picture(self, file: PersonalFile) -> QPixmap | None:
        photo = self._shell.core.people.photo(file.person.id) if file.has_photo else None
        return None if photo is None else face_of(photo.data, px(HEADER))

    def _fill_menu(self, menu: QMenu) -> None:
        from ui.people.person_menu import fill_person_menu

        if self._file is not None:
            fill_person_menu(menu, self._shell, self._file, self.edit)

    def edit(self) -> None:
        """Opens the dialog with everything about this person."""
        from ui.people.edit_dialog import EditDialog

        if self._person is not None:
            EditDialog(self._shell, self._person).open()


class _Columns(QSplitter):
    """Two columns with nothing between them but room to take hold of."""

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            middle = self.rect().adjusted(self.width() // 2, 0, self.width() // 2 + 1 - self.width(), 0)
            QPainter(self).fillRect(middle, current().line)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
