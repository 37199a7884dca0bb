"""What can be typed after the options: the commands and their arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from relapp.cli import brief, business, due, follow_ups, hours, quiet, today, weekly
from relapp.domain.words import tr


def parser() -> argparse.ArgumentParser:
    """All commands. Wrong usage ends with status 2, as argparse has it."""
    whole = argparse.ArgumentParser(
        prog="main.py", description=tr("Relapp: personal files, timelines and notes of the people you work with.")
    )
    whole.add_argument("--file", metavar="PATH", help=tr("the file to open; made when it does not exist"))
    whole.add_argument("--plain", action="store_true", help=tr("the file is not encrypted"))
    whole.add_argument("--now", metavar="INSTANT", help=tr("let the clock start here: 2026-03-12T10:12"))
    whole.add_argument("--demo", action="store_true", help=tr("a throw-away sample; with --file, write it there"))
    whole.add_argument("--background", action="store_true", help=tr("start without coming to the front"))
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    _add_in_and_out(commands)
    _add_daily(commands)
    follow_ups.add(commands)
    hours.add(commands)
    due.add(commands)
    today.add(commands)
    business.add(commands)
    weekly.add(commands)
    brief.add(commands)
    quiet.add(commands)
    return whole


def _add_in_and_out(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bring = commands.add_parser("import", help=tr("bring in vCards, Google contacts or notes"))
    bring.add_argument("files", nargs="+", metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help=tr("say what would happen, change nothing"))
    bring.add_argument("--json", action="store_true", help=tr("one JSON object a line for each file"))
    take = commands.add_parser("export", help=tr("take people or notes out"))
    take.add_argument("what", choices=("people", "notes"))
    take.add_argument("--format", choices=("csv", "json", "vcard"), default="csv")
    take.add_argument("--to", metavar="FILE", help=tr("write there instead of to the terminal"))
    take.add_argument("--person", action="append", default=[], metavar="NAME", help=tr("id, uid, e-mail or name"))
    take.add_argument("--since", metavar="D", help=tr("notes from this day or instant on"))
    take.add_argument("--until", metavar="D", help=tr("notes to the end of this day, or before this instant"))


def _add_daily(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    log = commands.add_parser("log", help=tr("log a contact: call tom keller yesterday 16:00 20 min: text"))
    log.add_argument("text", nargs="+", metavar="TEXT")
    search = commands.add_parser("search", help=tr("find people, organisations, facts and notes"))
    search.add_argument("text", nargs="+", metavar="TEXT")
    search.add_argument("--json", action="store_true")
    history = commands.add_parser("history", help=tr("the latest changes"))
    history.add_argument("--json", action="store_true")
    undo = commands.add_parser("undo", help=tr("take back the latest change, or the one with this id"))
    undo.add_argument("id", nargs="?", type=int, metavar="ID")
    commands.add_parser("check", help=tr("look whether the file is sound"))
    commands.add_parser("version", help=tr("say which Relapp this is"))


def with_text_apart(command: Sequence[str]) -> list[str]:
    """The words of a command for the parser: any text can be searched for or logged, also “-1” and “--version”.

    A text that is one word with a dash in front is set apart by `--`; help alone stays help.
    """
    name, *words = command or ("",)
    text = [word for word in words if word != "--json"]
    if name not in ("search", "log") or words in (["-h"], ["--help"]):
        return list(command)
    if not text or "--" in text[:-1] or not all(word.startswith("-") for word in text):
        return list(command)
    return [name, *(["--json"] if "--json" in words else []), "--", *text]


def show_usage(argv: Sequence[str]) -> int:
    """Help when it was asked for, else what was wrong."""
    try:
        parser().parse_args(list(argv))
    except SystemExit as ended:
        return int(ended.code or 0)
    sys.stderr.write(tr("Options stand before the command.") + "\n")
    return 2
