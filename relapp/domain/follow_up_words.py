"""When a follow-up is meant, as one says it: "next fri 10:00", "in 3 weeks", "every first monday 10:00"."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from relapp.domain import repeats
from relapp.domain.when import MONDAY, read_day, read_minutes, read_moment

_TRAILING = re.compile(r"(?:^|(?<=[\s,;.:!?(–—-]))follow[ -]?up(?:\s*:)?\s+", re.IGNORECASE)
_AFTER_CONTACT = re.compile(r"(\d{1,4}|a) (day|week|month|year)s? after (?:the )?last contact")
_ON_THE = re.compile(r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: (.+))?")


class FollowUpWords(NamedTuple):
    """The due moment (a UTC instant, or a day when it is all-day) and the repeat, "" without one."""

    due: datetime | date
    repeat: str


def read_follow_up(
    text: str, now: datetime, first_weekday: int = MONDAY, last_contact: datetime | None = None
) -> FollowUpWords | None:
    """What `text` means at `now` (aware, in my zone), or None. A date without an hour is all-day.

    "30 days after the last contact" is fixed here, at the earliest today, and repeats from done; without a contact it
    counts from today.
    """
    spoken = " ".join(text.lower().strip(" .,;:").split())
    try:
        return (
            _after_contact(spoken, now, last_contact)
            or _on_the(spoken, now)
            or _repeated(spoken, now)
            or _soon(spoken, now)
            or _once(spoken, now, first_weekday)
        )
    except OverflowError:
        return None


def split_follow_up(line: str) -> tuple[str, str | None]:
    """The line without its trailing "follow up WORDS", and those words; None where it has none."""
    found = list(_TRAILING.finditer(line))
    if not found or not line[found[-1].end() :].strip():
        return line, None
    return line[: found[-1].start()].rstrip(" ,;:–—-(\n"), line[found[-1].end() :].strip(" \n)")


def _after_contact(spoken: str, now: datetime, last_contact: datetime | None) -> FollowUpWords | None:
    found = _AFTER_CONTACT.fullmatch(spoken)
    if found is None:
        return None
    days = (1 if found[1] == "a" else int(found[1])) * repeats.DAYS[found[2]]
    start = now.date() if last_contact is None else last_contact.astimezone(now.tzinfo).date()
    return FollowUpWords(max(now.date(), start + timedelta(days=days)), f"after {days} days") if days else None


def _on_the(spoken: str, now: datetime) -> FollowUpWords | None:
    """ "on the 15th 10:00": once, on the next day with that number."""
    found = _ON_THE.fullmatch(spoken)
    days = (now.date() + timedelta(days=ahead) for ahead in range(62))
    day = None if found is None else next((one for one in days if one.day == int(found[1])), None)
    if found is None or day is None or not found[2]:
        return None if day is None else FollowUpWords(day, "")
    moment = read_moment(f"{day.isoformat()} {found[2]}", now)
    return None if moment is None else FollowUpWords(moment, "")


def _repeated(spoken: str, now: datetime) -> FollowUpWords | None:
    words = spoken.split()
    zone = now.tzinfo
    if zone is None:
        return None
    for end in range(len(words), 0, -1):
        repeat = repeats.read(" ".join(words[:end]))
        if repeat is None:
            continue
        clock = None
        if end < len(words):
            moment = read_moment(" ".join(["today", *words[end:]]), now)
            if moment is None:
                return None
            clock = moment.astimezone(zone).time()
        if not repeat.from_plan:
            due = now.date() + timedelta(days=repeat.days)
            return FollowUpWords(due, str(repeat)) if clock is None else None
        first = repeats.first(repeat, now, clock, zone)
        return None if first is None else FollowUpWords(first, str(repeat))
    return None


def _soon(spoken: str, now: datetime) -> FollowUpWords | None:
    """ "in 20 min", "in 2 hours"."""
    minutes = read_minutes(spoken.removeprefix("in ")) if spoken.startswith("in ") else None
    if minutes is None:
        return None
    moment = now + timedelta(minutes=minutes)
    return FollowUpWords(moment.astimezone(UTC).replace(second=0, microsecond=0), "")


def _once(spoken: str, now: datetime, first_weekday: int) -> FollowUpWords | None:
    day = read_day(spoken, now.date(), first_weekday)
    if day is not None:
        return FollowUpWords(day, "")
    moment = read_moment(spoken, now, first_weekday)
    return None if moment is None else FollowUpWords(moment, "")
