"""Dates as people type them into a personal file: "4 June 1978", "4 June", "June 2027", "2–9 March", "1978-06-04"."""

from __future__ import annotations

import re
from datetime import date

from relapp.domain.dates import PartialDate
from relapp.domain.errors import Refused
from relapp.domain.relative import date_words, month_name
from relapp.domain.words import tr

_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?(?:\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")
_MONTH_YEAR = re.compile(r"([^\W\d]+)\.?\s+(\d{4})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?")
_SPAN = re.compile(r"(.+?)\s*(?:–|—|\s-\s|\bto\b|\buntil\b)\s*(.+)")
_SHORT_SPAN = re.compile(r"(\d{1,2})\s*-\s*(\d{1,2}\s+.+)")
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def read_typed(text: str, today: date) -> tuple[PartialDate | None, PartialDate | None]:
    """Day and, for a span, its last day; both None for nothing typed. Raises Refused for what is no date.

    A single date without a year comes round every year; a span without one is the nearest to `today`.
    """
    wanted = " ".join(text.split())
    if not wanted:
        return None, None
    single = _single(wanted)
    if single is not None:
        return single, None
    span = _SPAN.fullmatch(wanted) or _SHORT_SPAN.fullmatch(wanted)
    ends = None if span is None else _single(span[2])
    if span is None or ends is None:
        raise _unread(text)
    starts = _single(span[1]) or _same_month(span[1], ends)
    if starts is None:
        raise _unread(text)
    return _in_order(starts, ends, today)


def typed(day: PartialDate | None, ends: PartialDate | None) -> str:
    """What to put into the field, so that it is read as the same again."""
    if day is None:
        return ""
    return date_words(day) if ends is None else f"{date_words(day)} – {date_words(ends)}"


def _unread(text: str) -> Refused:
    return Refused(tr("“{text}” is no date; type it like 4 June 1978, 4 June or 2–9 March.").format(text=text))


def _single(text: str) -> PartialDate | None:
    if iso := PartialDate.parse(text):
        return iso
    for pattern, order in ((_DAY_MONTH, "dmy"), (_MONTH_YEAR, "my"), (_MONTH_DAY, "mdy"), (_DOTTED, "dmy")):
        found = pattern.fullmatch(text)
        made = None if found is None else _made(dict(zip(order, found.groups(), strict=True)))
        if made is not None:
            return made
    return None


def _made(parts: dict[str, str | None]) -> PartialDate | None:
    month = _month(parts["m"] or "")
    year, day = parts.get("y"), parts.get("d")
    try:
        return PartialDate(int(year) if year else None, month, int(day) if day else None) if month else None
    except ValueError:
        return None


def _month(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    wanted = word.casefold()
    for number, english in enumerate(_ENGLISH, 1):
        own = month_name(number).casefold()
        if len(wanted) >= 3 and (english.startswith(wanted) or own.startswith(wanted)):
            return number
    return None


def _same_month(text: str, ends: PartialDate) -> PartialDate | None:
    """The "2" of "2–9 March"."""
    if not text.strip(" .").isdecimal():
        return None
    try:
        return PartialDate(ends.year, ends.month, int(text.strip(" .")))
    except ValueError:
        return None


def _in_order(starts: PartialDate, ends: PartialDate, today: date) -> tuple[PartialDate, PartialDate]:
    if ends.year is None:
        near = [day for year in (today.year - 1, today.year, today.year + 1) if (day := ends.in_year(year))]
        if near:
            ends = PartialDate.of(min(near, key=lambda day: abs((day - today).days)))
    if starts.year is None and ends.year is not None:
        back = (starts.month or 1, starts.day or 1) > (ends.month or 12, ends.day or 31)
        starts = PartialDate(ends.year - back, starts.month, starts.day)
    return starts, ends
