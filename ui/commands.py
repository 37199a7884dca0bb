"""What can be done from everywhere, listed by hand: menu, shortcuts, the F1 overview and Ctrl+K read this table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from relapp.domain.words import tr
from ui.keys import LOG, SEARCH
from ui.shell import Shell
from ui.theme import Mode

if TYPE_CHECKING:

    class Commanded(Shell, Protocol):
        """What commands ask of the window beyond what pages may."""

        def open_search(self) -> None: ...
        def plan_for_shown(self) -> None: ...
        def show_due(self) -> None: ...
        def undo(self) -> None: ...
        def redo(self) -> None: ...
        def save_copy(self) -> None: ...
        def open_sample(self) -> None: ...
        def show_look(self, mode: Mode) -> None: ...
        def hide_private(self) -> None: ...
        def open_recommendations(self) -> None: ...
        def show_shortcuts(self) -> None: ...
        def open_menu(self) -> None: ...
        def quit(self) -> None: ...


class Group(StrEnum):
    """The parts of the menu; `Group.PAGES` stands in the overview of shortcuts alone."""

    PAGES = "pages"
    CONTACTS = "contacts"
    REMINDERS = "reminders"
    CHANGES = "changes"
    FILE = "file"
    LOOK = "look"
    APP = "app"

    def title(self) -> str:
        return _TITLES[self]()


_TITLES: dict[Group, Callable[[], str]] = {
    Group.PAGES: lambda: tr("Pages"),
    Group.CONTACTS: lambda: tr("People and contacts"),
    Group.REMINDERS: lambda: tr("Reminders"),
    Group.CHANGES: lambda: tr("Changes"),
    Group.FILE: lambda: tr("File"),
    Group.LOOK: lambda: tr("Look"),
    Group.APP: lambda: tr("App"),
}


class Command(NamedTuple):
    """One thing to do. `words` are further words it is found by; `keys` are Qt's names of its shortcuts."""

    key: str
    group: Group
    icon: str
    title: Callable[[], str]
    act: Callable[[Commanded], object]
    keys: tuple[str, ...] = ()
    words: Callable[[], str] = str

    def fits(self, text: str) -> bool:
        """Whether each word of `text` begins a word of the title or of `words`, whatever the case."""
        own = f"{self.title()} {self.words()}".casefold().replace("…", "").split()
        asked = text.casefold().split()
        return bool(asked) and all(any(word.startswith(part) for word in own) for part in asked)


def _pause_for_an_hour(window: Shell) -> None:
    from ui import pauses

    pauses.pause_until(window, window.core.desk.now() + timedelta(hours=1))


def _pause_until_opening(window: Shell) -> None:
    from relapp.domain.boundaries.spans import opening_after
    from ui import pauses

    opening = opening_after(window.core.hours.mine(), window.core.desk.now())
    if opening is None:
        window.say(tr("Your hours never open: choose a date."))
    else:
        pauses.pause_until(window, opening)


def _ask_for_pause(window: Shell) -> None:
    from ui import pauses

    pauses.ask_for_day(window).open()


def _resume(window: Shell) -> None:
    from ui import pauses

    if window.core.hours.pause() is None:
        window.say(tr("There is no pause."))
    else:
        pauses.resume(window)


COMMANDS: tuple[Command, ...] = (
    Command(
        "search", Group.CONTACTS, "magnifying-glass", lambda: tr("Search…"),
        lambda window: window.open_search(), (SEARCH,), lambda: tr("find"),
    ),
    Command(
        "log", Group.CONTACTS, "plus", lambda: tr("Log contact…"),
        lambda window: window.log_contact(), (LOG,), lambda: tr("new entry call note"),
    ),
    Command(
        "add_person", Group.CONTACTS, "user-plus", lambda: tr("Add a person…"),
        lambda window: window.add_person(), ("Ctrl+Shift+N",), lambda: tr("new contact"),
    ),
    Command(
        "follow_up", Group.CONTACTS, "bell", lambda: tr("New follow-up…"),
        lambda window: window.plan_for_shown(), ("Ctrl+Shift+F",), lambda: tr("remind reminder plan"),
    ),
    Command(
        "brief", Group.CONTACTS, "file-text", lambda: tr("Brief before a call"),
        lambda window: window.show_brief(), ("F4",), lambda: tr("print summary who"),
    ),
    Command(
        "phrases", Group.CONTACTS, "quotes", lambda: tr("Phrases…"),
        lambda window: window.open_phrases(), ("Ctrl+Shift+P",), lambda: tr("templates texts write e-mail"),
    ),
    Command(
        "recommendations", Group.CONTACTS, "book-open", lambda: tr("Recommendations…"),
        lambda window: window.open_recommendations(), (), lambda: tr("books films activities list interests"),
    ),
    Command(
        "show_due", Group.REMINDERS, "bell", lambda: tr("Show reminders"),
        lambda window: window.show_due(), ("Ctrl+Shift+R",), lambda: tr("due follow-ups popup"),
    ),
    Command(
        "pause_hour", Group.REMINDERS, "timer", lambda: tr("Pause reminders for 1 hour"),
        lambda window: _pause_for_an_hour(window), (), lambda: tr("quiet snooze all"),
    ),
    Command(
        "pause_opening", Group.REMINDERS, "moon", lambda: tr("Pause reminders until the next opening"),
        lambda window: _pause_until_opening(window), (), lambda: tr("quiet snooze all"),
    ),
    Command(
        "pause_date", Group.REMINDERS, "calendar-blank", lambda: tr("Pause reminders until a date…"),
        lambda window: _ask_for_pause(window), (), lambda: tr("quiet leave holiday"),
    ),
    Command(
        "resume", Group.REMINDERS, "sun", lambda: tr("End the pause"),
        lambda window: _resume(window), (), lambda: tr("reminders resume open"),
    ),
    Command(
        "undo", Group.CHANGES, "arrow-u-up-left", lambda: tr("Undo"),
        lambda window: window.undo(), ("Ctrl+Z",), lambda: tr("take back"),
    ),
    Command(
        "redo", Group.CHANGES, "arrow-u-up-right", lambda: tr("Redo"),
        lambda window: window.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"), lambda: tr("again"),
    ),
    Command(
        "history", Group.CHANGES, "clock-counter-clockwise", lambda: tr("Open history"),
        lambda window: window.open_page("history"), (), lambda: tr("changes"),
    ),
    Command(
        "import", Group.FILE, "download-simple", lambda: tr("Import…"),
        lambda window: window.import_files([]), ("Ctrl+I",), lambda: tr("address book vcard google csv"),
    ),
    Command(
        "export", Group.FILE, "export", lambda: tr("Export notes…"),
        lambda window: window.export_notes([]), ("Ctrl+E",), lambda: tr("csv excel timeline"),
    ),
    Command(
        "save_copy", Group.FILE, "copy", lambda: tr("Save a copy…"),
        lambda window: window.save_copy(), ("Ctrl+Shift+S",), lambda: tr("backup file"),
    ),
    Command(
        "sample", Group.FILE, "users-three", lambda: tr("Open the sample portfolio"),
        lambda window: window.open_sample(), (), lambda: tr("demo"),
    ),
    Command(
        "light", Group.LOOK, "sun", lambda: tr("Light mode"),
        lambda window: window.show_look(Mode.LIGHT), (), lambda: tr("look theme"),
    ),
    Command(
        "dark", Group.LOOK, "moon", lambda: tr("Dark mode"),
        lambda window: window.show_look(Mode.DARK), (), lambda: tr("look theme"),
    ),
    Command(
        "system", Group.LOOK, "monitor", lambda: tr("Follow the system's light or dark"),
        lambda window: window.show_look(Mode.SYSTEM), (), lambda: tr("look theme mode"),
    ),
    Command(
        "hide_private", Group.LOOK, "eye-slash", lambda: tr("Hide or show private facts"),
        lambda window: window.hide_private(), ("Ctrl+Shift+H",), lambda: tr("share screen"),
    ),
    Command(
        "settings", Group.APP, "gear-six", lambda: tr("Settings"),
        lambda window: window.open_page("settings"), (), lambda: tr("options preferences"),
    ),
    Command(
        "shortcuts", Group.APP, "keyboard", lambda: tr("Keyboard shortcuts"),
        lambda window: window.show_shortcuts(), ("F1",), lambda: tr("help keys"),
    ),
    Command("menu", Group.APP, "dots-three", lambda: tr("Menu"), lambda window: window.open_menu(), ("F10",)),
    Command(
        "quit", Group.APP, "x-circle", lambda: tr("Quit"),
        lambda window: window.quit(), ("Ctrl+Q",), lambda: tr("close exit"),
    ),
)  # fmt: skip


def command(key: str) -> Command:
    """The command with that key."""
    return next(one for one in COMMANDS if one.key == key)


def commands_for(text: str) -> list[Command]:
    """The commands that some typed words mean; for the search box."""
    return [one for one in COMMANDS if one.fits(text)]
