"""Writing CSV that no spreadsheet runs: the guard against formulas, its removal, quoting and the three dialects.

Lets nothing be written past the guard, headers and names included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t")

# Spreadsheets see through leading blanks, controls and invisible marks, and read wide signs as the narrow ones.
_BLANK_RANGES = (
    *((0x00, 0x20), (0x7F, 0xA0), (0xAD, 0xAD), (0x61C, 0x61C), (0x1680, 0x1680), (0x180E, 0x180E), (0x2000, 0x200F)),
    *((0x2028, 0x202F), (0x205F, 0x2064), (0x2066, 0x206F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)),
)
_BLANKS = "".join(chr(code) for first, last in _BLANK_RANGES for code in range(first, last + 1))
_SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"
_WATCHED = frozenset(_BLANKS + _SIGNS + "'")
_RISKY = re.compile(rf"['\t\r\n]|[{re.escape(_BLANKS)}]*[{re.escape(_SIGNS)}]")
_QUOTED = re.compile('[",;\t\r\n]')
_TOKENS = re.compile(r"; ?|\\.|[^\\;]+|\\", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV is written: one of `SEPARATORS`, and whether UTF-8 is announced by a byte order mark.

    A spreadsheet that expects another separator cuts cells in two behind the guard's back: write what it expects.
    """

    separator: str = ","
    bom: bool = False

    def __post_init__(self) -> None:
        if self.separator not in SEPARATORS:
            raise ValueError(f"{self.separator!r} is none of the separators")


COMMA = Dialect()


def guard(text: str) -> str:
    """`text` with one `'` in front when a spreadsheet could run it or, like a leading `'`, swallow its beginning.

    That is: `=`, `+`, `-` or `@` (also wide, also behind blanks), `'`, tab, CR or LF at the beginning.
    """
    return "'" + text if text[:1] in _WATCHED and _RISKY.match(text) else text


def unguard(text: str) -> str:
    """What `guard` was given. A `'` that it would not have set stays."""
    return text[1:] if text[:1] == "'" and _RISKY.match(text, 1) else text


def cell(text: str) -> str:
    """One cell as it stands in the file, right for every dialect."""
    text = guard(text)
    return quoted(text) if _QUOTED.search(text) else text


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def cells(column: Sequence[str]) -> Sequence[str]:
    """The cells of one column of many rows. Looks at the column as a whole first: most need nothing done."""
    together = "".join(column)
    if any(mark in together for mark in '",;\t\r\n') or not _WATCHED.isdisjoint({text[:1] for text in column}):
        return [cell(text) for text in column]
    return column


def long_cells(column: Sequence[str]) -> list[str]:
    """The same for running text, of which nearly every cell needs quotes; so all get them."""
    if '"' in "".join(column) or not _WATCHED.isdisjoint({text[:1] for text in column}):
        return [quoted(guard(text)) for text in column]
    return [f'"{text}"' for text in column]


def lines(columns: Sequence[Sequence[str]], separator: str) -> str:
    """Rows of ready cells, given by columns, as text with CRLF line ends (RFC 4180)."""
    if len(columns) == 1:
        columns = [[text or '""' for text in columns[0]]]  # an empty line would be no row
    return "\r\n".join([*map(separator.join, zip(*columns, strict=True)), ""])


def several(values: Iterable[str]) -> str:
    """Several values in one cell, `Tom; Ida`; a semicolon or backslash inside gets a backslash in front."""
    return "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def apart(text: str) -> tuple[str, ...]:
    """The values that `several` joined; a missing space behind a semicolon is forgiven."""
    if not text:
        return ()
    values = [""]
    for token in _TOKENS.findall(text):
        if token[0] == ";":
            values.append("")
        else:
            values[-1] += token[1:] if token[0] == "\\" and len(token) == 2 else token
    return tuple(values)
