"""Reading CSV as it is found: any of three separators, quotes, newlines in cells, ragged rows, a cut-off end.

Knows nothing of columns; a row it can't trust is set aside with its line and the reason.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from relapp.domain.cards import Skipped
from relapp.domain.errors import Refused
from relapp.domain.words import tr
from relapp.formats.csv_cells import SEPARATORS

HEAD_BYTES = 64 * 1024
PROGRESS_ROWS = 200
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t])"?[ \t]*(?:\r\n|\r|\n)', re.IGNORECASE)  # Excel's own first line
_END = "\0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV, read: rows are as long as the header and come with the line they begin in, counted from 1."""

    header: list[str]
    rows: list[tuple[int, list[str]]]
    broken: list[Skipped]


def sheet(text: str) -> Sheet:
    """Blank rows and NUL characters are dropped, short rows filled up, rows with too much in them set aside."""
    csv.field_size_limit(2**31 - 1)  # process-wide; the default stops at 128 KB a cell
    text = text.replace("\0", "")
    announced = _SEPARATOR_LINE.match(text)
    separator = announced[1] if announced else _likeliest_separator(text)
    broken: list[Skipped] = []
    records = _records(text, separator, broken)
    if announced:
        next(records)
    header = [name.strip() for name in next((cells for _, cells in records if _has_content(cells)), [])]
    rows = []
    for line, cells in records:
        if not _has_content(cells):
            continue
        if len(cells) > len(header) and _has_content(cells[len(header) :]):
            broken.append(Skipped(line, _too_many(len(cells), len(header))))
        else:
            rows.append((line, cells[: len(header)] + [""] * (len(header) - len(cells))))
    return Sheet(header, rows, broken)


def plain(head: bytes) -> str:
    """The ASCII of a file's first bytes: enough to tell by its columns whose it is, without knowing its encoding.

    Less its NULs, UTF-16 is ASCII too.
    """
    return head[:HEAD_BYTES].replace(b"\0", b"").decode("ascii", "ignore")


def names(head: bytes) -> set[str]:
    """The column names of a file by its first bytes, lower case."""
    return {name.lower() for name in sheet(plain(head)).header}


def nothing_readable(file_name: str, skipped: list[Skipped]) -> Refused:
    """Why a file with the right columns gave nothing."""
    if not skipped:
        return Refused(tr("“{file}” holds nothing below its header row.").format(file=file_name))
    first = skipped[0]
    return Refused(
        tr("No row of “{file}” can be read; correct it and try again. Line {line}: {reason}").format(
            file=file_name, line=first.line, reason=first.reason
        )
    )


def _likeliest_separator(text: str) -> str:
    """The one that cuts the first line with content into the most cells."""
    line = next((line for line in io.StringIO(text[:HEAD_BYTES], newline="") if line.strip()), "")
    return max(SEPARATORS, key=lambda separator: len(next(csv.reader([line], delimiter=separator), [])))


def _records(text: str, separator: str, broken: list[Skipped]) -> Iterator[tuple[int, list[str]]]:
    """Records with their first line. An end mark tells when a quote swallowed the rest; its line alone is then lost."""
    physical = list(io.StringIO(text, newline=""))
    start = 0
    while start < len(physical):
        reader = csv.reader(chain(islice(physical, start, None), (_END,)), delimiter=separator)
        before = start
        for cells in reader:
            after = start + reader.line_num
            if after > len(physical):
                break
            yield before + 1, cells
            before = after
        if before >= len(physical):
            return
        broken.append(Skipped(before + 1, tr("A quotation mark is opened in this line and never closed.")))
        start = before + 1


def _has_content(cells: list[str]) -> bool:
    return bool("".join(cells).strip())


def _too_many(found: int, expected: int) -> str:
    return tr("It has {found} cells where the header has {expected}; a quotation mark may be missing.").format(
        found=found, expected=expected
    )
