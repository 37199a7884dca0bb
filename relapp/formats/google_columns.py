"""The columns of Google Contacts CSV: the newer names told by the older ones, and a row from which cells are taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERED = re.compile(r"(e-mail|phone|address|website|im|organization|event|relation|custom field) (\d{1,4}) - (.+)")
_SEVERAL = re.compile(r"(?:^|(?<=\s)):::(?=\s|$)")
_OLDER = {
    "first name": "given name",
    "middle name": "additional name",
    "last name": "family name",
    "phonetic first name": "given name yomi",
    "phonetic middle name": "additional name yomi",
    "phonetic last name": "family name yomi",
    "labels": "group membership",
    "organization name": "organization 1 - name",
    "organization title": "organization 1 - title",
    "organization department": "organization 1 - department",
}


def numbered(name: str) -> re.Match[str] | None:
    """Kind, number and part of `e-mail 2 - value`."""
    return _NUMBERED.fullmatch(name)


def values(cell: str) -> list[str]:
    """The values of a cell, which are parted by ` ::: `; empty ones keep their place."""
    return [value.strip() for value in _SEVERAL.split(cell)] if ":::" in cell else [cell.strip()]


class Row:
    """The cells of one row that have content, by the column's key. What is taken is gone; the rest is for extras."""

    def __init__(self, columns: Columns, cells: dict[str, str]) -> None:
        self._columns = columns
        self._cells = cells

    def take(self, key: str) -> str:
        text = self._cells.pop(key, "")
        return text.strip() if text else text

    def peek(self, key: str) -> str:
        return self._cells.get(key, "").strip()

    def numbers(self, kind: str) -> list[int]:
        return self._columns.numbers.get(kind, [])

    def rest(self) -> Iterator[tuple[str, str]]:
        """Heading and text of what nobody took, without the labels of events and relations that have no value."""
        for key, text in self._cells.items():
            stem, _, part = key.rpartition(" - ")
            if part != "label" or stem.startswith("im ") or f"{stem} - value" in self._cells:
                yield self._columns.headings[key], text


class Columns:
    """The header row, understood once for all rows."""

    def __init__(self, header: list[str]) -> None:
        self.headings: dict[str, str] = {}
        self.numbers: dict[str, list[int]] = {}
        self._keys: list[str] = []
        for place, heading in enumerate(header):
            key = self._key(heading, place)
            self._keys.append(key)
            self.headings[key] = heading
            if found := numbered(key):
                numbers = self.numbers.setdefault(found[1], [])
                if int(found[2]) not in numbers:
                    numbers.append(int(found[2]))

    def row(self, cells: list[str]) -> Row:
        return Row(
            self, {key: cell for key, cell in zip(self._keys, cells, strict=True) if cell and not cell.isspace()}
        )

    def _key(self, heading: str, place: int) -> str:
        name = heading.lower()
        name = _OLDER.get(name, name)
        if (found := numbered(name)) and found[3] == "type" and found[1] != "organization":
            name = name.removesuffix("type") + "label"
        return f"{name} (column {place + 1})" if not name or name in self.headings else name
