"""Bringing an address book or notes in: read, compared, shown before anything is written, then one undoable change.

Matching people are filled where they are empty and keep what differs, unless the user chose otherwise. What is broken
is skipped and said; a file of which nothing can be read is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from relapp.domain.cards import Reading, Skipped
from relapp.domain.changes import Area
from relapp.domain.errors import Refused
from relapp.domain.words import phrase, tr
from relapp.formats import recognise
from relapp.services.card_import import CardImport, Item
from relapp.services.desk import Desk
from relapp.services.note_import import NoteImport
from relapp.store import writing

Progress = Callable[[int, int], None]
"""`progress(done, total)`; raises Cancelled to stop."""
LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file. `change` is its id in the history, None when nothing was written."""

    file: str
    format: str
    encoding: str
    read: int
    added: int = 0
    merged: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose in the preview: items to leave out, and differing fields to take from the file."""

    leave: frozenset[int] = frozenset()
    take: Mapping[int, frozenset[str]] = field(default_factory=dict)


class Imports:
    """Reading, previewing and importing files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, path: Path, progress: Progress | None = None) -> Reading:
        """What the file holds. Raises Refused with a sentence that names the file."""
        try:
            if path.is_dir():
                raise Refused(tr("{file} is a folder. Choose a file in it.").format(file=path))
            if path.stat().st_size > LARGEST:
                raise Refused(tr("{file} is larger than 512 MB. Split it first.").format(file=path))
            data = path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise Refused(tr("{file} can't be read: {reason}.").format(file=path, reason=reason)) from error
        return recognise(data, path.name).read(data, path.name, progress)

    def preview(self, reading: Reading, progress: Progress | None = None) -> list[Item]:
        """What an import would do with each person; nothing is written."""
        return list(CardImport(self._desk).items(reading.cards, progress))

    def count(self, path: Path, reading: Reading, progress: Progress | None = None) -> Report:
        """What an import would do, in numbers; nothing is written."""
        items = self.preview(reading, progress)
        notes = NoteImport(self._desk)
        states = [item.state for item in items] + [notes.state(note) for note in reading.notes]
        return self._report(path, reading, states, (), None)

    def run(
        self, path: Path, reading: Reading, choices: Choices | None = None, progress: Progress | None = None
    ) -> Report:
        """Imports what was read. Raises KnownError (also Cancelled); then nothing of it stays."""
        name = path.name
        areas = (Area.PEOPLE, Area.ORGANISATIONS, Area.TAGS, Area.ENTRIES)
        title = phrase("Import of {file}", file=name)
        change = writing.open_long(self._desk.db, self._desk.basis(), title, areas)
        notes = NoteImport(self._desk, change)
        try:
            states = list(CardImport(self._desk, change).run(reading.cards, choices or Choices(), progress))
            states += notes.run(reading.notes, progress)
        except BaseException:
            writing.take_back(self._desk.db, self._desk.basis(), change)
            raise
        people = sum(state == "added" for state in states[: len(reading.cards)])
        title = phrase("Import of {file}: {people} people, {notes} notes", file=name, people=people, notes=notes.added)
        kept = writing.close_long(self._desk.db, self._desk.publish, change, title, areas)
        return self._report(path, reading, states, notes.skipped, change if kept else None)

    def _report(
        self, path: Path, reading: Reading, states: list[str], skipped: tuple[Skipped, ...], change: int | None
    ) -> Report:
        return Report(
            str(path),
            reading.format,
            reading.encoding,
            len(reading.cards) + len(reading.notes),
            states.count("added"),
            states.count("merged"),
            states.count("unchanged"),
            (*reading.skipped, *skipped),
            change,
        )
