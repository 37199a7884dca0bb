"""Rules of repeats as one says them: "every first Monday", "every 2 weeks". English words in, RFC 5545 rules out."""

from __future__ import annotations

import re

from relapp.domain.relative import weekday_name
from relapp.domain.words import tr

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_UNITS = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_ALONE = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_EVERY = re.compile(r"every (?:(other|second|\d{1,3}) )?([a-z]+?)s?")
_PLACED = re.compile(r"(?:every|on the|the) (\w+) ([a-z]+)(?: of (?:the|every) month)?")
_OF_MONTH = re.compile(
    r"(?:every|on the) (\d{1,2})(?:st|nd|rd|th)(?: of the month)?"
    r"|(?:every |on )?(?:the )?(?:day )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? every month"
)
_LAST_DAY = re.compile(r"(?:every |on )?(?:the )?last day(?: of)? (?:the|every) month")
_SAID_OTHERWISE = (
    (re.compile(r"\beach\b"), "every"),
    (re.compile(r"(?:monthly|every month),? on (.+)"), r"on \1 of every month"),
    (re.compile(r"(?:weekly|every week),? on (.+)"), r"every \1"),
    (re.compile(r"(?:fortnightly|every fortnight)"), "every 2 weeks"),
)


def rule_of(text: str) -> str | None:
    """The rule that lower-case words mean, or None."""
    for pattern, usual in _SAID_OTHERWISE:
        text = pattern.sub(usual, text)
    if text in _ALONE:
        text = f"every {_ALONE[text]}"
    if text in ("every weekday", "every working day", "weekdays"):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    return _placed(text) or _every(text) or _of_month(text) or _on_days(text)


def _placed(text: str) -> str | None:
    found = _PLACED.fullmatch(text)
    day = None if found is None else _day(found[2])
    if found is None or day is None or found[1] not in _PLACES or (found[1] == "second" and " of " not in text):
        return None
    return f"FREQ=MONTHLY;BYDAY={_PLACES[found[1]]}{_DAYS[day]}"


def _every(text: str) -> str | None:
    found = _EVERY.fullmatch(text)
    if found is None:
        return None
    step = {None: 1, "other": 2, "second": 2}.get(found[1]) or int(found[1])
    day = _day(found[2])
    if day is not None:
        return _rule("WEEKLY", step, f";BYDAY={_DAYS[day]}")
    if found[2] not in _UNITS or not step:
        return None
    frequency, times = _UNITS[found[2]]
    return _rule(frequency, step * times)


def _of_month(text: str) -> str | None:
    if _LAST_DAY.fullmatch(text):
        return "FREQ=MONTHLY;BYMONTHDAY=-1"
    found = _OF_MONTH.fullmatch(text)
    day = 0 if found is None else int(found[1] or found[2])
    return f"FREQ=MONTHLY;BYMONTHDAY={day}" if 1 <= day <= 31 else None


def _on_days(text: str) -> str | None:
    if not text.startswith("every "):
        return None
    days = [_day(word) for word in re.split(r",\s*(?:and )?|\s+and\s+", text.removeprefix("every "))]
    sure = sorted({day for day in days if day is not None})
    return f"FREQ=WEEKLY;BYDAY={','.join(_DAYS[day] for day in sure)}" if sure and None not in days else None


def _day(word: str) -> int | None:
    for number, name in enumerate(_NAMES):
        if word.rstrip("s") == name or word in (name, name[:3], name[:4], name[:5]):
            return number
    return None


def _rule(frequency: str, step: int, more: str = "") -> str:
    return f"FREQ={frequency}" + (f";INTERVAL={step}" if step > 1 else "") + more


def words_of(rule: str) -> str:
    """The usual rules in words; another is shown as it is written."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    frequency, step = parts.pop("FREQ", ""), int(parts.pop("INTERVAL", "1"))
    days = parts.pop("BYDAY", "")
    if frequency == "MONTHLY" and step == 1 and not days and list(parts) == ["BYMONTHDAY"]:
        if parts["BYMONTHDAY"] == "-1":
            return tr("every month on the last day")
        return tr("every month on day {day}").format(day=parts["BYMONTHDAY"])
    if parts:
        return tr("by the rule {rule}").format(rule=rule)
    if not days:
        return _steps(frequency, step)
    if frequency == "WEEKLY" and all(day in _DAYS for day in days.split(",")):
        names = _and([weekday_name(_DAYS.index(day)) for day in days.split(",")])
        if step == 1:
            return tr("every {days}").format(days=names)
        return tr("{days} every {count} weeks").format(days=names, count=step)
    placed = re.fullmatch(r"(-?\d)([A-Z]{2})", days)
    if frequency == "MONTHLY" and step == 1 and placed and int(placed[1]) in _PLACES.values():
        return tr("every {place} {day}").format(place=_place(int(placed[1])), day=weekday_name(_DAYS.index(placed[2])))
    return tr("by the rule {rule}").format(rule=rule)


def _steps(frequency: str, step: int) -> str:
    if step == 1:
        return {
            "DAILY": tr("every day"), "WEEKLY": tr("every week"),
            "MONTHLY": tr("every month"), "YEARLY": tr("every year"),
        }[frequency]  # fmt: skip
    return {
        "DAILY": tr("every {count} days"), "WEEKLY": tr("every {count} weeks"),
        "MONTHLY": tr("every {count} months"), "YEARLY": tr("every {count} years"),
    }[frequency].format(count=step)  # fmt: skip


def _place(number: int) -> str:
    return {1: tr("first"), 2: tr("second"), 3: tr("third"), 4: tr("fourth"), -1: tr("last")}[number]


def _and(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return tr("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
