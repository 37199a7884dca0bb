"""Hours in words and on one day: the sentence to tell clients, and the windows of a date as they are open then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from relapp.domain.boundaries.hours import DAY, Hours, UrgentRule, Week, Window
from relapp.domain.boundaries.open_blocks import closed_days, length
from relapp.domain.people import Channel
from relapp.domain.words import tr

_WORDS: Mapping[Channel, Callable[[], str]] = {
    Channel.CALL: lambda: tr("call"),
    Channel.VIDEO: lambda: tr("call by video"),
    Channel.EMAIL: lambda: tr("send an e-mail"),
    Channel.MESSAGE: lambda: tr("send a message"),
}


def tell_clients(hours: Hours, zone_of_client: str | None, now: datetime, urgent: UrgentRule | None) -> str:
    """The sentence to hand out: my week in the client's zone (None: mine), as the clocks stand at `now`.

    "I am available Mon–Thu 9:00–12:30 and 13:30–17:30, Fri 9:00–14:00 (CET). For urgent matters please call."
    """
    zone = ZoneInfo(zone_of_client or hours.zone)
    week = _moved(hours.week, _minutes_between(hours.zone, zone.key, now))
    named = _zone_name(zone, now)
    said = (
        tr("I am available {hours} ({zone}).").format(hours=week_words(week), zone=named)
        if any(week)
        else tr("I have no fixed hours.")
    )
    ways = [] if urgent is None else [_WORDS[way]() for way in _WORDS if way in urgent.channels]
    if not ways:
        return said
    return f"{said} {tr('For urgent matters please {ways}.').format(ways=tr(' or ').join(ways))}"


def week_words(week: Week) -> str:
    """ "Mon–Thu 9:00–12:30 and 13:30–17:30, Fri 9:00–14:00": days with the same hours in a row are one."""
    days = [merged_windows((window.start, window.start + length(window)) for window in windows) for windows in week]
    parts: list[str] = []
    first = 0
    for day in range(1, 8):
        if day < 7 and days[day] == days[first]:
            continue
        if days[first]:
            names = day_name(first) if day - first == 1 else f"{day_name(first)}–{day_name(day - 1)}"
            parts.append(f"{names} {_and(_clocks(start, end) for start, end in days[first])}")
        first = day
    return ", ".join(parts)


def day_name(weekday: int) -> str:
    """ "Mon" for 0."""
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[weekday]


def week_hours(week: Week) -> timedelta:
    """How much of a usual week is open; what overlaps counts once."""
    whole = 7 * DAY
    spans = [
        (day * DAY + window.start, day * DAY + window.start + length(window))
        for day, windows in enumerate(week)
        for window in windows
    ]
    spans += [(0, end - whole) for _, end in spans if end > whole]  # Sunday's night is Monday's
    return timedelta(minutes=sum(min(end, whole) - start for start, end in merged_windows(spans)))


def day_windows(hours: Hours, day: date, *, channel: Channel | None = None) -> list[Window]:
    """What is open on this local date, in wall minutes of it, merged; what began the evening before included."""
    number = day.toordinal()
    closed = closed_days(hours, number - 1, number)
    spans: list[tuple[int, int]] = []
    for back in () if number in closed else (1, 0):
        for window in () if number - back in closed else hours.week[(day.weekday() - back) % 7]:
            start = window.start - back * DAY
            spans.append((start, start + length(window)))
    for one in hours.openings:
        back = number - one.day.toordinal()
        if back in (0, 1) and one.channel in (None, channel):
            start = one.window.start - back * DAY
            spans.append((start, start + length(one.window)))
    inside = [(max(start, 0), min(end, DAY)) for start, end in spans]
    return [Window(start, end) for start, end in merged_windows(inside)]


def merged_windows(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, what touches or overlaps made one, what is empty gone."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(whole[-1][1], end)
        elif start < end:
            whole.append((start, end))
    return whole


def _minutes_between(mine: str, theirs: str, now: datetime) -> int:
    here, there = (now.astimezone(ZoneInfo(name)).utcoffset() or timedelta() for name in (mine, theirs))
    return (there - here) // timedelta(minutes=1)


def _moved(week: Week, minutes: int) -> Week:
    """The week on clocks that are ahead by so many minutes; a window keeps its length."""
    if minutes == 0:
        return week
    days: list[set[Window]] = [set() for _ in week]
    for day, windows in enumerate(week):
        for window in windows:
            start = day * DAY + window.start + minutes
            end = (start + length(window)) % DAY
            days[start // DAY % 7].add(Window(start % DAY, end or DAY))
    return tuple(tuple(sorted(windows)) for windows in days)


def _zone_name(zone: ZoneInfo, now: datetime) -> str:
    """ "CET"; where a zone has no letters of its own, its distance from UTC."""
    at = now.astimezone(zone)
    name = at.tzname() or ""
    if name.isalpha():
        return name
    minutes = (at.utcoffset() or timedelta()) // timedelta(minutes=1)
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


def _clocks(start: int, end: int) -> str:
    return f"{_clock(start)}–{_clock(end if end <= DAY else end - DAY)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _and(parts: Iterable[str]) -> str:
    *heads, last = parts
    return tr("{some} and {last}").format(some=", ".join(heads), last=last) if heads else last
