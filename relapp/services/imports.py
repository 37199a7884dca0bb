"""Bringing an address book or notes in: read, compared, shown before anything is written, then one undoable change.

Matching people are filled where they are empty and keep what differs, unless the user chose otherwise. What is broken
is skipped and said; a file of which nothing can be read is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from relapp.domain.cards import Reading, Skipped
from relapp.domain.changes import Area
from relapp.domain.errors import KnownError, Refused
from relapp.domain.words import Phrase, phrase, tr
from relapp.formats import recognise
from relapp.services.card_import import CardImport, Item
from relapp.services.desk import Desk
from relapp.services.note_import import NoteImport, NoteItem
from relapp.store import room, writing

Progress = Callable[[int, int], None]
"""`progress(done, total)`; raises Cancelled to stop."""
LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file. `change` is its id in the history, None when nothing was written.

    `persons` are the ids of those who were added or filled in, or to whom a note was added.
    """

    file: str
    format: str
    encoding: str
    read: int
    added: int = 0
    merged: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    change: int | None = None
    persons: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose in the preview: items (people or notes) to leave out, differing fields to take."""

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

    def preview_together(self, readings: Sequence[Reading], progress: Progress | None = None) -> list[list[Item]]:
        """The same for several files that are imported in this order: whom an earlier one adds, a later one finds."""
        found = iter(CardImport(self._desk).items([card for one in readings for card in one.cards], progress))
        return [[replace(next(found), index=index) for index in range(len(one.cards))] for one in readings]

    def preview_notes(self, reading: Reading, progress: Progress | None = None) -> list[NoteItem]:
        """What an import would do with each note; nothing is written."""
        return list(NoteImport(self._desk).items(reading.notes, progress))

    def count(self, path: Path, reading: Reading, progress: Progress | None = None) -> Report:
        """What an import would do, in numbers; nothing is written."""
        notes = self.preview_notes(reading, progress)
        states = [item.state for item in self.preview(reading, progress)] + [note.state for note in notes]
        skipped = tuple(Skipped(note.line, note.reason) for note in notes if note.state == "skipped")
        return self._report(path, reading, states, skipped, None)

    def run(
        self, path: Path, reading: Reading, choices: Choices | None = None, progress: Progress | None = None
    ) -> Report:
        """Imports what was read. Raises KnownError (also Cancelled); then nothing of it stays."""
        name = path.name
        room.ensure(self._desk.db.path, room.needed(_size(path), len(reading.cards) + len(reading.notes)))
        areas = (Area.PEOPLE, Area.ORGANISATIONS, Area.TAGS, Area.ENTRIES)
        title = phrase("Import of {file}", file=name)
        change = writing.open_long(self._desk.db, self._desk.basis(), title, areas)
        notes = NoteImport(self._desk, change)
        cards, chosen = CardImport(self._desk, change), choices or Choices()
        try:
            states = cards.run(reading.cards, chosen, progress)
            states += notes.run(reading.notes, chosen.leave, progress)
        except BaseException:
            self._take_back(path, change)
            raise
        people = sum(state == "added" for state in states[: len(reading.cards)])
        title = _title(name, people, notes.added)
        kept = writing.close_long(self._desk.db, self._desk.publish, change, title, areas)
        persons = tuple(dict.fromkeys((*cards.touched, *notes.touched)))
        return replace(self._report(path, reading, states, notes.skipped, change if kept else None), persons=persons)

    def _take_back(self, path: Path, change: int) -> None:
        try:
            writing.take_back(self._desk.db, self._desk.publish, self._desk.basis(), change)
        except KnownError as error:
            sentence = tr(
                "The import of {file} broke off, and what it wrote could not be taken back yet: free some space on the "
                "disk with {path}, then undo it."
            )
            raise KnownError(sentence.format(file=path.name, path=self._desk.db.path)) from error

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
            tuple(sorted((*reading.skipped, *skipped), key=lambda one: one.line)),
            change,
        )


def _size(path: Path) -> int:
    """Bytes of the file; 0 when it has gone since it was read."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _title(name: str, people: int, notes: int) -> Phrase:
    """ "Import of contacts.vcf, 412 people"; a file holds people or notes, never both."""
    if notes:
        return phrase("Import of {file}, {count} notes", file=name, count=notes)
    if people == 1:
        return phrase("Import of {file}, 1 person", file=name)
    return phrase("Import of {file}, {count} people", file=name, count=people)
