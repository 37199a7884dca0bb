"""Taking people and notes out again, as text in pieces: to a file (whole or not at all), or to wherever asked."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from io import StringIO
from itertools import islice
from pathlib import Path
from shutil import copymode
from uuid import uuid4

from relapp.domain.cards import Card
from relapp.domain.directory import PeopleFilter, Scope
from relapp.domain.errors import KnownError
from relapp.domain.exports import NotesWanted
from relapp.domain.words import tr
from relapp.formats import notes_csv, people_csv, people_json, vcard
from relapp.formats.csv_cells import COMMA, Dialect
from relapp.services.desk import Desk
from relapp.store import cards, directory, note_rows

__all__ = ["Dialect", "Exports"]
Progress = Callable[[int, int], None]
_SHOWN = 400
_KNOWN_AGAIN_BY = {"entry_uid", "when", "kind"}


class Exports:
    """CSV, JSON and vCard. Nobody in the trash is handed out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- notes

    def count_notes(self, wanted: NotesWanted) -> int:
        return note_rows.count(self._desk.db, wanted)

    def columns(self) -> dict[str, str]:
        """The columns of the notes, in the order they stand in: key, and its name on the screen."""
        return {column.key: column.label() for column in notes_csv.COLUMNS}

    def can_come_back(self, columns: Iterable[str]) -> bool:
        """Whether notes with only these columns can be imported again, each entry once."""
        chosen = set(columns)
        return chosen >= _KNOWN_AGAIN_BY and not chosen.isdisjoint(("person_uid", "person"))

    def notes_head(
        self, wanted: NotesWanted, columns: Sequence[str], dialect: Dialect = COMMA, limit: int = 5
    ) -> list[list[str]]:
        """The cells of the first rows as they will stand in the file, cut at 400 characters; without the header."""
        found = islice(note_rows.rows(self._desk.db, wanted), limit)
        rows = (tuple(cell[:_SHOWN] if isinstance(cell, str) else cell for cell in row) for row in found)
        text = "".join(notes_csv.write(rows, columns, dialect))
        return list(csv.reader(StringIO(text, newline=""), delimiter=dialect.separator))[1:]

    def notes_csv(
        self, wanted: NotesWanted, columns: Sequence[str] = notes_csv.KEYS, dialect: Dialect = COMMA
    ) -> Iterator[str]:
        """The notes as CSV; columns are keys of `notes_csv.COLUMNS`."""
        return notes_csv.write(note_rows.rows(self._desk.db, wanted), columns, dialect)

    def notes_json(self, wanted: NotesWanted) -> Iterator[str]:
        """The notes as a JSON list of objects with the keys of the CSV."""
        found = (dict(zip(notes_csv.KEYS, row, strict=True)) for row in note_rows.rows(self._desk.db, wanted))
        return _json_list({**one, "counts": None if one["counts"] is None else bool(one["counts"])} for one in found)

    # --- people

    def count_people(self, persons: Sequence[int] = ()) -> int:
        """How many people an export has."""
        return len(self._persons(persons))

    def people_csv(self, persons: Sequence[int] = ()) -> Iterator[str]:
        """These people, or everybody, as CSV with a header."""
        return people_csv.write(self._cards(persons))

    def people_json(self, persons: Sequence[int] = ()) -> Iterator[str]:
        """These people, or everybody, as a JSON list."""
        return _json_list(map(people_json.person, self._cards(persons)))

    def people_vcard(self, persons: Sequence[int] = ()) -> Iterator[str]:
        """These people, or everybody, as vCard 4.0."""
        return vcard.write(self._cards(persons))

    def _cards(self, persons: Sequence[int]) -> Iterator[Card]:
        for person in self._persons(persons):
            yield cards.read(self._desk.db, person, past=False)

    def _persons(self, persons: Sequence[int]) -> Sequence[int]:
        db = self._desk.db
        if persons:
            trashed = set(directory.ids(db, PeopleFilter(scope=Scope.TRASHED), 0))
            return [person for person in persons if person not in trashed]
        scopes = (Scope.ACTIVE, Scope.ARCHIVED)
        return [person for scope in scopes for person in directory.ids(db, PeopleFilter(scope=scope), 0)]

    # --- where to

    def save(self, pieces: Iterable[str], target: Path, progress: Progress | None = None, total: int = 0) -> None:
        """Writes the pieces to `target` in UTF-8, whole or not at all; into a pipe as they come. Raises KnownError."""
        try:
            place = target.resolve()  # a link stays one, what it leads to is replaced
            if place.exists() and not place.is_file():
                _write(pieces, place, "w", progress, total)
            else:
                _replace(pieces, place, progress, total)
        except OSError as error:
            reason = error.strerror or str(error)
            raise KnownError(tr("{file} can't be written: {reason}.").format(file=target, reason=reason)) from error


def _replace(pieces: Iterable[str], place: Path, progress: Progress | None, total: int) -> None:
    partial = place.with_name(f".{uuid4().hex}.part")
    try:
        _write(pieces, partial, "x", progress, total)
        if place.exists():
            copymode(place, partial)
        partial.replace(place)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _write(pieces: Iterable[str], place: Path, mode: str, progress: Progress | None, total: int) -> None:
    with place.open(mode, encoding="utf-8", newline="") as file:
        for piece in pieces:
            file.write(piece)
            if progress is not None:
                progress(min(file.tell(), total), total)
        file.flush()
        if mode == "x":
            os.fsync(file.fileno())


def _json_list(items: Iterable[object]) -> Iterator[str]:
    opened = False
    for item in items:
        yield (",\n " if opened else "[\n ") + json.dumps(item, ensure_ascii=False)
        opened = True
    yield "\n]\n" if opened else "[]\n"
