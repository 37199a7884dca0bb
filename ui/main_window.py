"""The window around the pages: it fulfils `ui.shell.Shell` and the commands, and knows no client."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
from ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QDialog

    from ui.reminder_acts import ReminderActs
    from ui.reminders.window import ReminderWindow
    from ui.tasks import Tasks


class MainWindow(WindowFrame):
    """One open file: side bar, top bar, pages."""

    sample_wanted = Signal()

    def __init__(
        self, core: Core, bus: Bus, make_tasks: Callable[[], Tasks], theme: Theme, *, welcoming: bool = True
    ) -> None:
        """`make_tasks` is called for the first task. `welcoming`: an empty file shows the ways to begin."""
        super().__init__(make_tasks, may_stop=not welcoming)  # what is thrown away may be cut off
        self.core = core
        self.bus = bus
        self._theme = theme
        self._look = core.settings.get(LOOK)
        self._name = ""
        self._welcoming = welcoming
        self._empty = welcoming and self._is_empty()
        bus.changed.connect(self._on_data_changed)  # first of all, so that pages read fresh settings
        self._build_layout()
        self.setAcceptDrops(True)

    # --- layout

    def _build_layout(self) -> None:
        self.side_bar = SideBar(self)
        for page in PAGES:
            self.side_bar.add_item(page.key, page.icon, page.title(), page.shortcut, at_foot=page.at_foot)
        self.side_bar.chosen.connect(self.open_page)
        self.stack = PageStack(self, {"welcome": _welcome})
        self.column.addWidget(self._build_top_bar())
        self.column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(self.column, 1)

    def _build_top_bar(self) -> TopBar:
        bar = TopBar(tr("Search people, notes, facts…"), keys.shown(keys.SEARCH))
        bar.search.clicked.connect(self.open_search)
        self.bell = Button("", "bell", name=tr("Nothing is due"))
        self.bell.clicked.connect(lambda: self.run_command("show_due"))
        log = Button(tr("Log contact"), "plus", Weight.PRIMARY, keys=keys.shown(keys.LOG))
        log.clicked.connect(lambda: self.log_contact())
        self.menu_button = Button("", "dots-three", name=tr("Menu"))
        self.menu_button.clicked.connect(self.open_menu)
        bar.add(self.bell)
        bar.add(log)
        bar.add(self.menu_button)
        return bar

    def set_name(self, name: str) -> None:
        """What stands in the title bar instead of the page's name."""
        self._name = name
        self._show_title(self.side_bar.selected())

    def remember(self) -> None:
        from ui import window_state

        window_state.remember(self.core, self, self.side_bar.selected())

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

    def open_entry(self, person: int, entry: int) -> None:
        self.open_page("people")
        self.stack.page("people").show_entry(person, entry)  # type: ignore[attr-defined]

    def show_people(self, wanted: PeopleFilter) -> None:
        self.open_page("people")
        self.stack.page("people").filter.narrow(wanted)  # type: ignore[attr-defined]

    def open_organisation(self, organisation: int) -> None:
        self.open_page("organisations")
        self.stack.page("organisations").show_organisation(organisation)  # type: ignore[attr-defined]

    def attempt(self, act: Callable[[], object]) -> bool:
        self.clear_error()
        try:
            act()
        except KnownError as error:
            self.show_error(str(error))
            return False
        return True

    def say(self, text: str, *, undo: bool = False, also: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        done = self.core.history.next_undo() if undo else None
        if done is None:
            self.toast.say(text, also=also)
        else:
            self.toast.say(text, tr("Undo"), lambda: self._undo(done.id), also=also)

    def log_contact(self, text: str = "") -> None:
        from ui.timeline.quick_entry import QuickEntryDialog

        _show(QuickEntryDialog(self, text))

    def plan_follow_up(self, person: int | None = None, text: str = "") -> None:
        from ui.follow_ups.dialog import FollowUpDialog

        _show(FollowUpDialog(self, person, text=text))

    def plan_for_shown(self) -> None:
        """A follow-up with who is on show, if somebody is."""
        self.plan_follow_up(self._on_show())

    def show_brief(self, person: int | None = None) -> None:
        from ui.brief.dialog import BriefDialog

        whom = person or self._on_show()
        if whom is None:
            self.say(tr("Choose a person first: the brief is about who is on show."))
        else:
            self.attempt(lambda: _show(BriefDialog(self, whom)))

    def open_phrases(self, person: int | None = None) -> None:
        from ui.phrases.dialog import PhrasesDialog

        _show(PhrasesDialog(self, person or self._on_show()))

    def _on_show(self) -> int | None:
        """Who is on show, or where the keyboard is, if it is one person."""
        ask = getattr(self.stack.currentWidget(), "persons", list)
        persons: list[int] = ask()
        return persons[0] if len(persons) == 1 else None

    def edit_follow_up(self, follow_up: int) -> None:
        from ui.follow_ups.dialog import FollowUpDialog

        self.attempt(lambda: _show(FollowUpDialog(self, None, follow_up)))

    def win_back(self, person: int) -> None:
        from ui.people.win_back_dialog import WinBackDialog

        self.attempt(lambda: _show(WinBackDialog(self, person)))

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

    # --- reminders

    @cached_property
    def acts(self) -> ReminderActs:
        """What is done with a reminder, from wherever."""
        from ui.reminder_acts import ReminderActs

        return ReminderActs(self, self.come_forward, parent=self)

    @cached_property
    def reminder_window(self) -> ReminderWindow:
        """Our own reminder window; shown when there is something in it."""
        from ui.reminders.window import ReminderWindow

        made = ReminderWindow(self)
        acts = self.acts
        made.done_wanted.connect(acts.done)
        made.snooze_wanted.connect(acts.snooze)
        made.date_wanted.connect(acts.ask_until)
        made.open_wanted.connect(acts.open)
        made.call_wanted.connect(acts.call)
        made.mail_wanted.connect(acts.mail)
        made.dismissed.connect(acts.dismiss)
        self.closed.connect(made.hide)  # the file is closed then
        return made

    def show_due(self) -> None:
        """All that is due and still open, in the reminder window, with the keyboard in it."""
        self.reminder_window.ask()

    # --- what commands ask besides (ui.commands.Commanded)

    def open_search(self) -> None:
        from ui.search.palette import SearchPalette

        _show(SearchPalette(self))

    def undo(self) -> None:
        self._undo(None)

    def redo(self) -> None:
        from ui import reversing

        reversing.redo(self)

    def save_copy(self) -> None:
        from ui.file_choice import ask_for_copy

        ask_for_copy(self, f"relapp-{self.core.desk.today()}.db", self._save_copy)

    def open_sample(self) -> None:
        self.sample_wanted.emit()

    def show_look(self, mode: Mode) -> None:
        self.attempt(lambda: self.core.settings.set(LOOK, mode.value))

    def hide_private(self) -> None:
        hidden = not self.core.settings.get(HIDE_PRIVATE)
        if self.attempt(lambda: self.core.settings.set(HIDE_PRIVATE, hidden)):
            self.say(tr("Private facts are hidden.") if hidden else tr("Private facts are shown."))

    def open_recommendations(self) -> None:
        from ui.people.recommendations_dialog import RecommendationsDialog

        _show(RecommendationsDialog(self))

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
        self.leave()

    # --- inside

    def _undo(self, change: int | None) -> None:
        from ui import reversing

        reversing.undo(self, change)

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

    @Slot(object)
    def _on_data_changed(self, change: Change) -> None:
        if Area.SETTINGS in change.areas:
            self.core.desk.forget_settings()
            look = self.core.settings.get(LOOK)
            if look != self._look:
                self._look = look
                self._theme.apply(Mode(look))
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


def _welcome(shell: Shell) -> QWidget:
    from ui.welcome.page import WelcomePage

    return WelcomePage(shell)


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
