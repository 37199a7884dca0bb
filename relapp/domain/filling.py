"""Filling a phrase in: fields in braces, parts in square brackets that go when one of their fields is not known.

Braces and the brackets of such parts never get through; other brackets and braces stay as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from relapp.domain.templates import Filled, Template
from relapp.domain.words import tr

FIELDS: Mapping[str, Callable[[], str]] = {
    "given_name": lambda: tr("their given name"),
    "name": lambda: tr("their whole name"),
    "organisation": lambda: tr("where they work"),
    "title": lambda: tr("their title"),
    "opener": lambda: tr("what to ask about"),
    "next_opening": lambda: tr("when you are open next"),
    "price": lambda: tr("what the last sale cost"),
    "what": lambda: tr("what they bought last"),
    "interest": lambda: tr("an interest of theirs"),
    "recommendation": lambda: tr("what you recommend"),
    "referred": lambda: tr("whom they sent to you"),
    "left": lambda: tr("who has left"),
    "alone_at": lambda: tr("where you know nobody else"),
    "meeting": lambda: tr("what you meet for"),
    "years": lambda: tr("the years completed"),
    "occasion": lambda: tr("what is celebrated"),
    "news": lambda: tr("their news"),
    "idea": lambda: tr("what they suggested"),
    "month": lambda: tr("the present month"),
    "my_name": lambda: tr("your name"),
    "signature": lambda: tr("what closes your e-mails"),
}
"""Every field a phrase may have, with what it stands for."""

BLANK = "___"
"""The line to fill in where a field is not known."""

_FIELD = re.compile(r"\{([a-z_]+)\}")
_MEANT = re.compile(r"\{([ -]*\w[\w -]*)\}")
"""What was meant to be a field, though it may be written as none is: "{Name}", "{given name}"."""
_PART = re.compile(r"\[([^\[\]]*\{[a-z_]+\}[^\[\]]*)\]")
_SPACES = re.compile(r"[ \t]+(?=\n|$)")
_GAPS = re.compile(r"\n{3,}")


def fields_of(text: str) -> tuple[str, ...]:
    """The fields of a phrase, in order, each once; also those nobody knows."""
    return tuple(dict.fromkeys(_FIELD.findall(text)))


def needed(text: str) -> tuple[str, ...]:
    """The fields a phrase can't do without: those that stand outside the parts that may go."""
    return fields_of(_PART.sub("", text))


def unknown(text: str) -> tuple[str, ...]:
    """Fields that there are not, also those that were meant to be some and would stand in the text as typed."""
    return tuple(name for name in dict.fromkeys(_MEANT.findall(text)) if name not in FIELDS)


def fill(template: Template, values: Mapping[str, str]) -> Filled:
    """The phrase with these values; empty ones are not known."""
    missing: dict[str, None] = {}
    text = _filled(template.text, values, missing)
    subject = " ".join(_filled(template.subject, values, missing).split())
    return Filled(text, subject, tuple(missing))


def _filled(text: str, values: Mapping[str, str], missing: dict[str, None]) -> str:
    text = _PART.sub(lambda part: part[1] if all(values.get(name) for name in _FIELD.findall(part[1])) else "", text)

    def value(found: re.Match[str]) -> str:
        known = values.get(found[1], "")
        if not known:
            missing[found[1]] = None
        return known or BLANK

    return _GAPS.sub("\n\n", _SPACES.sub("", _FIELD.sub(value, text))).strip()
