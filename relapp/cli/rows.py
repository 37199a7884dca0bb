"""What the commands about sales, ideas and the like share: ids, days and people as typed; lists as a table or JSON."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from relapp.cli.output import say, say_json, typed
from relapp.core import Core
from relapp.domain.errors import Refused
from relapp.domain.words import tr

NONE = "none"
Run = Callable[[Core, argparse.Namespace], int]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def room(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help_: str
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    """A command that has acts of its own."""
    return commands.add_parser(name, help=help_).add_subparsers(dest="act", metavar="ACT", required=True)


def act(
    acts: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help_: str, run: Run
) -> argparse.ArgumentParser:
    """An act, and what it does."""
    parser = acts.add_parser(name, help=help_)
    parser.set_defaults(run=run)
    return parser


def run(core: Core, arguments: argparse.Namespace) -> int:
    """Runs the act that was typed."""
    status: int = arguments.run(core, arguments)
    return status


def add_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=_number, metavar="ID")


def _number(text: str) -> int:
    """An id; no file holds one beyond 63 bits."""
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(tr("“{text}” is no id; “list” shows them.").format(text=text))
    return int(text)


def add_person(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    parser.add_argument("--person", required=required, metavar="NAME", help=tr("id, uid, e-mail or name"))


def add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", metavar="DATE", help=tr("2026-03-12; today when left out"))


def add_list(
    acts: argparse._SubParsersAction[argparse.ArgumentParser], help_: str, run: Run
) -> argparse.ArgumentParser:
    """`list [--person P] [--json]`."""
    parser = act(acts, "list", help_, run)
    parser.add_argument("--person", metavar="NAME", help=tr("only those of this person"))
    parser.add_argument("--json", action="store_true")
    return parser


def add_delete(acts: argparse._SubParsersAction[argparse.ArgumentParser], delete: Callable[[Core, int], None]) -> None:
    """`delete ID`."""

    def run(core: Core, arguments: argparse.Namespace) -> int:
        delete(core, arguments.id)
        return 0

    add_id(act(acts, "delete", tr("delete it; “undo” brings it back"), run))


def person_of(core: Core, arguments: argparse.Namespace) -> int:
    return core.people.resolve(typed([arguments.person]))


def those_asked(core: Core, arguments: argparse.Namespace, service: Any) -> list[Any]:
    """All of a service, or only those of the person who was named."""
    found: list[Any] = service.all() if arguments.person is None else service.of_person(person_of(core, arguments))
    return found


def text_of(said: str | None) -> str:
    return "" if said is None else typed([said])


def day_of(core: Core, said: str | None) -> date:
    """The day that was typed, else today."""
    if said is None:
        return core.desk.today()
    try:
        if _DAY.fullmatch(said.strip()):
            return date.fromisoformat(said.strip())
    except ValueError:
        pass
    raise Refused(tr("“{text}” is no day; write it as 2026-03-12.").format(text=said))


def edited(core: Core, arguments: argparse.Namespace, texts: Sequence[str]) -> dict[str, Any]:
    """What was named to be changed: the person, the day, and these texts."""
    found: dict[str, Any] = {name: text_of(said) for name in texts if (said := getattr(arguments, name)) is not None}
    if arguments.person is not None:
        found["person"] = person_of(core, arguments)
    if arguments.date is not None:
        found["day"] = day_of(core, arguments.date)
    return found


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def show(rows: Sequence[Mapping[str, object]], arguments: argparse.Namespace, columns: Sequence[str]) -> int:
    """The rows as JSON, or these keys of them as a table whose columns stand under each other."""
    if arguments.json:
        say_json(list(rows))
        return 0
    table = [[_cell(row[name]) for name in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for cells in table:
        say("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
    return 0


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return "–" if value is None else " ".join(str(value).split())
