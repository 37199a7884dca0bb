"""From logical lines to records: which properties stand between which BEGIN and END. Knows no property but AGENT.

What real files do and this room repairs: values broken over lines without a fold, quoted-printable soft breaks, a card
within a card (AGENT), a missing BEGIN or END, text between cards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from relapp.formats.content_heads import Head, Heads
from relapp.formats.content_lines import ContentLines
from relapp.formats.content_values import escape

Property = tuple[Head, str]


@dataclass(slots=True)
class Record:
    """One card's properties in their order. `begun` or `ended` is false where BEGIN or END is missing.

    `line` is where it begins in the file, counted from 1; without BEGIN, where it ends.
    """

    line: int
    properties: list[Property]
    begun: bool = True
    ended: bool = True


def records(source: ContentLines) -> Iterator[Record]:
    """Every record, broken ones too. A BEGIN before the END of the card before it ends that card."""
    return _Walk(source).records()


class _Walk:
    def __init__(self, source: ContentLines) -> None:
        self._lines = source.lines
        self._frames = iter(source.frames)
        self._heads = Heads()
        self._at = 0
        self._open: Record | None = None
        self._properties: list[Property] = []  # of the open record, or of what stands between records

    def records(self) -> Iterator[Record]:
        lines, known = self._lines, self._heads.known
        count = len(lines)
        while self._at < count:
            line = lines[self._at]
            self._at += 1
            text, colon, value = line.partition(":")
            head = known.get(text) if colon else None
            if head is None:
                if not line:
                    continue
                found = self._heads.read(line)
                if found is None:
                    self._continue(line)
                    continue
                head, value = found
            if head.special:
                if head.encoding == "q":
                    self._properties.append((head, self._soft_breaks_joined(value)))
                else:
                    yield from self._frame(head, value)
            else:
                self._properties.append((head, value))
        if self._open is not None:
            self._open.ended = False
            yield self._open

    def _frame(self, head: Head, value: str) -> Iterator[Record]:
        if not _is_card(value):
            return
        line = next(self._frames, 0)
        if head.name == "END":
            if self._open is not None:
                yield self._open
            elif self._properties:
                yield Record(line, self._properties, begun=False)
            self._open, self._properties = None, []
        elif self._open is not None and self._properties and _awaits_card(self._properties[-1]):
            self._properties[-1] = (self._properties[-1][0], self._nested_card())
        else:
            if self._open is not None:
                self._open.ended = False
                yield self._open
            self._properties = []
            self._open = Record(line, self._properties)

    def _nested_card(self) -> str:
        """The lines up to the END that belongs to the BEGIN just read, as one escaped value."""
        taken, depth = ["BEGIN:VCARD"], 1
        while depth and self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            taken.append(line)
            frame = self._frame_name(line)
            if frame:
                next(self._frames, 0)
                depth += 1 if frame == "BEGIN" else -1
        return escape("\n".join(taken))

    def _soft_breaks_joined(self, value: str) -> str:
        """A quoted-printable value that goes on in the next lines as long as they end in `=`."""
        parts = [value]
        while parts[-1].rstrip().endswith("=") and self._at < len(self._lines):
            parts[-1] = parts[-1].rstrip()[:-1]
            line = self._lines[self._at]
            if not line or self._frame_name(line):
                break
            self._at += 1
            parts.append(line)
        return "".join(parts)

    def _continue(self, line: str) -> None:
        """What is no content line belongs to the value before it: broken off without a fold, or a fold left in."""
        parts = [line]
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line and self._heads.read(line) is not None:
                break
            self._at += 1
            if line:
                parts.append(line)
        if not self._properties:
            return
        head, value = self._properties[-1]
        if head.encoding == "q":
            parts = [part.rstrip()[:-1] if part.rstrip().endswith("=") else part for part in parts]
        else:
            glue = "\\n" if head.name == "NOTE" else ""
            parts = [part[1:] if part.startswith((" ", "\t")) else glue + part for part in parts]
        self._properties[-1] = (head, "".join([value, *parts]))

    def _frame_name(self, line: str) -> str:
        """BEGIN or END when the line is one of a card, else empty."""
        name, _, value = line.partition(":")
        name = name.rstrip(" \t").upper()
        return name if name in ("BEGIN", "END") and _is_card(value) else ""


def _is_card(value: str) -> bool:
    return value.lstrip(" \t")[:5].upper() == "VCARD"


def _awaits_card(last: Property) -> bool:
    head, value = last
    return head.name == "AGENT" and not value.strip()
