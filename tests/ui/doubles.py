"""What stands around a page in its tests: a window that writes down what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from relapp.core import Core
from relapp.domain.directory import PeopleFilter
from relapp.domain.errors import KnownError
from tests.clocks import StandingClock as StandingClock
from ui.bus import Bus
from ui.tasks import Tasks


class ShellDouble:
    """Fulfils `ui.shell.Shell`. What a page asks for lands in the lists; `refused` are the sentences of KnownErrors."""

    def __init__(self, core: Core, bus: Bus, tasks: Tasks, window: QWidget) -> None:
        self.core = core
        self.bus = bus
        self.tasks = tasks
        self.window = window
        self.pages: list[str] = []
        self.persons: list[int] = []
        self.narrowed: list[PeopleFilter] = []
        self.entries: list[tuple[int, int]] = []
        self.organisations: list[int] = []
        self.refused: list[str] = []
        self.said: list[tuple[str, bool]] = []
        self.ways_on: list[tuple[str, Callable[[], object]]] = []
        self.logged: list[str] = []
        self.planned: list[tuple[int | None, str]] = []
        self.follow_ups: list[int] = []
        self.imported: list[list[Path]] = []
        self.exported: list[list[int]] = []
        self.added = 0
        self.commands: list[str] = []
        self.briefs: list[int | None] = []
        self.phrases: list[int | None] = []
        self.won_back: list[int] = []

    def as_widget(self) -> QWidget:
        return self.window

    def open_page(self, key: str) -> None:
        self.pages.append(key)

    def open_person(self, person: int) -> None:
        self.persons.append(person)

    def show_people(self, wanted: PeopleFilter) -> None:
        self.narrowed.append(wanted)

    def open_entry(self, person: int, entry: int) -> None:
        self.entries.append((person, entry))

    def open_organisation(self, organisation: int) -> None:
        self.organisations.append(organisation)

    def after_paint(self, act: Callable[[], object]) -> None:
        QTimer.singleShot(0, self.window, act)

    def attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KnownError as error:
            self.refused.append(str(error))
            return False
        return True

    def say(self, text: str, *, undo: bool = False, also: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        self.said.append((text, undo))
        self.ways_on = list(also)

    def log_contact(self, text: str = "") -> None:
        self.logged.append(text)

    def plan_follow_up(self, person: int | None = None, text: str = "") -> None:
        self.planned.append((person, text))

    def edit_follow_up(self, follow_up: int) -> None:
        self.follow_ups.append(follow_up)

    def show_brief(self, person: int | None = None) -> None:
        self.briefs.append(person)

    def open_phrases(self, person: int | None = None) -> None:
        self.phrases.append(person)

    def win_back(self, person: int) -> None:
        self.won_back.append(person)

    def import_files(self, paths: list[Path]) -> None:
        self.imported.append(paths)

    def export_notes(self, persons: list[int]) -> None:
        self.exported.append(persons)

    def add_person(self) -> None:
        self.added += 1

    def run_command(self, key: str) -> None:
        self.commands.append(key)
