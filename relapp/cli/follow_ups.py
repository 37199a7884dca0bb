"""`follow-up …`: planning, listing and closing follow-ups by command."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from relapp.cli.output import moment_form, say, say_json, stored_form, tell, typed
from relapp.core import Core
from relapp.domain.errors import Refused
from relapp.domain.follow_ups import FollowUpFilter, FollowUpLine, NewFollowUp, Standing, State, as_new
from relapp.domain.instants import read_instant
from relapp.domain.people import Channel
from relapp.domain.words import tr

NONE = "none"
NEXT_OPENING = "next-opening"
MOST_LISTED = 1_000_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`follow-up` and its arguments."""
    whole = commands.add_parser("follow-up", help=tr("plan, list and close follow-ups"))
    acts = whole.add_subparsers(dest="act", metavar="ACT", required=True)
    _add_what(acts.add_parser("add", help=tr("plan a follow-up; prints its id")), new=True)
    listed = acts.add_parser("list", help=tr("open follow-ups"))
    listed.add_argument("--json", action="store_true")
    listed.add_argument("--all", action="store_true", help=tr("closed ones too"))
    listed.add_argument("--person", metavar="NAME", help=tr("only those about this person"))
    edit = acts.add_parser("edit", help=tr("change a follow-up"))
    edit.add_argument("id", type=_number, metavar="ID")
    _add_what(edit, new=False)
    for name, what in (
        ("done", tr("close it; a repeat goes on with its next, whose id is printed")),
        ("skip", tr("close it as skipped")),
        ("delete", tr("delete it, with all that would repeat")),
    ):
        acts.add_parser(name, help=what).add_argument("id", type=_number, metavar="ID")
    snooze = acts.add_parser("snooze", help=tr("deliver it again later"))
    snooze.add_argument("id", type=_number, metavar="ID")
    snooze.add_argument("until", metavar=f"INSTANT|{NEXT_OPENING}")
    snooze.add_argument("--anyway", action="store_true", help=tr("deliver it in quiet time too"))


def _number(text: str) -> int:
    """An id; no file holds one beyond 63 bits."""
    try:
        found = int(text)
    except ValueError:
        found = 1 << 63
    if not -(1 << 63) <= found < 1 << 63:
        raise argparse.ArgumentTypeError(tr("“{text}” is no id; “follow-up list” shows them.").format(text=text))
    return found


def _in_small_letters(text: str) -> str:
    """A channel as it is stored, "email" for “E-mail”."""
    return text.strip().lower().replace("-", "")


def _add_what(parser: argparse.ArgumentParser, *, new: bool) -> None:
    parser.add_argument("--person", required=new, metavar="NAME", help=tr("id, uid, e-mail or name"))
    parser.add_argument("--what", required=new, metavar="TEXT", help=tr("what is to be done"))
    parser.add_argument("--due", required=new, metavar="INSTANT|DATE", help=tr("2026-03-12T13:00, or a day"))
    switches = (
        ("fixed", tr("it must be done by then")),
        ("urgent", tr("it may come in quiet time, as your rule for urgent matters says")),
        ("anyway", tr("deliver it in quiet time too")),
    )
    for name, sentence in switches:
        action = "store_true" if new else argparse.BooleanOptionalAction
        parser.add_argument(f"--{name}", action=action, default=False if new else None, help=sentence)
    channels = [*map(str, Channel), *([] if new else [NONE])]
    parser.add_argument("--channel", type=_in_small_letters, choices=channels, help=tr("how you will be in touch"))
    parser.add_argument("--repeat", metavar='RRULE|"after N days"', help=tr("FREQ=WEEKLY;BYDAY=MO, or after 30 days"))
    parser.add_argument("--note", metavar="TEXT")


def run(core: Core, arguments: argparse.Namespace) -> int:
    """Runs `follow-up ACT …`."""
    return _ACTS[arguments.act](core, arguments)


def _add(core: Core, arguments: argparse.Namespace) -> int:
    new = NewFollowUp(
        person=core.people.resolve(typed([arguments.person])),
        what=typed([arguments.what]),
        due=_moment(core, arguments.due),
        fixed=arguments.fixed,
        urgent=arguments.urgent,
        anyway=arguments.anyway,
        channel=None if arguments.channel is None else Channel(arguments.channel),
        repeat=typed([arguments.repeat or ""]),
        note=typed([arguments.note or ""]),
    )
    say(str(core.follow_ups.add(new)))
    _warn(core, new)
    return 0


def _warn(core: Core, new: NewFollowUp) -> None:
    """Of people who were put aside nothing comes."""
    if silent := core.follow_ups.why_silent(new.person):
        tell(silent)


def _edit(core: Core, arguments: argparse.Namespace) -> int:
    new = as_new(core.follow_ups.get(arguments.id))
    if arguments.person is not None:
        new = replace(new, person=core.people.resolve(typed([arguments.person])))
    if arguments.due is not None:
        new = replace(new, due=_moment(core, arguments.due))
    if arguments.channel is not None:
        new = replace(new, channel=None if arguments.channel == NONE else Channel(arguments.channel))
    if arguments.repeat is not None:
        new = replace(new, repeat="" if arguments.repeat == NONE else typed([arguments.repeat]))
    if arguments.what is not None:
        new = replace(new, what=typed([arguments.what]))
    if arguments.note is not None:
        new = replace(new, note=typed([arguments.note]))
    for name in ("fixed", "urgent", "anyway"):
        if getattr(arguments, name) is not None:
            new = replace(new, **{name: getattr(arguments, name)})
    core.follow_ups.edit(arguments.id, new)
    _warn(core, new)
    return 0


def _list(core: Core, arguments: argparse.Namespace) -> int:
    wanted = FollowUpFilter(
        frozenset(Standing) if arguments.all else frozenset(),
        None if arguments.person is None else core.people.resolve(typed([arguments.person])),
    )
    found = core.follow_ups.lines(wanted, MOST_LISTED)
    if arguments.json:
        say_json([_as_json(line) for line in found])
        return 0
    for line in found:
        parts = (str(line.id), str(line.standing), moment_form(line.due), line.shown, line.what, line.repeat)
        say(" · ".join(part for part in parts if part))
    return 0


def _as_json(line: FollowUpLine) -> dict[str, object]:
    return {
        "id": line.id,
        "person": line.person,
        "name": line.shown,
        "what": line.what,
        "due": moment_form(line.due),
        "deliver_at": None if line.deliver_at is None else stored_form(line.deliver_at),
        "standing": str(line.standing),
        "snoozed_to": None if line.snoozed_to is None else stored_form(line.snoozed_to),
        "closed_at": None if line.closed_at is None else stored_form(line.closed_at),
        "fixed": line.fixed,
        "urgent": line.urgent,
        "channel": line.channel,
        "repeat": line.repeat,
        "missed": line.missed,
        "note": line.note,
    }


def _done(core: Core, arguments: argparse.Namespace) -> int:
    following = core.follow_ups.done(arguments.id)
    if following is not None:
        say(str(following))
    return 0


def _skip(core: Core, arguments: argparse.Namespace) -> int:
    if core.follow_ups.get(arguments.id).state is not State.OPEN:
        raise Refused(tr("This follow-up is closed already."))
    core.follow_ups.skip([arguments.id])
    return 0


def _delete(core: Core, arguments: argparse.Namespace) -> int:
    core.follow_ups.delete([arguments.id])
    return 0


def _snooze(core: Core, arguments: argparse.Namespace) -> int:
    opening = arguments.until.strip().lower() == NEXT_OPENING
    until = _next_opening(core, arguments.id) if opening else _instant(core, arguments.until)
    core.follow_ups.snooze(arguments.id, until, arguments.anyway)
    return 0


def _next_opening(core: Core, id_: int) -> datetime:
    """The first span of mine that begins after now."""
    found = core.follow_ups.next_opening(id_)
    if found is None:
        raise Refused(tr("You are never open in the next 400 days; name a moment instead."))
    return found


def _moment(core: Core, text: str) -> datetime | date:
    """A bare day is all day."""
    try:
        if _DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    return _instant(core, text)


def _instant(core: Core, text: str) -> datetime:
    return read_instant(typed([text]), core.desk.zone())


_ACTS: dict[str, Callable[[Core, argparse.Namespace], int]] = {
    "add": _add,
    "edit": _edit,
    "list": _list,
    "done": _done,
    "skip": _skip,
    "delete": _delete,
    "snooze": _snooze,
}
