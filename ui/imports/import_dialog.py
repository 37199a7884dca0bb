"""Bringing files in: choose, look at what would happen, import, and see what came of it. All work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain.directory import PeopleFilter
from relapp.domain.errors import Cancelled
from relapp.domain.words import tr
from relapp.services.imports import Report
from ui.file_choice import ask_for_imports
from ui.fonts import px
from ui.imports.choose_page import ChoosePage
from ui.imports.import_work import ReadFile, ReadFiles, Written, fill_index, read_files, take_back, write_files
from ui.imports.preview_page import PreviewPage, tell_refused
from ui.imports.summary_page import SummaryPage
from ui.imports.wait_page import WaitPage
from ui.shell import Shell
from ui.tasks import Progress, Task
from ui.widgets.buttons import Button, Weight
from ui.widgets.strip import ErrorStrip
from ui.widgets.text import ElidedLabel, Look


class ImportDialog(QDialog):
    """Begins to read `paths` at once; without any it asks for files first, or lets them be dropped."""

    def __init__(self, shell: Shell, paths: Sequence[Path] = ()) -> None:
        super().__init__(shell.as_widget())
        self._shell = shell
        self._files: tuple[ReadFile, ...] = ()
        self._refused: tuple[str, ...] = ()
        self._reports: tuple[Report, ...] = ()
        self._task: Task | None = None
        self._writing = False
        self.setWindowTitle(tr("Import"))
        self.setAcceptDrops(True)
        self.choose = ChoosePage()
        self.wait = WaitPage()
        self.preview = PreviewPage()
        self.summary = SummaryPage()
        self.errors = ErrorStrip()
        self._build_layout()
        self.choose.asked.connect(self._on_files_asked)
        self.preview.chosen.connect(self._on_choice_made)
        self.summary.undo.clicked.connect(self._on_undo_clicked)
        self.summary.show_them.clicked.connect(self._on_show_clicked)
        self._show_step(self.choose)
        if paths:
            self.read(paths)

    # --- layout

    def _build_layout(self) -> None:
        self.steps = QStackedWidget()
        for page in (self.choose, self.wait, self.preview, self.summary):
            self.steps.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(24), px(20), px(24), px(18))
        rows.setSpacing(px(12))
        rows.addWidget(self.errors)
        rows.addWidget(self.steps, 1)
        rows.addLayout(self._build_foot())
        self.setMinimumSize(px(480), px(460))
        self.resize(px(720), px(600))

    def _build_foot(self) -> QHBoxLayout:
        self.forecast = ElidedLabel("", Look.MUTED)
        self.cancel = Button(tr("Cancel"), parent=self)
        self.cancel.clicked.connect(self.reject)
        self.go = Button(tr("Import"), "download-simple", Weight.PRIMARY, self)
        self.go.clicked.connect(self._on_import_clicked)
        self.close_button = Button(tr("Close"), "", Weight.PRIMARY, self)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.forecast, 1)
        for button in (self.cancel, self.go, self.close_button):
            foot.addWidget(button)
        return foot

    def _show_step(self, page: QWidget) -> None:
        self.steps.setCurrentWidget(page)
        done = page is self.summary
        self.go.setVisible(page is self.preview)
        self.forecast.setText("")
        self.cancel.setVisible(not done)
        self.cancel.setEnabled(True)
        self.cancel.setText(tr("Stop") if page is self.wait else tr("Cancel"))
        self.close_button.setVisible(done)
        self.go.setDefault(page is self.preview)
        self.close_button.setDefault(done)
        if page is self.preview:
            self._on_choice_made()
            self.preview.table.setFocus()
        elif done:
            self.close_button.setFocus()

    # --- reading

    @Slot()
    def _on_files_asked(self) -> None:
        ask_for_imports(self, self.read)

    def read(self, paths: Sequence[Path]) -> None:
        """Reads these files and shows what an import of them would do."""
        self.errors.clear()
        chosen = list(dict.fromkeys(paths))
        self._work(
            tr("Reading and comparing"), partial(read_files, paths=chosen), self._on_files_read, self._on_reading_failed
        )

    def _work(
        self,
        title: str,
        work: Callable[[Core, Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
        *,
        writing: bool = False,
    ) -> None:
        """Has something done in the data thread, and shows meanwhile that it is."""
        self._writing = writing
        self._task = self._shell.tasks.run(title, work, done, failed)
        self._task.broke.connect(self._on_work_broke)
        self._task.ended.connect(self._on_work_ended)
        self.wait.watch(self._task)
        self._show_step(self.wait)

    @Slot()
    def _on_work_ended(self) -> None:
        if self.sender() is self._task:
            self._task = None

    @Slot(object)
    def _on_work_broke(self, error: object) -> None:
        """A bug: the error dialog tells of it, this one goes."""
        self._task = None
        self.done(QDialog.DialogCode.Rejected)

    @Slot(object)
    def _on_files_read(self, read: ReadFiles) -> None:
        self._files, self._refused = read.files, read.refused
        if read.files:
            self.preview.show_files(read)
            self._show_step(self.preview)
        else:
            tell_refused(self.choose.refused, read.refused)
            self._show_step(self.choose)

    @Slot(str)
    def _on_reading_failed(self, sentence: str) -> None:
        if sentence != str(Cancelled()):
            self.errors.show_error(sentence)
        self._show_step(self.preview if self._files else self.choose)

    # --- importing

    @Slot()
    def _on_choice_made(self) -> None:
        forecast = self.preview.forecast()
        self.go.setEnabled(bool(forecast))
        self.forecast.setText(forecast or tr("As it is ticked now, an import changes nothing"))

    @Slot()
    def _on_import_clicked(self) -> None:
        self.errors.clear()
        jobs = [(file.path, file.reading, self.preview.model.choices(at)) for at, file in enumerate(self._files)]
        work = partial(write_files, jobs=jobs)
        self._work(tr("Importing"), work, self._on_files_written, self._on_writing_failed, writing=True)

    @Slot(object)
    def _on_files_written(self, written: Written) -> None:
        self._reports = written.reports
        notes = {str(file.path) for file in self._files if file.reading.notes}
        self.summary.show_reports(
            [report for report in written.reports if report.file not in notes],
            [report for report in written.reports if report.file in notes],
            (*self._refused, *written.refused),
            [said for file in self._files for said in file.skipped],
        )
        self._show_step(self.summary)
        if self._shell.core.files.unindexed():
            self._shell.tasks.run(tr("Preparing the search"), fill_index)

    @Slot(str)
    def _on_writing_failed(self, sentence: str) -> None:
        self.errors.show_error(sentence)
        self._show_step(self.preview)

    # --- afterwards

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.errors.clear()
        reports = self._reports

        def work(core: Core, progress: Progress) -> None:
            take_back(core, reports)

        self._work(tr("Taking the import back"), work, self._on_taken_back, self._on_undo_failed, writing=True)

    @Slot(object)
    def _on_taken_back(self, nothing: object) -> None:
        self._shell.say(tr("The import was taken back."))
        self.accept()

    @Slot(str)
    def _on_undo_failed(self, sentence: str) -> None:
        self.errors.show_error(sentence)
        self._show_step(self.summary)

    @Slot()
    def _on_show_clicked(self) -> None:
        persons = {person for report in self._reports for person in report.persons}
        self.accept()
        if len(persons) == 1:
            self._shell.open_person(persons.pop())
        else:
            self._shell.show_people(PeopleFilter())

    # --- leaving, and files dropped in

    def reject(self) -> None:
        """What is being written is taken back first; the dialog stays until then."""
        if self._task is None:
            super().reject()
            return
        self._task.cancel()
        if self._writing:
            self.wait.say(tr("Stopping. What was written is taken back."))
            self.cancel.setEnabled(False)
        elif self._files:
            self._show_step(self.preview)
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._task is None and _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(_files_in(event))


def _files_in(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
