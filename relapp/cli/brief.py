"""`brief PERSON`: what to know before a call, as text, or written to a file as text or a page to print."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from relapp.cli.output import typed
from relapp.core import Core
from relapp.domain.brief import as_html, as_text
from relapp.domain.words import tr

_PAGES = (".html", ".htm")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`brief` and its arguments."""
    brief = commands.add_parser("brief", help=tr("what to know of a person before a call, on one page"))
    brief.add_argument("person", nargs="+", metavar="PERSON", help=tr("id, uid, e-mail or name"))
    brief.add_argument("--to", metavar="FILE", help=tr("write there; a page to print when the name ends with .html"))


def run(core: Core, arguments: argparse.Namespace) -> int:
    """Runs `brief`."""
    found = core.briefs.of(core.people.resolve(typed(arguments.person)))
    if arguments.to is None:
        sys.stdout.write(as_text(found))
        return 0
    path = Path(typed([arguments.to]))
    text = as_html(found) if path.suffix.lower() in _PAGES else as_text(found)
    core.exports.save([text], path)
    return 0
