"""Reads moments and durations as one says them ("yesterday 16:00", "in 3 weeks", "1 h 30"), relative to a given now.

English words. What can be read in two ways (3/12, a bare 16) is not understood rather than guessed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from relapp.domain.instants import instant, iso_moment, read_instant

__all__ = ["MONDAY", "read_day", "read_instant", "read_minutes", "read_moment"]

MONDAY = 0

_WEEKDAYS = {
    "mon": 0, "monday": 0, "tue": 1, "tues": 1, "tuesday": 1, "wed": 2, "weds": 2, "wednesday": 2, "thu": 3, "thur": 3,
    "thurs": 3, "thursday": 3, "fri": 4, "friday": 4, "sat": 5, "saturday": 5, "sun": 6, "sunday": 6,
}  # fmt: skip
_MONTHS = {
    name[:length]: month
    for month, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december"), 1
    )
    for length in {3, len(name)}
} | {"sept": 9}  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NAMED_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "day before yesterday": -2,
    "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip
_NAMED_TIMES = {"noon": time(12), "midday": time(12), "midnight": time(0)}

_ISO_DAY = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})", re.ASCII)
_DOTTED_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?", re.ASCII)
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_COUNT = re.compile(r"\d{1,5}", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
_TWELVE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?", re.ASCII)
_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?)(?: ?(?P<rest>\d{1,2}) ?(?:m|mins?|minutes?)?)?"
    r"|(?P<minutes>\d{1,5}) ?(?:m|mins?|minutes?)"
    r"|(?P<clock>\d{1,3}):(?P<past>[0-5]\d) ?(?:h|hrs?|hours?))",
    re.ASCII,
)


def read_moment(text: str, now: datetime, first_weekday: int = MONDAY) -> datetime | None:
    """The UTC instant that `text` means at `now` (aware, in my zone), or None when it isn't understood.

    "fri" is the next Friday after today, "last fri" the one before today, "next fri" that of next week, which begins on
    `first_weekday` (0 is Monday). A time without a date is today, also when it has gone by. A date without a time has
    the time of now, and one without a year is of this year. 12.3.2026 is 12 March. Wall times: see `instants.instant`.
    """
    words = text.lower().split()
    try:
        if moment := iso_moment(" ".join(words), now.tzinfo or UTC):
            return moment
        if words[-1:] == ["ago"] and (passed := read_minutes(" ".join(words[:-1]))):
            return _whole_second(now.astimezone(UTC) - timedelta(minutes=passed))
        return _day_and_time([word.rstrip(",") for word in words], now, first_weekday)
    except (ValueError, OverflowError):
        return None


def read_day(text: str, today: date, first_weekday: int = MONDAY) -> date | None:
    """The date that `text` means, by the rules of `read_moment`; None when it isn't understood or holds a time."""
    try:
        return _day([word.rstrip(",") for word in text.lower().split()], today, first_weekday)
    except (ValueError, OverflowError):
        return None


def read_minutes(text: str) -> int | None:
    """A duration ("20 min", "1 h 30", "1:30 h", "1.5h", "half an hour") in whole minutes, at least 1; else None."""
    words = text.lower().split()
    if words == ["half", "an", "hour"]:
        return 30
    found = _DURATION.fullmatch(" ".join([*(str(_NUMBERS.get(word, word)) for word in words[:1]), *words[1:]]))
    if found is None:
        return None
    if found["minutes"]:
        minutes = int(found["minutes"])
    elif found["clock"]:
        minutes = int(found["clock"]) * 60 + int(found["past"])
    else:
        minutes = round(float(found["hours"].replace(",", ".")) * 60) + int(found["rest"] or 0)
    return minutes or None


def _whole_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def _day_and_time(words: list[str], now: datetime, first_weekday: int) -> datetime | None:
    """Tries each place where the date may end and the time begin, either first."""
    zone, today = now.tzinfo or UTC, now.date()
    for at in range(len(words) + 1):
        for day_words, time_words in ((words[:at], words[at:]), (words[at:], words[:at])):
            day = _day(day_words, today, first_weekday) if day_words else today
            if day is None or not words:
                continue
            if not time_words:
                return _whole_second(instant(day, now.time(), zone))
            if (clock := _time(time_words)) is not None:
                return instant(day, clock, zone)
    return None


def _time(words: Sequence[str]) -> time | None:
    phrase = " ".join(words).removeprefix("at ")
    if phrase in _NAMED_TIMES:
        return _NAMED_TIMES[phrase]
    if found := _CLOCK.fullmatch(phrase):
        return time(int(found[1]), int(found[2]))
    if (found := _TWELVE.fullmatch(phrase)) and 1 <= int(found[1]) <= 12:
        return time(int(found[1]) % 12 + (12 if found[3] == "p" else 0), int(found[2] or 0))
    return None


def _day(words: Sequence[str], today: date, first_weekday: int) -> date | None:
    if words[:1] == ["on"]:
        words = words[1:]
    phrase = " ".join(words)
    if phrase in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[phrase])
    return (
        _weekday(words, today, first_weekday)
        or _counted(words, today)
        or _written(phrase, today)
        or _with_month(words, today)
    )


def _weekday(words: Sequence[str], today: date, first_weekday: int) -> date | None:
    if not words or words[-1] not in _WEEKDAYS:
        return None
    wanted = _WEEKDAYS[words[-1]]
    match words[:-1]:
        case []:
            return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
        case ["last"]:
            return today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
        case ["next"]:
            week = today - timedelta(days=(today.weekday() - first_weekday) % 7)
            return week + timedelta(days=7 + (wanted - first_weekday) % 7)
    return None


def _count(word: str) -> int | None:
    return int(word) if _COUNT.fullmatch(word) else _NUMBERS.get(word)


def _counted(words: Sequence[str], today: date) -> date | None:
    """ "3 weeks ago", "in 3 weeks", "next week", "last month". No "in 20 min": that is a direction and a duration."""
    match words:
        case [number, unit, "ago"]:
            return _moved(today, number, unit, -1)
        case ["in", number, unit]:
            return _moved(today, number, unit, 1)
        case ["next", ("week" | "month" | "year") as unit]:
            return _moved(today, "1", unit, 1)
        case ["last", ("week" | "month" | "year") as unit]:
            return _moved(today, "1", unit, -1)
    return None


def _moved(today: date, number: str, unit: str, sign: int) -> date | None:
    count = _count(number)
    if count is None:
        return None
    match unit.removesuffix("s"):
        case "day":
            return today + timedelta(days=sign * count)
        case "week":
            return today + timedelta(weeks=sign * count)
        case "month":
            return _months_on(today, sign * count)
        case "year":
            return _months_on(today, sign * count * 12)
    return None


def _months_on(day: date, months: int) -> date:
    """The same day of another month, or that month's last when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _written(phrase: str, today: date) -> date | None:
    if found := _ISO_DAY.fullmatch(phrase):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := _DOTTED_DAY.fullmatch(phrase):
        year = today.year if found[3] is None else int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return date(year, int(found[2]), int(found[1]))
    return None


def _with_month(words: Sequence[str], today: date) -> date | None:
    """ "12 march", "12th mar 2025", "march 12"."""
    if (len(words) == 3 and not _YEAR.fullmatch(words[2])) or len(words) not in (2, 3):
        return None
    year = int(words[2]) if len(words) == 3 else today.year
    for number, name in ((words[0], words[1]), (words[1], words[0])):
        month, found = _MONTHS.get(name.rstrip(".")), _DAY_OF_MONTH.fullmatch(number)
        if month and found:
            return date(year, month, int(found[1]))
    return None
