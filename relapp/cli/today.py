"""The command `today`: whom to turn to today, and why; the page of that name in lines or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from relapp.cli.output import moment_form, say, say_json, stored_form
from relapp.core import Core
from relapp.domain import today_words as words
from relapp.domain.follow_ups import FollowUpLine
from relapp.domain.quiet import Quiet
from relapp.domain.today import Today, Waiting
from relapp.domain.weekly import Session
from relapp.domain.words import tr

_QUIET = 12


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`today` and its arguments."""
    today = commands.add_parser("today", help=tr("whom to turn to today, and why"))
    today.add_argument("--json", action="store_true")


def run(core: Core, arguments: argparse.Namespace) -> int:
    """What the page shows: at most as much that is overdue as the daily cap allows, and the counts of all."""
    found, quiet, weekly = core.today.read(), core.quiet.going_quiet(_QUIET), core.weekly.read()
    if arguments.json:
        say_json(_as_json(core, found, quiet, weekly))
        return 0
    say(_greeting(core, found))
    zone = core.desk.zone()
    say(words.day_line(found.day, lambda at: _clock(core, at), lambda at: _soon(core, at), str(zone)))
    for line in (*_follow_ups(core, found), *_people(core, found), *_others(core, found, quiet)):
        say(line)
    say(" · ".join((core.weekly.name(), words.session_words(weekly))))
    return 0


def _greeting(core: Core, found: Today) -> str:
    zone = core.desk.zone()
    hour = core.desk.now().astimezone(zone).hour
    return words.greeting(hour, found.people_count, found.day, done=found.done, zone=zone)


def _clock(core: Core, at: datetime) -> str:
    return f"{at.astimezone(core.desk.zone()):%H:%M}"


def _soon(core: Core, at: datetime) -> str:
    local = at.astimezone(core.desk.zone())
    return f"{local:%H:%M}" if local.date() == core.desk.today() else f"{local:%Y-%m-%d %H:%M}"


def _due(core: Core, due: datetime | date) -> str:
    return _soon(core, due) if isinstance(due, datetime) else due.isoformat()


def _follow_ups(core: Core, found: Today) -> Iterator[str]:
    of = found.follow_ups
    for title, lines, count in (
        (tr("Overdue"), of.overdue, of.overdue_count),
        (tr("Today"), of.today, of.today_count),
        (tr("Next"), of.next, of.next_count),
    ):
        for one in lines:
            yield _line(title, one.shown, one.what, _due(core, one.due))
        if count > len(lines):
            yield _line(title, tr("and {n} more").format(n=count - len(lines)))


def _people(core: Core, found: Today) -> Iterator[str]:
    title = tr("Get in touch")
    for one in (*found.overdue, *found.due, *found.never):
        yield _line(title, one.shown, words.lateness(one, core.desk.today()), words.rhythm(one))
    rest = found.waiting_count - len(found.overdue) - len(found.due) - len(found.never)
    if rest:
        yield _line(title, tr("and {n} more").format(n=rest))


def _others(core: Core, found: Today, quiet: list[Quiet]) -> Iterator[str]:
    for answer in found.answers:
        by = tr("by {when}").format(when=_due(core, answer.due_at))
        yield _line(tr("Answer"), answer.shown, by)
    if found.answers_count > len(found.answers):
        yield _line(tr("Answer"), tr("and {n} more").format(n=found.answers_count - len(found.answers)))
    for one in quiet:
        yield _line(tr("Going quiet"), one.shown, one.sentence)
    for day in found.occasions:
        yield _line(tr("Coming up"), words.occasion_words(day), words.occasion_day(day.day, core.desk.today()))


def _line(*parts: str) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _as_json(core: Core, found: Today, quiet: list[Quiet], weekly: Session) -> dict[str, Any]:
    """Instants as UTC, days as ISO dates of my zone."""
    of = found.follow_ups
    return {
        "date": found.day.day.isoformat(),
        "open": [[stored_form(start), stored_form(end)] for start, end in found.day.spans],
        "greeting": _greeting(core, found),
        "waiting": found.people_count,
        "follow_ups": [_follow_up(one) for one in (*of.overdue, *of.today, *of.next)],
        "cadences": [
            *(_cadence(one, "overdue") for one in found.overdue),
            *(_cadence(one, "today") for one in found.due),
            *(_cadence(one, "never") for one in found.never),
        ],
        "answers": [
            {
                "person": one.person,
                "name": one.shown,
                "entry": one.entry,
                "at": stored_form(one.at),
                "due": stored_form(one.due_at),
            }
            for one in found.answers
        ],
        "quiet": [
            {"person": one.person, "name": one.shown, "silent": one.silent, "why": one.sentence} for one in quiet
        ],
        "coming": [
            {
                "person": one.person,
                "name": one.shown,
                "what": one.what,
                "day": one.day.isoformat(),
                "years": one.years,
                "title": one.title,
            }
            for one in found.occasions
        ],
        "weekly": {
            "name": core.weekly.name(),
            "next": None if weekly.next_at is None else stored_form(weekly.next_at),
            "titles": [one.title for one in weekly.session],
        },
        "counts": {
            "overdue": of.overdue_count,
            "today": of.today_count,
            "next": of.next_count,
            "to_spread": of.to_spread,
            "cadences": found.waiting_count,
            "answers": found.answers_count,
        },
    }


def _follow_up(one: FollowUpLine) -> dict[str, Any]:
    return {
        "id": one.id,
        "person": one.person,
        "name": one.shown,
        "what": one.what,
        "due": moment_form(one.due),
        "standing": one.standing,
    }


def _cadence(one: Waiting, standing: str) -> dict[str, Any]:
    return {
        "person": one.person,
        "name": one.shown,
        "tier": one.tier,
        "days": one.cadence_days,
        "due_on": one.due_on,
        "attempts": one.attempts,
        "standing": standing,
    }
