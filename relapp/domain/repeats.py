"""Repeats of a follow-up: by an RFC 5545 rule "from the plan", or so many days after it was done.

Rules run in my wall time, through python-dateutil: "10:00 every Monday" stays 10:00 across a clock change. What comes
more often than daily is no repeat of a follow-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr

from relapp.domain.errors import Refused
from relapp.domain.instants import instant
from relapp.domain.repeat_words import rule_of, words_of
from relapp.domain.words import tr

_AFTER = re.compile(
    r"(?:after|every) (\d{1,4}|a) (day|week|month|year)s?(?: after)?(?: it is)?(?: done)?"
    r"|(\d{1,4}|a) (day|week|month|year)s? after(?: it is| the last contact| last contact)?(?: done)?"
)
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
"""What is counted from done is counted in days."""
_LONGEST = 9999
"""Days that can be stored."""
_RULE = re.compile(r"(?:RRULE:)?((?:[A-Z]+=[^;=\s]+)(?:;[A-Z]+=[^;=\s]+)*);?")
_UNTIL = re.compile(r"UNTIL=(\d{8})(T\d{6}Z?)?(?![\dTZ])")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
_NUMBER = re.compile(r"0{0,3}[1-9]\d{0,3}", re.ASCII)
_SIGNED = re.compile(r"[+-]?\d{1,3}", re.ASCII)
_MOST = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_SOME_DAY = datetime(2026, 1, 1)  # noqa: DTZ001  (wall time)
_FURTHEST = 366 * 40
"""Days after which the next moment of a rule is not looked for any more."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Either `rule`, an RFC 5545 rule without its prefix, or `days` after it was done."""

    rule: str = ""
    days: int = 0

    @property
    def from_plan(self) -> bool:
        return bool(self.rule)

    def __str__(self) -> str:
        """The form that is stored; `read` gives the same repeat again."""
        return self.rule or f"after {self.days} days"


@lru_cache(maxsize=512)
def read(text: str) -> Repeat | None:
    """A rule ("FREQ=MONTHLY;BYDAY=1MO"), "after 30 days", or words: "every first Monday", "monthly on the 15th"."""
    spoken = " ".join(text.split())
    found = _AFTER.fullmatch(spoken.lower())
    if found and not spoken.lower().startswith("every"):
        number, unit = (found[1] or found[3]), (found[2] or found[4])
        days = (1 if number == "a" else int(number)) * DAYS[unit]
        return Repeat(days=days) if 0 < days <= _LONGEST else None
    rule = rule_of(spoken.lower())
    if rule is None:
        written = _RULE.fullmatch(spoken.upper())
        rule = None if written is None else written[1]
    return Repeat(rule) if rule is not None and _is_rule(rule) else None


def read_or_refuse(text: str) -> Repeat:
    """Raises Refused with a sentence that shows how repeats are written."""
    found = read(text)
    if found is None:
        raise Refused(
            tr("“{text}” is no repeat; write it like “every first monday”, “FREQ=WEEKLY” or “after 30 days”.").format(
                text=text
            )
        )
    return found


def words(repeat: Repeat) -> str:
    """ "every first Monday", "30 days after it is done"."""
    if repeat.from_plan:
        return words_of(repeat.rule)
    if repeat.days == 1:
        return tr("a day after it is done")
    return tr("{days} days after it is done").format(days=repeat.days)


def occurrence(
    anchor: datetime | date, repeat: Repeat, due: datetime | date, now: datetime, zone: tzinfo
) -> tuple[datetime | date, int]:
    """At which planned moment an open one stands, and how many went by before: `due` itself until the next has come."""
    if not repeat.from_plan:
        return due, 0
    latest, missed, _ = _stand(anchor, repeat, due, _wall(now, zone), zone)
    return (_as(due, latest, zone), missed) if missed else (due, 0)


def next_after(
    anchor: datetime | date, repeat: Repeat, due: datetime | date, now: datetime, zone: tzinfo
) -> datetime | None:
    """The instant of the planned moment after the one at which an open one stands. None: there is none any more."""
    coming = _stand(anchor, repeat, due, _wall(now, zone), zone)[2]
    return None if coming is None else _begin(_as(due, coming, zone), zone)


def following(
    repeat: Repeat, anchor: datetime | date, due: datetime | date, done_at: datetime, zone: tzinfo
) -> datetime | date | None:
    """The due moment after this one was done: the next planned one, or so many days later at the same hour of mine.

    None when the rule has ended.
    """
    done = _wall(done_at, zone)
    if not repeat.from_plan:
        return _as(due, datetime.combine(done.date() + timedelta(days=repeat.days), _wall(due, zone).time()), zone)
    start = max(_wall(due, zone), done if isinstance(due, datetime) else datetime.combine(done.date(), time()))
    start += timedelta(microseconds=1)
    for wall in _moments(repeat, anchor, start, start + timedelta(days=_FURTHEST), zone):
        return _as(due, wall, zone)
    return None


def between(
    repeat: Repeat, anchor: datetime | date, start: datetime, until: datetime, zone: tzinfo
) -> list[datetime | date]:
    """The planned moments in `[start, until)`, in order; of all-day ones the days that begin in it."""
    if not repeat.from_plan:
        return []
    found = _moments(repeat, anchor, _wall(start, zone), _wall(until, zone), zone)
    dues = [_as(anchor, wall, zone) for wall in found]
    return [due for due in dues if start <= _begin(due, zone) < until]


def first(repeat: Repeat, now: datetime, clock: time | None, zone: tzinfo) -> datetime | date | None:
    """The first due moment of a rule that is set at `now`: after now at `clock`, or all-day after today."""
    today = _wall(now, zone)
    anchor: datetime | date = today.date() if clock is None else instant(today.date(), clock, zone)
    start = today if clock is not None else datetime.combine(today.date() + timedelta(days=1), time())
    for wall in _moments(repeat, anchor, start, start + timedelta(days=_FURTHEST), zone):
        return _as(anchor, wall, zone)
    return None


_Stand = tuple[datetime, int, datetime | None]
"""The latest moment that has come (wall time; else the due moment), how many came, and the next one."""
_stands: dict[tuple[str, datetime | date, datetime | date, tzinfo], _Stand] = {}
_MOST_STANDS = 4096


def _stand(anchor: datetime | date, repeat: Repeat, due: datetime | date, now: datetime, zone: tzinfo) -> _Stand:
    """How one stands at `now` (wall time); known until its next moment, and counted on from there."""
    key = repeat.rule, anchor, due, zone
    known = _stands.get(key)
    latest, count = _wall(due, zone), 0
    if known is not None and not (known[1] and now < known[0]):  # else the clock went back
        latest, count, coming = known
        if coming is None or now < coming:
            return known
    coming = None
    for moment in _rule(repeat.rule, _nearer(repeat.rule, _wall(anchor, zone), latest), zone).xafter(latest):
        if moment > now:
            coming = moment
            break
        latest, count = moment, count + 1
    if len(_stands) >= _MOST_STANDS:
        _stands.clear()
    _stands[key] = latest, count, coming
    return latest, count, coming


def _moments(
    repeat: Repeat, anchor: datetime | date, start: datetime, until: datetime, zone: tzinfo
) -> Iterator[datetime]:
    """Wall moments of the rule in `[start, until]`."""
    begin = _nearer(repeat.rule, _wall(anchor, zone), start)
    for moment in _rule(repeat.rule, begin, zone).xafter(start, inc=True):
        if moment > until:
            return
        yield moment


def _nearer(rule: str, anchor: datetime, start: datetime) -> datetime:
    """A later beginning from which the rule has the same moments from `start` on: it is walked through from there.

    Whole periods of the rule are passed over, and one is left before `start`.
    """
    often, interval, counts = _pace(rule)
    if counts or (often == "MONTHLY" and anchor.day > 28):  # from the 31st one can not go on in June
        return anchor
    if often == "MONTHLY":
        months = (start.year - anchor.year) * 12 + start.month - anchor.month
        ahead = anchor.month - 1 + max(0, months // interval - 2) * interval
        return anchor.replace(year=anchor.year + ahead // 12, month=ahead % 12 + 1)
    period = timedelta(days=interval * {"DAILY": 1, "WEEKLY": 7}.get(often, 366 * 1000))
    return anchor + max(0, (start - anchor) // period - 1) * period


@lru_cache(maxsize=512)
def _pace(rule: str) -> tuple[str, int, bool]:
    """How often, each how manyth of these, and whether its moments are counted from the first."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    return parts["FREQ"], int(parts.get("INTERVAL", "1")), "COUNT" in parts


@lru_cache(maxsize=64)
def _rule(rule: str, begin: datetime, zone: tzinfo) -> rrule:
    if (begin.month, begin.day) == (2, 29) and "FREQ=YEARLY" in rule and "BY" not in rule:
        rule += ";BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"  # in common years it falls on the 28th
    return _read_rule(rule, zone).replace(dtstart=begin)


@lru_cache(maxsize=512)
def _read_rule(rule: str, zone: tzinfo) -> rrule:
    """The rule with some beginning: reading it takes as long as walking through it."""
    rule = _UNTIL.sub(lambda found: _until(found[1], found[2], zone), rule)
    found = rrulestr(rule, dtstart=_SOME_DAY, cache=True)
    assert isinstance(found, rrule)  # one rule, and no dates besides
    return found


def _until(day: str, clock: str | None, zone: tzinfo) -> str:
    """The end of a rule in wall time: a date with its whole day, an instant of UTC by my clock."""
    if clock is None:
        return f"UNTIL={day}T235959"
    moment = datetime.strptime(day + clock[:7], "%Y%m%dT%H%M%S")  # noqa: DTZ007  (wall time)
    if clock.endswith("Z"):
        moment = moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    return f"UNTIL={moment:%Y%m%dT%H%M%S}"


@lru_cache(maxsize=512)
def _is_rule(rule: str) -> bool:
    """Whether this can be read and comes at all: dateutil looks for ever, or to the year 9999, for what never does."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    if len(parts) <= rule.count(";") or parts.get("FREQ") not in _FREQUENCIES or not parts.keys().isdisjoint(_CLOCK):
        return False
    if not all(_fits(*part) for part in parts.items()):
        return False
    try:
        return _rule(rule, _SOME_DAY, UTC) is not None and _ever_comes(parts)
    except (ValueError, TypeError, KeyError, IndexError):
        return False


def _ever_comes(parts: dict[str, str]) -> bool:
    """Without its end and interval. Looked for by the year where that finds the same days, as days take long."""
    when = {name: text for name, text in parts.items() if name.startswith("BY")}
    often = parts["FREQ"]
    if often in ("DAILY", "WEEKLY"):
        place = when.pop("BYSETPOS", None)
        if place is not None and (often == "DAILY" or "BYDAY" not in when):
            return place in ("1", "+1", "-1")
        often = "YEARLY" if place is None else often
        when |= {} if place is None else {"BYSETPOS": place}
    if not when:
        return True
    rule = ";".join(f"{name}={text}" for name, text in [("FREQ", often), *when.items()])
    return next(iter(_rule(rule, _SOME_DAY, UTC)), None) is not None


def _fits(name: str, text: str) -> bool:
    """Numbers in the ranges of RFC 5545 section 3.3.10; a day counted from the end has a minus."""
    if name in ("INTERVAL", "COUNT"):
        return bool(_NUMBER.fullmatch(text))
    most = _MOST.get(name)
    if most is None:
        return True
    numbers = [int(one) for one in text.split(",") if _SIGNED.fullmatch(one)]
    return len(numbers) == text.count(",") + 1 and all(0 < abs(one) <= most for one in numbers)


def _wall(due: datetime | date, zone: tzinfo) -> datetime:
    """What my clock shows then; the first moment of a day."""
    if isinstance(due, datetime):
        return due.astimezone(zone).replace(tzinfo=None)
    return datetime.combine(due, time())


def _as(like: datetime | date, wall: datetime, zone: tzinfo) -> datetime | date:
    """This wall moment as an instant, or as a day where the follow-up is all-day."""
    return instant(wall.date(), wall.time(), zone) if isinstance(like, datetime) else wall.date()


def _begin(due: datetime | date, zone: tzinfo) -> datetime:
    return due if isinstance(due, datetime) else instant(due, time(), zone)
