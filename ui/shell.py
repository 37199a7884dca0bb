"""What a page may ask of the window around it. Pages know this protocol and never the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from relapp.core import Core
    from relapp.domain.directory import PeopleFilter
    from ui.bus import Bus
    from ui.tasks import Tasks


class Shell(Protocol):
    """Handed to every page's constructor."""

    core: Core
    bus: Bus

    @property
    def tasks(self) -> Tasks:
        """The data thread."""
        ...

    def as_widget(self) -> QWidget:
        """The window, as parent of dialogs."""
        ...

    def open_page(self, key: str) -> None:
        """Shows the page with that key of `ui.pages.PAGES`."""
        ...

    def open_person(self, person: int) -> None:
        """Shows a person's file and timeline on the People page."""
        ...

    def show_people(self, wanted: PeopleFilter) -> None:
        """Shows the People page, narrowed and sorted like this."""
        ...

    def open_entry(self, person: int, entry: int) -> None:
        """Shows an entry, opened, on the timeline of that person."""
        ...

    def open_organisation(self, organisation: int) -> None:
        """Shows an organisation."""
        ...

    def after_paint(self, act: Callable[[], object]) -> None:
        """Calls `act` in a later turn of the event loop, and not before the window was first painted."""
        ...

    def attempt(self, act: Callable[[], object]) -> bool:
        """Runs `act`; a KnownError is shown as its sentence. Returns whether it went through."""
        ...

    def say(self, text: str, *, undo: bool = False, also: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """A short notice at the foot of the window, with “Undo” where asked, and the words and deeds of ways on."""
        ...

    def log_contact(self, text: str = "") -> None:
        """Opens quick entry, with some text in it."""
        ...

    def plan_follow_up(self, person: int | None = None, text: str = "") -> None:
        """Opens the dialog for a new follow-up of this person (None: asks who), with `text` as what it is about."""
        ...

    def edit_follow_up(self, follow_up: int) -> None:
        """Opens the dialog of a follow-up."""
        ...

    def show_brief(self, person: int | None = None) -> None:
        """Opens the brief of this person (None: of who is on show), to read before a call or to print."""
        ...

    def open_phrases(self, person: int | None = None) -> None:
        """Opens the book of phrases, filled in for this person (None: nobody yet)."""
        ...

    def win_back(self, person: int) -> None:
        """Asks why this person went quiet, and proposes what to do next."""
        ...

    def import_files(self, paths: list[Path]) -> None:
        """Opens the import with these files (none: asks for them)."""
        ...

    def export_notes(self, persons: list[int]) -> None:
        """Opens the export of notes for these people (none: everybody)."""
        ...

    def add_person(self) -> None:
        """Opens the dialog for a new person."""
        ...

    def run_command(self, key: str) -> None:
        """Does what the command with that key of `ui.commands.COMMANDS` does."""
        ...
