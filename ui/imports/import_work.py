"""What an import does in the data thread: reading, comparing, writing, taking back. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from relapp.core import Core
from relapp.domain.cards import Reading
from relapp.domain.errors import Cancelled, KnownError
from relapp.domain.words import tr
from relapp.services.imports import Choices, Report
from ui.imports.preview_rows import Row, rows_of_notes, rows_of_people
from ui.moments import Moments

Progress = Callable[[int, int], None]
_SHARE = 1000


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that could be read, with what an import would do with each of its records."""

    path: Path
    reading: Reading
    rows: tuple[Row, ...]
    skipped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """All that were chosen; `refused` has a sentence for each that could not be read."""

    files: tuple[ReadFile, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files that were written; `refused` has a sentence for each that could not be."""

    reports: tuple[Report, ...]
    refused: tuple[str, ...]


def read_files(core: Core, progress: Progress, paths: Sequence[Path]) -> ReadFiles:
    """Reads the files and compares them with what is there; nothing is written. Raises Cancelled."""
    readings: list[tuple[Path, Reading]] = []
    refused: list[str] = []
    for number, path in enumerate(paths):
        try:
            readings.append((path, core.imports.read(path, _share(progress, number, len(paths) + 1))))
        except Cancelled:
            raise
        except KnownError as error:
            refused.append(str(error))
    last = _share(progress, len(paths), len(paths) + 1)
    people = core.imports.preview_together([reading for _, reading in readings], last)
    moments = Moments(core)
    files: list[ReadFile] = []
    for (path, reading), items in zip(readings, people, strict=True):
        notes = core.imports.preview_notes(reading, last)
        rows = (*rows_of_people(items), *rows_of_notes(notes, moments))
        unplaced = [(note.line, note.reason) for note in notes if note.reason]
        skipped = sorted([(one.line, one.reason) for one in reading.skipped] + unplaced)
        files.append(ReadFile(path, reading, rows, tuple(skipped_words(path, *one) for one in skipped)))
    return ReadFiles(tuple(files), tuple(refused))


def skipped_words(path: Path, line: int, reason: str) -> str:
    """One record that was skipped, for a list to read and copy."""
    return tr("{file}, line {line}: {reason}").format(file=path.name, line=line, reason=reason)


def write_files(core: Core, progress: Progress, jobs: Sequence[tuple[Path, Reading, Choices]]) -> Written:
    """Imports the files, each as a change of its own. Raises Cancelled; then none of them stays."""
    reports: list[Report] = []
    refused: list[str] = []
    try:
        for number, (path, reading, choices) in enumerate(jobs):
            try:
                reports.append(core.imports.run(path, reading, choices, _share(progress, number, len(jobs))))
            except Cancelled:
                raise
            except KnownError as error:
                refused.append(str(error))
    except Cancelled:
        take_back(core, reports)
        raise
    return Written(tuple(reports), tuple(refused))


def take_back(core: Core, reports: Sequence[Report]) -> None:
    """Undoes what these imports wrote, the last first. Raises CannotUndo."""
    for report in reversed(reports):
        if report.change is not None:
            core.history.undo(report.change)


def fill_index(core: Core, progress: Progress) -> None:
    """Lets the search find what came in. Stopped, it goes on at the next start."""
    total = core.files.unindexed()
    while left := core.files.index_some():
        progress(total - left, max(total, left))


def _share(progress: Progress, part: int, parts: int) -> Progress:
    """Progress of one part among several."""

    def told(done: int, total: int) -> None:
        progress(part * _SHARE + (done * _SHARE // total if total else 0), parts * _SHARE)

    return told
