"""The command `due`: what will pop up, when and why. It shows what the running app would do, and delivers nothing."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta
from typing import Any

from relapp.cli.output import LAST, say, say_json, stored_form
from relapp.core import Core
from relapp.domain.reminders import Planned
from relapp.domain.when import read_instant
from relapp.domain.words import tr

DAYS = 14
"""How far one looks where no end is given."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`due` and its arguments."""
    due = commands.add_parser("due", help=tr("what will pop up, when and why"))
    due.add_argument("--from", dest="start", metavar="D", help=tr("from this day or instant on; now when missing"))
    due.add_argument("--until", metavar="D", help=tr("before this day or instant; 14 days when missing"))
    due.add_argument("--json", action="store_true")


def run(core: Core, arguments: argparse.Namespace) -> int:
    """What comes in `[from, until)`, in order of delivery. Raises KnownError."""
    zone = core.desk.zone()
    start = core.desk.now() if arguments.start is None else read_instant(arguments.start, zone)
    until = min(start, LAST) + timedelta(days=DAYS) if arguments.until is None else read_instant(arguments.until, zone)
    core.reminders.recompute()
    planned = core.reminders.upcoming(start, min(until, LAST))
    if arguments.json:
        say_json([_as_json(one) for one in planned])
        return 0
    names = core.reminders.names(planned)
    for one in planned:
        at = one.at.astimezone(zone)
        signs = (tr("late") if one.late else "", tr("in a digest") if one.digest else "")
        said = (f"{at:%Y-%m-%d %H:%M}", names[one.reminder.person], one.reminder.what, one.reason, *signs)
        say(" · ".join(part for part in said if part))
    return 0


def _as_json(one: Planned) -> dict[str, Any]:
    """Instants as UTC; an all-day `due` is a date. `id` is the follow-up's number, else the key of the occasion."""
    due = one.reminder.due
    key = one.reminder.key
    return {
        "id": int(key[2:]) if key.startswith("f:") else key,
        "person": one.reminder.person,
        "what": one.reminder.what,
        "due": stored_form(due) if isinstance(due, datetime) else due.isoformat(),
        "deliver_at": stored_form(one.at.astimezone(UTC)),
        "reason": one.reason,
        "digest": one.digest,
        "late": one.late,
    }
