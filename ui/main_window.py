"""The window around the pages: it fulfils `ui.shell.Shell` and the commands, and knows no client.

What the first frame does not show is imported and made when it is first needed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from relapp.core import Core
from relapp.domain.changes import Area, Change
from relapp.domain.directory import PeopleFilter, Scope
from relapp.domain.errors import KnownError
from relapp.domain.settings import HIDE_PRIVATE, LOOK
from relapp.domain.words import tr
from ui import keys
from ui.bus import Bus
from ui.fonts import px
from ui.page_stack import PageStack
from ui.pages import PAGES
from ui.shell import Shell
from ui.theme import Mode, Theme
from ui.widgets.buttons import Button, Weight
from ui.widgets.side_bar import SideBar
from ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QDialog

    from ui.progress_strip import ProgressStrip
    from ui.tasks import Task, Tasks
    from ui.widgets.strip import ErrorStrip
    from ui.widgets.toast import Toast
    from ui.window_strips import Strips

_LOOKS_FORWARD_MS = 400


class MainWindow(QWidget):
    """One open file. `first_painted` comes once, after the frame that shows the first page."""

    first_painted = Signal()
    closed = Signal()
    sample_wanted = Signal()
    broke = Signal(object)

    def __init__(
        self, core: Core, bus: Bus, make_tasks: Callable[[], Tasks], theme: Theme, *, welcoming: bool = True
    ) -> None:
        """`make_tasks` is called for the first task. `welcoming`: an empty file shows the ways to begin."""
        super().__init__()
        self.core = core
        self.bus = bus
        self._make_tasks = make_tasks
        self._theme = theme
        self._name = ""
        self._welcoming = welcoming
        self._empty = welcoming and self._is_empty()
        self._may_stop = not welcoming  # what runs in a file that is thrown away may be stopped
        bus.changed.connect(self._on_data_changed)  # first of all, so that pages read fresh settings
        self._build_layout()
        self.setAcceptDrops(True)
        self._painted = False
        _FirstPaint(self, self._on_first_painted)

    # --- layout

    def _build_layout(self) -> None:
        self.side_bar = SideBar(self)
        for page in PAGES:
            self.side_bar.add_item(page.key, page.icon, page.title(), page.shortcut, at_foot=page.at_foot)
        self.side_bar.chosen.connect(self.open_page)
        self.stack = PageStack(self, {"welcome": _welcome})
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_top_bar())
        self._column = column
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(column, 1)

    def _build_top_bar(self) -> TopBar:
        bar = TopBar(tr("Search people, notes, facts…"), keys.shown(keys.SEARCH))
        bar.search.clicked.connect(self.open_search)
        log = Button(tr("Log contact"), "plus", Weight.PRIMARY, keys=keys.shown(keys.LOG))
        log.clicked.connect(lambda: self.log_contact())
        self.menu_button = Button("", "dots-three", name=tr("Menu"))
        self.menu_button.clicked.connect(self.open_menu)
        bar.add(log)
        bar.add(self.menu_button)
        return bar

    # --- parts that are made when they have something to show

    @cached_property
    def _strips(self) -> Strips:
        from ui.window_strips import Strips

        strips = Strips()
        self._column.insertWidget(1, strips)
        return strips

    @cached_property
    def errors(self) -> ErrorStrip:
        """What could not be done, in a sentence above the page."""
        from ui.widgets.strip import ErrorStrip

        strip = ErrorStrip()
        self.add_strip(strip)
        return strip

    @cached_property
    def progress(self) -> ProgressStrip:
        """Long work, above the page."""
        from ui.progress_strip import ProgressStrip

        strip = ProgressStrip()
        strip.broke.connect(self.broke)
        self.add_strip(strip)
        return strip

    @cached_property
    def tasks(self) -> Tasks:
        """The data thread; what runs in it is shown by `progress`."""
        tasks = self._make_tasks()
        tasks.setParent(self)
        tasks.started.connect(self._on_task_started)
        return tasks

    @cached_property
    def toast(self) -> Toast:
        """What was just done, over the foot of the window."""
        from ui.widgets.toast import Toast

        return Toast(self)

    def add_strip(self, strip: QWidget) -> None:
        """One more strip above the page."""
        self._strips.add(strip)

    def set_name(self, name: str) -> None:
        """What stands in the title bar instead of the page's name."""
        self._name = name
        self._show_title(self.side_bar.selected())

    # --- what pages may ask (ui.shell.Shell)

    def as_widget(self) -> QWidget:
        return self

    def open_page(self, key: str) -> None:
        page = self.stack.show_page("welcome" if key == "today" and self._empty else key)
        self.side_bar.select(key)
        self._show_title(key)
        walking = self.side_bar.item(key).hasFocus()
        if page.focusProxy() is not None and not walking:  # who goes through the side bar stays in it
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_person(self, person: int) -> None:
        self.open_page("people")
        self.stack.page("people").show_person(person)  # type: ignore[attr-defined]

    def show_people(self, wanted: PeopleFilter) -> None:
        self.open_page("people")
        self.stack.page("people").filter.narrow(wanted)  # type: ignore[attr-defined]

    def open_organisation(self, organisation: int) -> None:
        self.open_page("organisations")
        self.stack.page("organisations").show_organisation(organisation)  # type: ignore[attr-defined]

    def after_paint(self, act: Callable[[], object]) -> None:
        if self._painted:
            QTimer.singleShot(0, self, act)
        else:
            self.first_painted.connect(act)

    def attempt(self, act: Callable[[], object]) -> bool:
        self.clear_error()
        try:
            act()
        except KnownError as error:
            self.show_error(str(error))
            return False
        return True

    def show_error(self, sentence: str) -> None:
        """Says what could not be done: above the page, or above the dialog that is in front of it."""
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            self.errors.show_error(sentence)
            return
        from ui.questions import tell

        tell(dialog, sentence)

    def clear_error(self) -> None:
        """What was wrong is over."""
        if "errors" in self.__dict__:
            self.errors.clear()

    def say(self, text: str, *, undo: bool = False) -> None:
        done = self.core.history.next_undo() if undo else None
        if done is None:
            self.toast.say(text)
        else:
            self.toast.say(text, tr("Undo"), lambda: self._undo(done.id))

    def log_contact(self, text: str = "") -> None:
        from ui.timeline.quick_entry import QuickEntryDialog

        _show(QuickEntryDialog(self, text))

    def import_files(self, paths: list[Path]) -> None:
        if not paths:
            from ui.file_choice import ask_for_imports

            ask_for_imports(self, self.import_files)
            return
        from ui.imports.import_dialog import ImportDialog

        _show(ImportDialog(self, paths))

    def export_notes(self, persons: list[int]) -> None:
        from ui.imports.export_dialog import ExportDialog

        _show(ExportDialog(self, persons))

    def add_person(self) -> None:
        from ui.people.new_person import NewPersonDialog

        _show(NewPersonDialog(self))

    def run_command(self, key: str) -> None:
        from ui.commands import command

        command(key).act(self)

    # --- what commands ask besides (ui.commands.Commanded)

    def open_search(self) -> None:
        from ui.search.palette import SearchPalette

        _show(SearchPalette(self))

    def undo(self) -> None:
        self._undo(None)

    def redo(self) -> None:
        def act() -> None:
            done = self.core.history.redo()
            self.toast.say(tr("Done again: {title}").format(title=done.title))

        self.attempt(act)

    def save_copy(self) -> None:
        from ui.file_choice import ask_for_copy

        ask_for_copy(self, self._save_copy)

    def open_sample(self) -> None:
        self.sample_wanted.emit()

    def show_look(self, mode: Mode) -> None:
        self.attempt(lambda: self.core.settings.set(LOOK, mode.value))

    def hide_private(self) -> None:
        hidden = not self.core.settings.get(HIDE_PRIVATE)
        if self.attempt(lambda: self.core.settings.set(HIDE_PRIVATE, hidden)):
            self.say(tr("Private facts are hidden.") if hidden else tr("Private facts are shown."))

    def show_shortcuts(self) -> None:
        from ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self).open()

    def open_menu(self) -> None:
        from ui.menu import build_menu

        menu = build_menu(self, self)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.menu_button
        corner = button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + px(4)))
        menu.popup(corner)

    def quit(self) -> None:
        self.close()

    # --- inside

    def _undo(self, change: int | None) -> None:
        def act() -> None:
            done = self.core.history.undo(change)
            self.toast.say(tr("Undone: {title}").format(title=done.title))

        self.attempt(act)

    def _save_copy(self, target: Path) -> None:
        said = tr("A copy was saved as {name}.").format(name=target.name)
        self.clear_error()
        self.tasks.run(
            tr("Saving a copy"),
            lambda core, progress: core.files.save_copy(target),
            lambda done: self.toast.say(said),
            self.show_error,
        )

    def _show_title(self, key: str) -> None:
        name = self._name or next((page.title() for page in PAGES if page.key == key), "")
        self.setWindowTitle(tr("{name} – Relapp").format(name=name) if name else "Relapp")

    def _is_empty(self) -> bool:
        """Whether the file has nobody, not even in the archive or the trash."""
        return not any(self.core.directory.page(PeopleFilter(scope=scope), 0, 1) for scope in Scope)

    def _on_first_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    @Slot(object)
    def _on_task_started(self, task: Task) -> None:
        self.progress.follow(task)

    @Slot(object)
    def _on_data_changed(self, change: Change) -> None:
        if Area.SETTINGS in change.areas:
            self.core.desk.forget_settings()
            mode = Mode(self.core.settings.get(LOOK))
            if mode is not self._theme.asked:
                self._theme.apply(mode)
        if Area.PEOPLE in change.areas and self._welcoming and self._is_empty() != self._empty:
            self._empty = not self._empty
            if self.side_bar.selected() == "today":
                self.open_page("today")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from ui.file_choice import dropped_files

        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from ui.file_choice import dropped_files

        event.acceptProposedAction()
        self.import_files(dropped_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        from ui import window_state

        working = "tasks" in self.__dict__
        if working and self.tasks.busy() and not self._may_stop:
            event.ignore()
            self._ask_to_stop()
            return
        window_state.remember(self.core, self, self.side_bar.selected())
        if working:
            self.tasks.stop()
        event.accept()
        self.closed.emit()

    def _ask_to_stop(self) -> None:
        from ui.questions import ask_to_stop

        ask_to_stop(self, self.progress.title(), self.close_at_once)

    @Slot()
    def close_at_once(self) -> None:
        """Closes without asking; what runs is stopped and taken back."""
        self._may_stop = True
        self.close()

    def settle_unseen(self) -> None:
        """What follows the first paint follows now: a window that starts minimised may never be painted."""
        QTimer.singleShot(0, self, self._on_first_painted)

    def come_forward(self, token: str = "") -> None:
        """To the front of all windows; where the system allows no program to do that, it asks for attention."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Wayland lets through who names the click that led here
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QTimer.singleShot(_LOOKS_FORWARD_MS, self, lambda: QApplication.alert(self))


class _FirstPaint(QObject):
    """Calls `painted` once the first frame is on the screen, then listens no more."""

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)  # children are painted and the frame is shown before that
        return False


def _welcome(shell: Shell) -> QWidget:
    from ui.welcome.page import WelcomePage

    return WelcomePage(shell)


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
