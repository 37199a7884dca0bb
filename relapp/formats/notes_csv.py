"""Our own notes as CSV, out and in again: one row an entry, however many people took part.

The header row names the columns by their keys, which never change and are never translated:

    entry_id            number in this file; not the same in another
    entry_uid           what makes it the same entry anywhere
    person_uid, person  the first person, with the name as it was
    other_person_uids, other_people
                        everybody else who took part, in the same order: `a; b`, with `\\;` for a semicolon inside
    organisation        where the first person was
    when                instant in UTC, `2026-03-12T12:30:00Z`
    kind, direction, outcome
                        keys as they are stored: `call`, `out`, `left_message`
    minutes             how long it took; empty when unknown
    place
    counts              as contact: `yes`, `no`, or empty for the rule of its kind
    text                as typed
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice, zip_longest
from typing import Any, NamedTuple

from relapp.domain.cards import NoteRecord, Reading, Skipped
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.errors import Refused
from relapp.domain.words import tr
from relapp.formats.csv_cells import COMMA, Dialect, apart, cells, lines, long_cells, unguard
from relapp.formats.csv_rows import PROGRESS_ROWS, names, nothing_readable, sheet
from relapp.formats.encodings import decode
from relapp.formats.format import Format, Progress

NAME = "notes-csv"
_ROWS_AT_ONCE = 200  # a batch that stays in the processor's cache


class NoteRow(NamedTuple):
    """An entry, ready to be written; the lists of others come from `csv_cells.several`."""

    entry_id: int
    entry_uid: str
    person_uid: str
    person: str
    other_person_uids: str
    other_people: str
    organisation: str
    when: str
    kind: str
    direction: str
    outcome: str | None
    minutes: int | None
    place: str
    counts: bool | None
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column that can be chosen: the key of the header row, and its name on the screen."""

    key: str
    label: Callable[[], str]


COLUMNS: tuple[Column, ...] = (
    Column("entry_id", lambda: tr("Entry number")),
    Column("entry_uid", lambda: tr("Entry identifier")),
    Column("person_uid", lambda: tr("Person identifier")),
    Column("person", lambda: tr("Person")),
    Column("other_person_uids", lambda: tr("Identifiers of the others")),
    Column("other_people", lambda: tr("Other people")),
    Column("organisation", lambda: tr("Organisation")),
    Column("when", lambda: tr("When")),
    Column("kind", lambda: tr("Kind")),
    Column("direction", lambda: tr("Direction")),
    Column("outcome", lambda: tr("Outcome")),
    Column("minutes", lambda: tr("Minutes")),
    Column("place", lambda: tr("Place")),
    Column("counts", lambda: tr("Counts as contact")),
    Column("text", lambda: tr("Text")),
)
KEYS = NoteRow._fields
_OF_A_NOTE = frozenset(KEYS)
_WORDS = ("kind", "direction", "outcome", "counts")


def write(rows: Iterable[tuple[Any, ...]], columns: Sequence[str] = KEYS, dialect: Dialect = COMMA) -> Iterator[str]:
    """The CSV in pieces of some hundred kilobytes, header first. `columns` are keys in the order wanted.

    `rows` are `NoteRow`s, or plain tuples of the same make: rows of a cursor needn't be wrapped for a million notes.
    """
    picked = [(KEYS.index(key), _ENCODERS.get(key, cells)) for key in columns]
    yield ("\ufeff" if dialect.bom else "") + lines([[key] for key in columns], dialect.separator)
    remaining = iter(rows)
    while batch := tuple(islice(remaining, _ROWS_AT_ONCE)):
        by_column = tuple(zip(*batch, strict=True))
        yield lines([encode(by_column[index]) for index, encode in picked], dialect.separator)


def claims(head: bytes, file_name: str) -> bool:
    """Whether the header row has at least three of our columns, one of them telling of entries."""
    ours = names(head) & _OF_A_NOTE
    return len(ours) >= 3 and not ours.isdisjoint(("entry_id", "entry_uid", "person_uid", "when"))


def read(data: bytes, file_name: str, on_progress: Progress | None = None) -> Reading:
    """The entries as text, freed of the guard. Raises Refused when a needed column is missing or no row is readable.

    Every key of `KEYS` is there, empty when its column is not; `when`, `minutes` and the words are known to be valid,
    but whether there is such a kind of entry is for others to say. Columns of somebody else are passed over.
    """
    text, encoding = decode(data)
    table = sheet(text)
    header = [name.lower() for name in table.header]
    _check_columns(header, file_name)
    places = {key: header.index(key) for key in KEYS if key in header}
    notes: list[NoteRecord] = []
    skipped = list(table.broken)
    for done, (line, row) in enumerate(table.rows):
        if on_progress is not None and done % PROGRESS_ROWS == 0:
            on_progress(done, len(table.rows))
        found = dict.fromkeys(KEYS, "") | {key: unguard(row[place]) for key, place in places.items()}
        _tidy(found)
        if reason := _fault(found):
            skipped.append(Skipped(line, reason))
        else:
            notes.append(NoteRecord(found, line))
    if not notes:
        raise nothing_readable(file_name, skipped)
    if on_progress is not None:
        on_progress(len(table.rows), len(table.rows))
    return Reading(NAME, encoding, notes=tuple(notes), skipped=tuple(sorted(skipped, key=lambda one: one.line)))


def instant(when: str) -> datetime:
    """The UTC instant of a `when` cell. The column is in UTC, so also where a spreadsheet took the offset away."""
    moment = datetime.fromisoformat(when)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def people(found: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Uid and name of everybody who took part, the first one first; either may be empty, never both."""
    others = zip_longest(apart(found["other_person_uids"]), apart(found["other_people"]), fillvalue="")
    pairs = ((found["person_uid"], found["person"]), *others)
    return tuple(pair for pair in pairs if any(pair))


def _numbers(column: Sequence[int | None]) -> Sequence[str]:
    return cells(["" if number is None else str(number) for number in column])


def _ticks(column: Sequence[bool | None]) -> Sequence[str]:
    return ["" if tick is None else "yes" if tick else "no" for tick in column]


def _optional(column: Sequence[str | None]) -> Sequence[str]:
    return cells([word or "" for word in column])


_ENCODERS: dict[str, Callable[[Sequence[Any]], Sequence[str]]] = {
    "entry_id": _numbers,
    "minutes": _numbers,
    "counts": _ticks,
    "outcome": _optional,
    "text": long_cells,
}


def _check_columns(header: list[str], file_name: str) -> None:
    missing = [key for key in ("when", "kind") if key not in header]
    if not any(key in header for key in ("person_uid", "person")):
        missing.append("person_uid")
    if missing:
        raise Refused(
            tr("“{file}” can't be read as notes: line 1 lacks {columns}. Export the notes again with it.").format(
                file=file_name, columns=", ".join(missing)
            )
        )


def _tidy(found: dict[str, str]) -> None:
    for key in ("when", "minutes", "person_uid", "entry_uid", "entry_id"):
        found[key] = found[key].strip()
    for key in _WORDS:
        found[key] = found[key].strip().lower()


def _fault(found: dict[str, str]) -> str:
    """Why an entry can't be made of it; empty when it can."""
    if not found["when"]:
        return tr("It does not say when.")
    if not found["kind"]:
        return tr("It does not say what kind of entry it is.")
    if not people(found):
        return tr("It names no person.")
    try:
        instant(found["when"])
    except (ValueError, OverflowError):
        return tr("“{when}” is no instant such as 2026-03-12T12:30:00Z.").format(when=found["when"])
    return _fault_of_words(found)


def _fault_of_words(found: dict[str, str]) -> str:
    minutes = found["minutes"]
    if minutes and not (minutes.isascii() and minutes.isdigit()):
        return tr("“{minutes}” is no whole number of minutes.").format(minutes=minutes)
    for key, allowed in (("direction", list(Direction)), ("outcome", list(Outcome)), ("counts", ["yes", "no"])):
        if found[key] and found[key] not in allowed:
            return tr("“{word}” is not known as {column}; it may be {allowed}.").format(
                word=found[key], column=key, allowed=", ".join(allowed)
            )
    return ""


FORMAT = Format(NAME, claims, read)
