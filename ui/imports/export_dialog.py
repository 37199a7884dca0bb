"""Taking notes or people out: whose, which, how, with the first rows to look at, then written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relapp.domain.exports import NotesWanted
from relapp.domain.words import tr
from relapp.services.exports import Dialect
from ui.fonts import px
from ui.imports import counted
from ui.imports.export_choice import NOTES, remembered_notes
from ui.imports.export_preview import ExportPreview
from ui.imports.export_work import Glance, NotesWish, PeopleWish, Wish
from ui.imports.notes_page import NotesPage
from ui.imports.people_page import PeoplePage
from ui.imports.saved_page import SavedPage
from ui.imports.wait_page import WaitPage
from ui.imports.where_to import ask_where, file_name, folder
from ui.palette import Tone
from ui.shell import Shell
from ui.tasks import Task
from ui.widgets.buttons import Button, Weight
from ui.widgets.chip import Chip
from ui.widgets.strip import ErrorStrip
from ui.widgets.text import ElidedLabel, Look

WHAT, FORMAT, FOLDER = "export.what", "export.people", "export.folder"
_PAUSE_MS = 120


class ExportDialog(QDialog):
    """Of these `persons`, or of everybody; with none there is only everybody."""

    def __init__(self, shell: Shell, persons: Sequence[int] = ()) -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self._persons = tuple(persons)
        self._core = shell.core
        self._labels = self._core.exports.columns()
        self._asked: Wish | None = None
        self._glance: Glance | None = None
        self._task: Task | None = None
        self._target = Path()
        self._said = ""
        kept = self._core.settings.remembered
        choice = remembered_notes(kept(NOTES), list(self._labels), self._core.desk.today())
        self.notes = NotesPage(choice, self._labels)
        self.people = PeoplePage(kept(FORMAT))
        self._build_parts()
        self._build_layout()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.whose.currentIndexChanged.connect(self._on_choice_changed)
        for page in (self.notes, self.people):
            page.changed.connect(self._on_choice_changed)
        self._show_what("people" if kept(WHAT) == "people" else "notes")

    # --- layout

    def _build_parts(self) -> None:
        self.setWindowTitle(tr("Export"))
        self.errors = ErrorStrip()
        self.whats = {"notes": Chip(tr("Notes"), Tone.GREEN, "note", clickable=True)}
        self.whats["people"] = Chip(tr("People"), Tone.GREEN, "users", clickable=True)
        group = QButtonGroup(self)
        for key, chip in self.whats.items():
            chip.setCheckable(True)
            group.addButton(chip)
            chip.clicked.connect(partial(self._show_what, key))
        self.whose = QComboBox(self)
        self.whose.setAccessibleName(tr("Whose"))
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if self._persons:
            self.whose.addItem(self._whose_words(), self._persons)
        self.whose.addItem(tr("Everybody"), ())
        self.preview = ExportPreview()
        self.wait, self.saved = WaitPage(), SavedPage()
        self.saved.failed.connect(self.errors.show_error)
        self.count = ElidedLabel("", Look.MUTED)
        self.cancel = Button(tr("Cancel"), parent=self)
        self.cancel.clicked.connect(self.reject)
        self.go = Button(tr("Save as…"), "floppy-disk", Weight.PRIMARY, self)
        self.go.clicked.connect(self._on_go_clicked)
        self.go.setDefault(True)

    def _build_layout(self) -> None:
        self.forms = QStackedWidget()
        self.forms.addWidget(self.notes)
        self.forms.addWidget(self.people)
        self.forms.setMinimumWidth(px(300))
        self.steps = QStackedWidget()
        for page in (self._build_form(), self.wait, self.saved):
            self.steps.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.count, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(24), px(20), px(24), px(18))
        rows.setSpacing(px(12))
        rows.addWidget(self.errors)
        rows.addWidget(self.steps, 1)
        rows.addLayout(foot)
        self.setMinimumSize(px(640), px(460))
        self.resize(px(860), px(640))

    def _build_form(self) -> QWidget:
        form = QWidget()
        top = QHBoxLayout()
        top.setSpacing(px(6))
        for chip in self.whats.values():
            top.addWidget(chip)
        top.addStretch(1)
        top.addWidget(self.whose, 2)
        body = QHBoxLayout()
        body.setSpacing(px(18))
        body.addWidget(self.forms, 2)
        body.addWidget(self.preview, 3)
        rows = QVBoxLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(14))
        rows.addLayout(top)
        rows.addLayout(body, 1)
        self.form = form
        return form

    def _whose_words(self) -> str:
        if len(self._persons) == 1:
            return self._core.people.name(self._persons[0])
        return tr("The {people} selected").format(people=counted.people(len(self._persons)))

    def _show_step(self, page: QWidget) -> None:
        self.steps.setCurrentWidget(page)
        self.go.setVisible(page is self.form)
        self.count.setText(self.count.text() if page is self.form else "")
        words = {self.wait: tr("Stop"), self.saved: tr("Close")}
        self.cancel.setText(words.get(page, tr("Cancel")))
        if page is self.saved:
            self.cancel.setFocus()

    # --- what is chosen

    def _what(self) -> str:
        return "people" if self.forms.currentWidget() is self.people else "notes"

    def _show_what(self, key: str, *_: object) -> None:
        self.whats[key].setChecked(True)
        self.forms.setCurrentWidget(self.people if key == "people" else self.notes)
        self._on_choice_changed()

    def _wish(self) -> Wish:
        persons = tuple(self.whose.currentData())
        if self._what() == "people":
            return PeopleWish(persons, self.people.format())
        choice, desk = self.notes.choice(), self._core.desk
        since, until = choice.span.bounds(desk.today(), desk.zone())
        wanted = NotesWanted(persons, choice.kinds, since, until)
        return NotesWish(wanted, choice.columns, Dialect(choice.separator, choice.bom))

    @Slot()
    def _on_choice_changed(self) -> None:
        self.errors.clear()
        self._glance = None
        self.go.setEnabled(False)
        self.count.setText(tr("Counting…"))
        columns = self.notes.choice().columns
        comes_back = self._core.exports.can_come_back(columns)
        self.notes.say_hint("" if comes_back else _cannot_come_back(self._labels))
        self._pause.start()

    def _look(self) -> None:
        """Looks how much there is; one look at a time, and once more if the choice changed meanwhile."""
        if self._asked is None:
            self._asked = self._wish()
            task = self._shell.tasks.run(tr("Counting"), self._asked.look, self._on_looked, quiet=True)
            task.failed.connect(self._on_look_failed)
            task.broke.connect(self._on_look_failed)

    @Slot(object)
    def _on_looked(self, glance: Glance) -> None:
        asked, self._asked = self._asked, None
        if asked != self._wish():
            self._look()
            return
        self._glance = glance
        if glance.rows is None:
            self.count.setText(counted.people(glance.count))
            self.preview.show_text(glance.text)
        else:
            columns = asked.columns if isinstance(asked, NotesWish) else ()
            self.count.setText(counted.notes(glance.count))
            self.preview.show_rows([self._labels[key] for key in columns], glance.rows)
        self.go.setEnabled(glance.count > 0 and (glance.rows is None or bool(glance.rows)))

    @Slot(object)
    def _on_look_failed(self, trouble: object) -> None:
        self._asked = None
        self.count.setText("")
        if isinstance(trouble, str):
            self.errors.show_error(trouble)

    # --- writing

    @Slot()
    def _on_go_clicked(self) -> None:
        what, persons = self._what(), self.whose.currentData()
        whose = self._core.people.name(persons[0]) if len(persons) == 1 else ""
        ending = self.people.format().value if what == "people" else "csv"
        name = file_name(tr("people") if what == "people" else tr("notes"), whose, self._core.desk.today(), ending)
        ask_where(self, folder(self._core.settings.remembered(FOLDER)) / name, self.save)

    def save(self, target: Path) -> None:
        """Writes what is chosen to `target`, and remembers the choice."""
        self._remember(target)
        self._target = target
        wish, total = self._wish(), self._glance.count if self._glance else 0
        self._said = self.count.text()
        work = partial(wish.save, target=target, total=total)
        title = tr("Writing {file}").format(file=target.name)
        self._task = self._shell.tasks.run(title, work, self._on_saved, self._on_saving_failed)
        self._task.broke.connect(self._on_saving_broke)
        self.wait.watch(self._task)
        self._show_step(self.wait)

    def _remember(self, target: Path) -> None:
        def act() -> None:
            remember = self._core.settings.remember
            remember(WHAT, self._what())
            remember(FORMAT, self.people.format().value)
            remember(NOTES, self.notes.choice().to_remember())
            remember(FOLDER, str(target.parent))

        self._shell.attempt(act)

    @Slot(object)
    def _on_saved(self, nothing: object) -> None:
        self._task = None
        said = tr("{what} saved.").format(what=self._said)
        self.saved.show_file(said, self._target)
        self._show_step(self.saved)

    @Slot(str)
    def _on_saving_failed(self, sentence: str) -> None:
        self._task = None
        self._show_step(self.form)
        self.count.setText(self._said)
        self.errors.show_error(sentence)

    @Slot(object)
    def _on_saving_broke(self, error: object) -> None:
        """A bug: the error dialog tells of it, this one goes."""
        self._task = None
        self.reject()

    def reject(self) -> None:
        """While it writes: stops that, and the choice is shown again."""
        if self._task is None:
            super().reject()
        else:
            self._task.cancel()


def _cannot_come_back(labels: dict[str, str]) -> str:
    needed = ", ".join(labels[key] for key in ("entry_uid", "person", "when", "kind"))
    return tr("A file without {columns} can't be imported again.").format(columns=needed)
