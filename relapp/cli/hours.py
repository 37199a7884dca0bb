"""`hours …` and `pause …`: business hours, closures, holidays, urgent matters and pauses by command."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from relapp.cli.output import LAST, say, say_json, stored_form, typed
from relapp.core import Core
from relapp.domain.boundaries import week_text
from relapp.domain.boundaries.hours import Opening
from relapp.domain.errors import Refused
from relapp.domain.people import Channel
from relapp.domain.tiers import Tier
from relapp.domain.when import read_day, read_instant, read_minutes
from relapp.domain.words import tr
from relapp.domain.zones import find

DAYS = 7
"""How far `spans` looks where no end is given."""

NONE = "none"
NEXT_OPENING = "next-opening"
OFF = "off"
_Word = TypeVar("_Word", Tier, Channel)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`hours` and `pause` with their arguments."""
    whole = commands.add_parser("hours", help=tr("business hours, closures, holidays, what is urgent"))
    acts = whole.add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser("show", help=tr("say what your hours are"))
    acts.add_parser("set", help=tr("replace the week: mon-thu 09:00-12:30, 13:30-17:30; fri 09:00-14:00")).add_argument(
        "text", nargs="+", metavar="TEXT"
    )
    acts.add_parser("zone", help=tr("your time zone, like Europe/Berlin")).add_argument("zone", nargs="+", metavar="Z")
    close = acts.add_parser("close", help=tr("close these days, both included"))
    close.add_argument("days", metavar="A..B")
    close.add_argument("--title", default="", metavar="T")
    acts.add_parser("reopen", help=tr("take these days out of all closures")).add_argument("days", metavar="A..B")
    _add_days_and_rules(acts)
    theirs = acts.add_parser("of", help=tr("the hours of somebody else"))
    theirs.add_argument("person", metavar="PERSON", help=tr("id, uid, e-mail or name"))
    theirs.add_argument("what", choices=("zone", "set"))
    theirs.add_argument("text", nargs="+", metavar="Z|TEXT")
    pause = commands.add_parser("pause", help=tr("no reminders for a while: 1h, next-opening, a date; off ends it"))
    pause.add_argument("until", nargs="+", metavar=f"1h|{NEXT_OPENING}|DATE|{OFF}")


def _add_days_and_rules(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    extra = acts.add_parser("open", help=tr("open once more on a date: 2026-03-14 10:00-10:30"))
    extra.add_argument("day", metavar="DATE")
    extra.add_argument("text", nargs="+", metavar="TEXT")
    extra.add_argument("--channel", metavar="C", help=tr("only for follow-ups by this channel"))
    extra.add_argument("--title", default="", metavar="T")
    holidays = acts.add_parser("holidays", help=tr("keep the public holidays of a country or region, or none"))
    holidays.add_argument("place", metavar=f"CC[-REGION]|{NONE}")
    holidays.add_argument("--off", action="append", default=[], metavar="NAME", help=tr("this one closes nothing"))
    urgent = acts.add_parser("urgent", help=tr("what comes through quiet time"))
    urgent.add_argument("--tiers", metavar="A,B")
    urgent.add_argument("--channels", metavar="call")
    urgent.add_argument("--between", metavar="08:00-20:00")
    spans = acts.add_parser("spans", help=tr("when you are open"))
    spans.add_argument("--from", dest="start", metavar="D", help=tr("from this day or instant on; now when missing"))
    spans.add_argument("--until", metavar="D", help=tr("before this day or instant; 7 days when missing"))
    spans.add_argument("--json", action="store_true")


def run(core: Core, arguments: argparse.Namespace) -> int:
    """Runs `hours ACT …`. Raises KnownError."""
    _ACTS[arguments.act](core, arguments)
    return 0


def run_pause(core: Core, arguments: argparse.Namespace) -> int:
    """Runs `pause …`. Raises KnownError."""
    text = typed(arguments.until).strip().lower()
    if text == OFF:
        core.hours.resume()
        say(tr("No pause."))
        return 0
    if text == NEXT_OPENING:
        core.hours.pause_until_opening()
    else:
        core.hours.pause_until(_end_of_pause(core, text))
    say(_pause_words(core))
    return 0


def _end_of_pause(core: Core, text: str) -> datetime:
    if minutes := read_minutes(text):
        return core.desk.now() + timedelta(minutes=minutes)
    try:
        return read_instant(text.upper(), core.desk.zone())
    except Refused as error:
        sentence = tr("“{text}” is no pause; write 1h, next-opening, a date like 2026-03-12, or off.")
        raise Refused(sentence.format(text=text)) from error


def _pause_words(core: Core) -> str:
    pause = core.hours.pause()
    if pause is None:
        return tr("No pause.")
    return tr("Paused until {until}.").format(until=f"{pause.until.astimezone(core.desk.zone()):%Y-%m-%d %H:%M}")


DAYS_AHEAD = 365
"""Of the holidays that are shown; they are stored for years."""


def _show(core: Core, arguments: argparse.Namespace) -> None:
    """Holidays of the year ahead; leave and openings of all times."""
    mine, today = core.hours.mine(), core.desk.today()
    say(_week_words(core))
    for closure in mine.closures:
        days_ahead = (closure.first - today).days
        if not closure.off and not (closure.holiday and (days_ahead < 0 or days_ahead > DAYS_AHEAD)):
            span = _days_words(closure.first, closure.last)
            say(" · ".join(part for part in (tr("closed {days}").format(days=span), closure.title) if part))
    for one in mine.openings:
        said = tr("open {day} {window}").format(day=one.day, window=week_text.write_window(one.window))
        say(" · ".join(part for part in (said, one.channel or "", one.title) if part))
    holidays = core.hours.holidays_of()
    if holidays is not None:
        say(tr("public holidays: {place}").format(place="-".join(part for part in holidays if part)))
    say(_urgent_words(core))
    if core.hours.pause() is not None:
        say(_pause_words(core))


def _week_words(core: Core) -> str:
    mine = core.hours.mine()
    return f"{mine.zone}: {week_text.write(mine.week) or tr('never open')}"


def _days_words(first: date, last: date) -> str:
    return str(first) if first == last else f"{first}..{last}"


def _urgent_words(core: Core) -> str:
    rule = core.hours.urgent()
    return tr("urgent: {tiers} by {channels}, {between}").format(
        tiers=",".join(tier for tier in Tier if tier in rule.tiers) or NONE,
        channels=",".join(way for way in Channel if way in rule.channels) or NONE,
        between=week_text.write_window(rule.window),
    )


def _set(core: Core, arguments: argparse.Namespace) -> None:
    core.hours.set_week(week_text.read_or_refuse(typed(arguments.text)))
    say(_week_words(core))


def _zone(core: Core, arguments: argparse.Namespace) -> None:
    core.hours.set_zone(_zone_meant(typed(arguments.zone)))
    say(_week_words(core))


def _zone_meant(text: str) -> str:
    name = find(text)
    if name is None:
        raise Refused(tr("“{zone}” is no time zone; write it like Europe/Berlin.").format(zone=text))
    return name


def _close(core: Core, arguments: argparse.Namespace) -> None:
    first, last = _days(core, arguments.days)
    core.hours.close(first, last, typed([arguments.title]))
    say(tr("Closed {days}.").format(days=_days_words(first, last)))


def _reopen(core: Core, arguments: argparse.Namespace) -> None:
    first, last = _days(core, arguments.days)
    was_closed = core.hours.reopen(first, last)
    said = tr("No longer closed: {days}.") if was_closed else tr("Nothing was closed on {days}.")
    say(said.format(days=_days_words(first, last)))


def _days(core: Core, text: str) -> tuple[date, date]:
    """ "2026-04-03..2026-04-10", or one day."""
    first, dots, last = typed([text]).partition("..")
    return _day(core, first), _day(core, last.lstrip(".")) if dots else _day(core, first)


def _day(core: Core, text: str) -> date:
    found = read_day(text.strip(), core.desk.today()) if text.strip() else None
    if found is None:
        raise Refused(tr("“{text}” is no day; write it like 2026-03-12.").format(text=text.strip()))
    return found


def _open(core: Core, arguments: argparse.Namespace) -> None:
    day, text = _day(core, typed([arguments.day])), typed(arguments.text)
    windows = [(part.strip(), week_text.read_window(part)) for part in text.split(",")]
    channel = None if arguments.channel is None else _word(Channel, arguments.channel)
    openings = []
    for part, window in windows:
        if window is None:
            raise Refused(tr("“{text}” is no time to be open; write it like 10:00-10:30.").format(text=part))
        openings.append(Opening(day, window, channel, typed([arguments.title]).strip()))
    core.hours.open_extras(openings)
    said = ", ".join(week_text.write_window(one.window) for one in openings)
    say(tr("Open on {day}, {window}.").format(day=day, window=said))


def _word(kind: type[_Word], text: str) -> _Word:
    """A tier or channel by its name, in any case; “e-mail” too."""
    for one in kind:
        if one.casefold() == text.strip().casefold().replace("-", ""):
            return one
    known = ", ".join(kind)
    raise Refused(tr("“{text}” is none of {known}.").format(text=typed([text]).strip(), known=known))


def _words(kind: type[_Word], text: str) -> Iterable[_Word]:
    return [] if text.strip().lower() == NONE else [_word(kind, part) for part in text.split(",") if part.strip()]


def _holidays(core: Core, arguments: argparse.Namespace) -> None:
    place = typed([arguments.place]).strip()
    if place.lower() == NONE:
        core.hours.no_holidays()
        say(tr("No public holidays."))
        return
    country, _, region = place.partition("-")
    count = core.hours.choose_holidays(country, region or None, off=tuple(typed([name]) for name in arguments.off))
    kept = "-".join(part for part in core.hours.holidays_of() or () if part)
    say(tr("Public holidays of {place}: {count} days.").format(place=kept, count=count))


def _urgent(core: Core, arguments: argparse.Namespace) -> None:
    rule = core.hours.urgent()
    if arguments.tiers is not None:
        rule = replace(rule, tiers=frozenset(_words(Tier, arguments.tiers)))
    if arguments.channels is not None:
        rule = replace(rule, channels=frozenset(_words(Channel, arguments.channels)))
    if arguments.between is not None:
        window = week_text.read_window(arguments.between)
        if window is None:
            sentence = tr("“{text}” is no time of day; write it like 08:00-20:00.")
            raise Refused(sentence.format(text=typed([arguments.between])))
        rule = replace(rule, window=window)
    core.hours.set_urgent(rule)
    say(_urgent_words(core))


def _spans(core: Core, arguments: argparse.Namespace) -> None:
    zone = core.desk.zone()
    start = core.desk.now() if arguments.start is None else read_instant(arguments.start, zone)
    until = min(start, LAST) + timedelta(days=DAYS) if arguments.until is None else read_instant(arguments.until, zone)
    spans = core.hours.spans(start, until)
    if arguments.json:
        say_json([[stored_form(opens), stored_form(closes)] for opens, closes in spans])
        return
    for opens, closes in spans:
        here, there = opens.astimezone(zone), closes.astimezone(zone)
        end = f"–{there:%H:%M}" if here.date() == there.date() else f" – {there:%Y-%m-%d %H:%M}"
        say(f"{here:%Y-%m-%d %H:%M}{end}")


def _of(core: Core, arguments: argparse.Namespace) -> None:
    person, text = core.people.resolve(typed([arguments.person])), typed(arguments.text)
    if arguments.what == "zone":
        core.hours.set_person_zone(person, _zone_meant(text) if text.strip() else "")
    else:
        core.hours.set_person_hours(person, week_text.read_or_refuse(text))
    theirs = core.hours.theirs(person)
    where = core.people.get(person).time_zone or (theirs.zone if theirs else "–")
    when = tr("hours not known") if theirs is None else week_text.write(theirs.week)
    say(f"{core.people.name(person)} · {where}: {when}")


_ACTS = {
    "show": _show,
    "set": _set,
    "zone": _zone,
    "close": _close,
    "reopen": _reopen,
    "open": _open,
    "holidays": _holidays,
    "urgent": _urgent,
    "spans": _spans,
    "of": _of,
}
