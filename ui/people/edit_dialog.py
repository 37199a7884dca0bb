"""Everything about a person in one dialog: pages beside a list of them, saved as one change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
)

from relapp.domain.drafts import PersonDraft
from relapp.domain.errors import KnownError
from relapp.domain.settings import CADENCES
from relapp.domain.words import tr
from ui.fonts import px
from ui.keys import shown
from ui.people.editing.about_page import AboutPage
from ui.people.editing.client_page import ClientPage
from ui.people.editing.hours_page import HoursPage
from ui.people.editing.name_page import NamePage
from ui.people.editing.page import EditPage
from ui.people.editing.photo_field import PhotoField
from ui.people.editing.reach_page import ReachPage
from ui.people.editing.relations_page import RelationsPage
from ui.people.editing.work_page import WorkPage
from ui.people.editing.wrong import Wrong, show_wrong
from ui.shell import Shell
from ui.widgets.buttons import Button, Weight
from ui.widgets.focus import tab_as_laid_out
from ui.widgets.strip import ErrorStrip
from ui.widgets.text import line


class EditDialog(QDialog):
    """Ctrl+Enter and Ctrl+S save; Ctrl+Page Up and Page Down turn the pages; Escape asks once what was changed."""

    def __init__(self, shell: Shell, person: int) -> None:
        """Raises NoSuchPerson."""
        super().__init__(shell.as_widget())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._person = person
        core = shell.core
        file = core.people.file(person)
        draft, today = PersonDraft.of(file), core.desk.today()
        self.setWindowTitle(tr("Edit {name}").format(name=file.shown))
        self.photo = PhotoField(file.shown, person, core.people.photo(person) if file.has_photo else None, self)
        self.name = NamePage(draft.name, self.photo, self)
        self.reach = ReachPage(draft, self)
        self.hours = HoursPage(draft, core.hours.suggested_zone(person), today, self)
        self.work = WorkPage(draft, core.organisations.names(), today, self)
        cadences = {tier: core.settings.get(option) for tier, option in CADENCES.items()}
        self.client = ClientPage(draft, cadences, core.people.tags(), today, self)
        self.relations = RelationsPage(draft, person, core, self)
        self.about = AboutPage(draft, today, self)
        self.pages: tuple[EditPage, ...] = (
            self.name, self.reach, self.hours, self.work, self.client, self.relations, self.about,
        )  # fmt: skip
        self.contents = QListWidget(self)
        self.stack = QStackedWidget(self)
        self.errors = ErrorStrip(self)
        self.save_button = Button(tr("Save"), "", Weight.PRIMARY, self, keys=shown("Ctrl+Return"))
        self.cancel_button = Button(tr("Cancel"), parent=self)
        self._build_layout()
        self._build_keys()

    def _build_layout(self) -> None:
        self.contents.setAccessibleName(tr("Parts of the file"))
        self.contents.setFixedWidth(px(158))
        for page in self.pages:
            QListWidgetItem(page.title, self.contents)
            self.stack.addWidget(page)
        self.contents.setCurrentRow(0)
        self.contents.currentRowChanged.connect(self.stack.setCurrentIndex)
        middle = QHBoxLayout()
        middle.setContentsMargins(px(12), px(14), 0, 0)
        middle.setSpacing(px(6))
        middle.addWidget(self.contents)
        middle.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(12), px(20), px(14))
        foot.setSpacing(px(8))
        foot.addWidget(self.errors, 1)
        foot.addStretch()
        foot.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(middle, 1)
        rows.addWidget(line(self))
        rows.addLayout(foot)
        self.resize(px(780), px(620))
        tab_as_laid_out(self)
        self.name.full.setFocus()

    def _build_keys(self) -> None:
        self.cancel_button.setAutoDefault(False)
        self.save_button.setAutoDefault(False)
        for button in self.findChildren(Button):
            button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self._turn(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self._turn(-1))

    def _turn(self, step: int) -> None:
        self.contents.setCurrentRow((self.contents.currentRow() + step) % len(self.pages))
        self.contents.setFocus()

    def show_page(self, page: EditPage) -> None:
        """Turns to this page."""
        self.contents.setCurrentRow(self.pages.index(page))

    # --- saving and leaving

    def save(self) -> None:
        """Saves what was touched and closes; what can't be taken is said where it stands, and nothing is saved."""
        if not self._is_touched():
            self.accept()
            return
        core = self._shell.core
        try:
            draft = before = PersonDraft.of(core.people.file(self._person))
            for page in self.pages:
                if page.is_touched:
                    draft = page.apply(draft)
            if draft != before or self.photo.change is not None:  # what was put back as it was is no change
                core.people.save(self._person, draft, photo=self.photo.change)
        except Wrong as wrong:
            self._say_wrong(wrong)
        except KnownError as error:
            self.errors.show_error(str(error))
        else:
            self.accept()

    def _is_touched(self) -> bool:
        return self.photo.change is not None or any(page.is_touched for page in self.pages)

    def _say_wrong(self, wrong: Wrong) -> None:
        self.show_page(next(page for page in self.pages if page.isAncestorOf(wrong.field)))
        show_wrong(wrong)

    def reject(self) -> None:
        """Leaves without saving; asks first when something would be lost."""
        if not self._is_touched():
            super().reject()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(tr("Keep what you changed?"))
        keep = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(stay)
        keep.clicked.connect(self.save)
        drop.clicked.connect(lambda: QDialog.reject(self))
        box.open()
