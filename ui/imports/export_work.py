"""What an export does in the data thread: looking how much there is, and writing it whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from relapp.core import Core
from relapp.domain.exports import NotesWanted
from relapp.domain.words import tr
from relapp.services.exports import Dialect

Progress = Callable[[int, int], None]
_ROWS_A_PIECE = 200
_STEP = 100


class PeopleFormat(StrEnum):
    """How people can leave. The value is also the end of the file's name."""

    VCARD = "vcf"
    CSV = "csv"
    JSON = "json"

    def word(self) -> str:
        return {
            PeopleFormat.VCARD: tr("vCard, for address books"),
            PeopleFormat.CSV: tr("CSV, for spreadsheets"),
            PeopleFormat.JSON: tr("JSON, for programs"),
        }[self]


@dataclass(frozen=True, slots=True)
class NotesWish:
    """Which notes, and how they are written."""

    wanted: NotesWanted
    columns: tuple[str, ...]
    dialect: Dialect

    def look(self, core: Core, progress: Progress) -> Glance:
        """How many there are, and the first rows."""
        rows = core.exports.notes_head(self.wanted, self.columns, self.dialect) if self.columns else []
        return Glance(core.exports.count_notes(self.wanted), rows=rows)

    def save(self, core: Core, progress: Progress, target: Path, total: int) -> None:
        """Writes them. Raises KnownError, also Cancelled; then nothing is left of it."""
        pieces = core.exports.notes_csv(self.wanted, self.columns, self.dialect)
        core.exports.save(_stepping(pieces, progress, total, _ROWS_A_PIECE), target)


@dataclass(frozen=True, slots=True)
class PeopleWish:
    """Which people (none: everybody), and in which format."""

    persons: tuple[int, ...]
    format: PeopleFormat

    def look(self, core: Core, progress: Progress) -> Glance:
        """How many there are, and how the first look in the file."""
        first = self.persons[:2]
        count = core.exports.count_people(self.persons)
        return Glance(count, text="".join(islice(self._pieces(core, first), 3)))

    def save(self, core: Core, progress: Progress, target: Path, total: int) -> None:
        """Writes them. Raises KnownError, also Cancelled; then nothing is left of it."""
        step = _ROWS_A_PIECE if self.format is PeopleFormat.CSV else 1
        core.exports.save(_stepping(self._pieces(core, self.persons), progress, total, step), target)

    def _pieces(self, core: Core, persons: tuple[int, ...]) -> Iterator[str]:
        write = {
            PeopleFormat.VCARD: core.exports.people_vcard,
            PeopleFormat.CSV: core.exports.people_csv,
            PeopleFormat.JSON: core.exports.people_json,
        }[self.format]
        return write(persons)


@dataclass(frozen=True, slots=True)
class Glance:
    """What there is to export: how many, and the beginning of the file as rows or as text."""

    count: int
    rows: list[list[str]] | None = None
    text: str = ""


Wish = NotesWish | PeopleWish


def _stepping(pieces: Iterable[str], progress: Progress, total: int, step: int) -> Iterator[str]:
    """The pieces; tells after each hundred records how far they are."""
    told = 0
    for number, piece in enumerate(pieces):
        if (number * step) // _STEP >= told:
            progress(min(number * step, total), total)
            told = (number * step) // _STEP + 1
        yield piece
