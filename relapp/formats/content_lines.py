"""From the bytes of a vCard file to its logical lines as text: marks, line ends, folds and charsets. Knows no property.

Folds are undone on bytes, because writers fold by octets and cut characters in two. Everything here is linear in the
file's size: a line may have ten million characters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from relapp.formats.encodings import decode_damaged, decode_marked, guess, known_codec

_FRAME = re.compile(rb"^(?:BEGIN|END)[ \t]*:[ \t]*VCARD", re.IGNORECASE | re.MULTILINE)
_QUOTED_PRINTABLE = re.compile(rb"QUOTED-PRINTABLE", re.IGNORECASE)
_FOLD = re.compile(rb"(?<![=\n])\n[ \t]")
_CHARSET = re.compile(rb"CHARSET=\"?([A-Za-z0-9_.-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContentLines:
    """Logical lines without their ends.

    `frames` are the line numbers in the file (from 1) of the BEGIN:VCARD and END:VCARD lines, in order.
    A fold behind a quoted-printable soft break (`=`) is left in, because only the property tells which of both it is;
    so is one behind an empty line. Unfolding makes no line that begins a card.
    """

    lines: list[str]
    frames: list[int]
    encoding: str
    fallback: str  # the codec for bytes that are no UTF-8 and don't say what they are; empty when none was needed


def read_lines(data: bytes) -> ContentLines:
    """Never fails. NUL bytes are left out: no text has any."""
    encoding = "utf-8"
    if data.startswith(codecs.BOM_UTF8):
        data, encoding = data[3:], "utf-8-sig"
    elif (marked := decode_marked(data)) is not None:
        data, encoding = marked[0].encode("utf-8", "replace"), marked[1]
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = _without_margin(data.replace(b"\0", b""))
    frames = _frame_lines(data)
    unfolded = _unfold(data)
    try:
        return ContentLines(unfolded.decode("utf-8").split("\n"), frames, encoding, "")
    except UnicodeDecodeError:
        fallback = _fallback(unfolded)
        lines = [_decode_line(line, fallback) for line in unfolded.split(b"\n")]
        return ContentLines(lines, frames, fallback, fallback)


def _without_margin(data: bytes) -> bytes:
    """Blanks before the first line's text would make it a fold."""
    text = data.lstrip(b" \t\n")
    return b"\n" * data.count(b"\n", 0, len(data) - len(text)) + text


def _frame_lines(data: bytes) -> list[int]:
    numbers, line, at = [], 1, 0
    for found in _FRAME.finditer(data):
        line += data.count(b"\n", at, found.start())
        at = found.start()
        numbers.append(line)
    return numbers


def _unfold(data: bytes) -> bytes:
    if b"\n\n " in data or b"\n\n\t" in data or _QUOTED_PRINTABLE.search(data):
        return _FOLD.sub(b"", data)
    return data.replace(b"\n ", b"").replace(b"\n\t", b"")


def _fallback(data: bytes) -> str:
    """The codec for lines that are no UTF-8: one that the file names and that fits them, else a guess."""
    foreign = [line for line in data.split(b"\n") if not line.isascii() and not _is_utf8(line)]
    undeclared = b"\n".join(line for line in foreign if not _declared(line)) or b"\n".join(foreign)
    if decode_damaged(undeclared) is not None:
        return "utf-8"
    for name in dict.fromkeys(_CHARSET.findall(data)):
        codec = _codec(name)
        if codec not in ("", "utf-8", "ascii") and _decodes(undeclared, codec):
            return codec
    return guess(undeclared)


def _decode_line(line: bytes, fallback: str) -> str:
    if line.isascii():
        return line.decode("ascii")
    for codec in (_declared(line), "utf-8", fallback):
        if codec and _decodes(line, codec):
            return line.decode(codec)
    return line.decode(fallback, "replace")


def _declared(line: bytes) -> str:
    found = _CHARSET.search(line, 0, max(line.find(b":"), 0))
    return _codec(found[1]) if found else ""


def _codec(charset: bytes) -> str:
    """Python's codec; empty for an unknown charset and for one that can't be meant, as its letters are no ASCII."""
    codec = known_codec(charset.decode("ascii"))
    return codec if codec and b"FN:".decode(codec, "replace") == "FN:" else ""


def _is_utf8(line: bytes) -> bool:
    return _decodes(line, "utf-8")


def _decodes(line: bytes, codec: str) -> bool:
    try:
        line.decode(codec)
    except ValueError:
        return False
    return True
