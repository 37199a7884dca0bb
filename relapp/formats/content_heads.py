"""The left side of a content line: group, name and parameters, in the manners of vCard 2.1, 3.0 and 4.0.

What comes back for a left side is remembered, since an address book uses the same few dozen over and over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from relapp.formats.vcard_labels import of_types

_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)")
_CARET = re.compile(r"\^([n'^])")
_UNCARET = {"n": "\n", "'": '"', "^": "^"}
_NEEDS_QUOTES = re.compile(r"[^A-Za-z0-9_./+-]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ENCODINGS = {"QUOTED-PRINTABLE": "q", "Q": "q", "BASE64": "b", "B": "b", "8BIT": "", "7BIT": "", "BINARY": ""}
_BARE_VALUES = {"INLINE", "URL", "CID", "CONTENT-ID", "URI", "BINARY"}
_REMEMBERED = 5000
_LONGEST_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Head:
    """A left side. `text` is how it is kept and written again: without encoding of a decoded value, 2.1's bare
    parameters with `TYPE=`. `name` is upper case, `group` and `types` lower; `params` has the last value of each."""

    text: str
    name: str
    group: str
    types: tuple[str, ...]
    params: dict[str, str]
    encoding: str  # "q" quoted-printable, "b" base64, else empty
    charset: str
    special: bool  # a BEGIN or END line, or quoted-printable: not just one line with one value
    label: str  # what the types say in words
    preferred: bool


class Heads:
    """Reads left sides and remembers them; one for each file."""

    def __init__(self) -> None:
        self.known: dict[str, Head] = {}

    def read(self, line: str) -> tuple[Head, str] | None:
        """The left side and the raw right side; None when the line is no content line."""
        end = _colon(line)
        if end < 0 or line[0] in " \t":
            return None
        text = line[:end]
        head = self.known.get(text)
        if head is None:
            head = parse_head(text)
            if head is None:
                return None
            if end <= _LONGEST_REMEMBERED and text.count('"') % 2 == 0 and ":" not in text:
                if len(self.known) >= _REMEMBERED:
                    self.known.clear()
                self.known[text] = head
        return head, line[end + 1 :]


def parse_head(text: str) -> Head | None:
    """A left side taken apart; None when its name is none."""
    first, *rest = _split(text)
    found = _NAME.fullmatch(first.strip())
    if found is None:
        return None
    params = [_parameter(part) for part in rest if part.strip()]
    name = found[2].upper()
    encoding = charset = ""
    types: list[str] = []
    values: dict[str, str] = {}
    for key, value in params:
        if key == "ENCODING":
            encoding = _ENCODINGS.get(value.upper(), "")
        elif key == "CHARSET":
            charset = value
        elif key == "TYPE":
            types += [word.strip().lower() for word in value.split(",") if word.strip()]
        values[key] = value
    special = encoding == "q" or text.rstrip(" \t").upper() in ("BEGIN", "END")
    kept = text if encoding != "q" and not charset and all("=" in part for part in rest) else _rewritten(first, params)
    label = of_types(tuple(types))
    preferred = "pref" in types or values.get("PREF") == "1"
    return Head(
        kept, name, (found[1] or "").lower(), tuple(types), values, encoding, charset, special, label, preferred
    )


def parameter(name: str, value: str) -> str:
    """`;NAME=value` for a left side, quoted where needed, with RFC 6868's carets for what quotes can't hold."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = _CONTROL.sub("", value.replace("^", "^^").replace("\n", "^n").replace('"', "^'"))
    return f';{name}="{value}"' if not value or _NEEDS_QUOTES.search(value) else f";{name}={value}"


def _colon(line: str) -> int:
    """Where the right side begins: the first colon that stands in no quotes; in broken quotes, the first of all."""
    end = line.find(":")
    if end < 0 or '"' not in line[:end]:
        return end
    at = 0
    for number, part in enumerate(line.split('"')):
        colon = part.find(":") if number % 2 == 0 else -1
        if colon >= 0:
            return at + colon
        at += len(part) + 1
    return end


def _split(text: str) -> list[str]:
    """At the semicolons that stand in no quotes."""
    if '"' not in text:
        return text.split(";")
    parts: list[str] = []
    start = 0
    quoted = False
    for found in re.finditer('[";]', text):
        if found[0] == '"':
            quoted = not quoted
        elif not quoted:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _parameter(part: str) -> tuple[str, str]:
    """Upper-case name and value; 2.1's bare ones are told apart by what they can be."""
    key, equals, value = part.strip().partition("=")
    key = key.strip().upper()
    if equals:
        value = value.strip().replace('"', "")
        return key, _CARET.sub(lambda found: _UNCARET[found[1]], value) if "^" in value else value
    if key in _ENCODINGS:
        return "ENCODING", key
    return ("VALUE", key) if key in _BARE_VALUES else ("TYPE", part.strip())


def _rewritten(first: str, params: list[tuple[str, str]]) -> str:
    """The left side in the manner of 3.0 and 4.0."""
    parts = [first.strip()]
    for key, value in params:
        if key == "CHARSET" or (key == "ENCODING" and _ENCODINGS.get(value.upper()) != "b"):
            continue
        parts.append(parameter(key, "b" if key == "ENCODING" else value))
    return "".join(parts)
