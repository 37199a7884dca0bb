"""Texts with the words that matched, taken apart for painting. Knows nothing of where they come from."""

from __future__ import annotations

from typing import NamedTuple

from relapp.domain.finding import MARK_CLOSE, MARK_OPEN

_BEFORE = 24


class Marked(NamedTuple):
    """Plain text, and where in it the matching parts begin and end."""

    text: str
    parts: tuple[tuple[int, int], ...] = ()


def marked(text: str) -> Marked:
    """The text on one line, without its marks."""
    plain: list[str] = []
    parts: list[tuple[int, int]] = []
    length, start = 0, 0
    for sign in " ".join(text.split()):
        if sign == MARK_OPEN:
            start = length
        elif sign == MARK_CLOSE:
            parts.append((start, length))
        else:
            plain.append(sign)
            length += 1
    return Marked("".join(plain), tuple(parts))


def plain(text: str) -> str:
    """The text without its marks."""
    return marked(text).text


def from_first_match(found: Marked, room: int) -> Marked:
    """The same from shortly before the first match, when that would lie beyond so many characters."""
    if not found.parts or found.parts[0][1] <= room:
        return found
    start = found.text.rfind(" ", 0, max(0, found.parts[0][0] - _BEFORE)) + 1
    moved = tuple((begin - start + 1, end - start + 1) for begin, end in found.parts)
    return Marked("…" + found.text[start:], moved)
