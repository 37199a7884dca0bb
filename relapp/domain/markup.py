"""Text with bold, lists and links, kept as typed: made into safe HTML for the screen, or one plain line for a preview.

Knows `**bold**`, lines that begin with "- ", "* " or "1. ", bare links and e-mail addresses; nothing else is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

_BULLET = re.compile(r"([ \t]*)[-*•] +(?=\S)")
_NUMBER = re.compile(r"([ \t]*)(\d{1,9})[.)] +(?=\S)", re.ASCII)
_LINK = re.compile(
    r"(?P<url>(?:https?://|mailto:)[^\s<>\"]{1,2000})"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\ud800-\udfff]")
_AFTER_LINK = ".,;:!?'”’»…*"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_KEEP_BLANKS = ' style="white-space: pre-wrap; margin: 0"'


def to_html(text: str) -> str:
    """HTML of `p`, `br`, `ul`, `ol`, `li`, `b` and `a` (http, https and mailto only); all else is escaped.

    Blanks and tabs show as typed. Made for Qt's rich text, safe in a browser too.
    """
    lines = _without_controls(text).splitlines()
    return "".join(_block(kind, list(rows)) for kind, rows in groupby(lines, _row_kind))


def to_plain(text: str) -> str:
    """One line without markers: of list rows, and of bold. Runs of blanks become one."""
    lines = (_plain_row(line) for line in _without_controls(text).splitlines())
    return " ".join(" ".join(lines).split())


def _without_controls(text: str) -> str:
    """Control signs, which no screen shows, and halves of signs become the mark of what could not be read."""
    return _CONTROL.sub("\ufffd", text)


def _row_kind(line: str) -> str:
    if _BULLET.match(line):
        return "ul"
    return "ol" if _NUMBER.match(line) else "p"


def _block(kind: str, lines: list[str]) -> str:
    if kind == "p":
        return f"<p{_KEEP_BLANKS}>{'<br>'.join(_inline(line) for line in lines)}</p>"
    rows = "".join(f"<li{_value(line)}{_KEEP_BLANKS}>{_inline(_without_marker(line))}</li>" for line in lines)
    return f"<{kind}>{rows}</{kind}>"


def _value(line: str) -> str:
    """A number as it was typed, not as it would be counted."""
    found = _NUMBER.match(line)
    return f' value="{int(found[2])}"' if found else ""


def _without_marker(line: str) -> str:
    found = _BULLET.match(line) or _NUMBER.match(line)
    return line if found is None else line[found.end() :]


def _inline(line: str) -> str:
    return "".join(f"<b>{_linked(part)}</b>" if bold else _linked(part) for part, bold in _bold_parts(line))


def _plain_row(line: str) -> str:
    return "".join(part for part, _ in _bold_parts(_without_marker(line)))


def _bold_parts(line: str) -> Iterator[tuple[str, bool]]:
    """Pieces of the line and whether each is bold; two stars that enclose nothing stay stars."""
    pieces = line.split("**")
    at = 0
    plain = pieces[0]
    while at + 1 < len(pieces):
        inside = pieces[at + 1]
        if at + 2 < len(pieces) and inside and inside == inside.strip():
            yield plain, False
            yield inside, True
            plain = pieces[at + 2]
            at += 2
        else:
            plain += "**" + inside
            at += 1
    yield plain, False


def _linked(text: str) -> str:
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterable[str]:
    end = 0
    for found in _LINK.finditer(text):
        target = _trimmed(found[0])
        if not _LINK.fullmatch(target):
            continue  # nothing but a scheme and a full stop
        yield escape(text[end : found.start()])
        yield f'<a href="{escape(_address(target, bool(found["mail"])))}">{escape(target)}</a>'
        end = found.start() + len(target)
    yield escape(text[end:])


def _address(target: str, is_mail: bool) -> str:
    return f"mailto:{target}" if is_mail else target


def _trimmed(link: str) -> str:
    """A link without the full stop of its sentence, or the bracket that was opened before it."""
    while link[-1] in _AFTER_LINK or link.count(link[-1]) > link.count(_PAIRS.get(link[-1], link[-1])):
        link = link[:-1]
    return link
