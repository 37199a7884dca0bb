r"""The right side of a content line: escapes, parts, quoted-printable and base64. Text in, text out; never fails.

One reading for all versions: `\n \, \; \: \" \\` are escapes, any other backslash stands for itself.
"""

from __future__ import annotations

import binascii
import re

from relapp.formats.encodings import decode_damaged, guess, known_codec

_ESCAPE = re.compile(r'\\([nN,;:"\\])')
_MEANING = {"n": "\n", "N": "\n", ",": ",", ";": ";", ":": ":", '"': '"', "\\": "\\"}
_ENCODED_SEMICOLON = re.compile(r"(?<!=5C)=3B", re.IGNORECASE)
_FOLD_OCTETS = 75


def unescape(value: str) -> str:
    """The text meant by an escaped value."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: _MEANING[found[1]], value)


def escape(text: str) -> str:
    """As RFC 6350 3.4 wants it; line ends of any kind become `\\n`."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return without_line_ends(text)


def without_line_ends(text: str) -> str:
    """Line ends of any kind become `\\n`, and NUL is left out, so that the text fits in one content line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n", "\\n").replace("\0", "")


def split(value: str, separator: str) -> list[str]:
    """The parts between separators that are not escaped, still escaped themselves."""
    parts = value.split(separator)
    if "\\" not in value:
        return parts
    whole: list[str] = []
    open_parts: list[str] = []
    for part in parts:
        open_parts.append(part)
        if (len(part) - len(part.rstrip("\\"))) % 2 == 0:
            whole.append(separator.join(open_parts))
            open_parts = []
    if open_parts:
        whole.append(separator.join(open_parts))
    return whole


def texts(value: str, separator: str) -> list[str]:
    """The parts, unescaped and stripped."""
    return [unescape(part).strip() for part in split(value, separator)]


def decode_quoted_printable(value: str, charset: str, fallback: str) -> str:
    """The text, still with its escapes: an encoded semicolon is no separator, encoded line ends become `\\n`.

    `charset` is what the property says, `fallback` the codec of a file that is no UTF-8 (may be empty).
    """
    value = _ENCODED_SEMICOLON.sub("=5C=3B", value)
    text = decode_bytes(binascii.a2b_qp(value.encode("utf-8", "replace")), charset, fallback)
    return without_line_ends(text)


def decode_bytes(data: bytes, charset: str, fallback: str) -> str:
    """By the charset named, else UTF-8, else what the file is in, else a guess."""
    for codec in (known_codec(charset), "utf-8"):
        if codec:
            try:
                return data.decode(codec)
            except ValueError:
                continue
    damaged = decode_damaged(data)
    if damaged is not None:
        return damaged
    return data.decode(fallback or guess(data), "replace")


def decode_base64(value: str) -> bytes:
    """The bytes; empty when it is no base64."""
    try:
        data = value.encode("ascii")
        return binascii.a2b_base64(data.rstrip(b"= \t") + b"==")
    except ValueError:
        return b""


def fold(line: str) -> str:
    """A logical line as physical ones of at most 75 octets with CRLF, characters left whole (RFC 6350 3.2)."""
    if len(line) * 4 <= _FOLD_OCTETS or (len(line) <= _FOLD_OCTETS and line.isascii()):
        return line + "\r\n"
    data = line.encode("utf-8", "replace")
    parts: list[bytes] = []
    start, room = 0, _FOLD_OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # in the middle of a character
            end -= 1
        parts.append(data[start:end])
        start, room = end, _FOLD_OCTETS - 1  # the blank counts
    parts.append(data[start:])
    return b"\r\n ".join(parts).decode("utf-8") + "\r\n"
