"""The command line: a window to open, or a command to run on the same services.

The options before the command are read by hand: opening the window must not wait for an argument parser.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relapp.ports import Clock

_VALUES = ("--file", "--now")
_FLAGS = ("--plain", "--demo", "--background")


class WindowWish(NamedTuple):
    """The window is wanted. `demo` opens a throw-away file with the sample; `path` is then not looked at."""

    path: Path
    clock: Clock
    demo: bool = False
    background: bool = False


class Options(NamedTuple):
    """What stood before the command. `path` None is the default file."""

    path: Path | None = None
    now: str | None = None
    plain: bool = False
    demo: bool = False
    background: bool = False
    command: tuple[str, ...] = ()


def run(argv: Sequence[str]) -> int | WindowWish:
    """Runs a command and returns its exit status, or says which window is wanted.

    0 done, 1 refused with one sentence on stderr, 2 wrong usage.
    """
    options = read_options(argv)
    if options is None:
        from relapp.cli.arguments import show_usage

        return show_usage(argv)
    if options.command or (options.demo and options.path is not None):
        from relapp.cli.commands import run_command

        return run_command(options)
    return _window(options)


def read_options(argv: Sequence[str]) -> Options | None:
    """The options before the command, and the command; None when they are not understood or help is wanted."""
    values: dict[str, str] = {}
    flags: set[str] = set()
    rest = list(argv)
    while rest and rest[0].startswith("-"):
        name, equals, value = rest.pop(0).partition("=")
        if name in _VALUES and (equals or rest):
            values[name] = value if equals else rest.pop(0)
        elif name in _FLAGS and not equals:
            flags.add(name)
        else:
            return None
    path = values.get("--file")
    return Options(
        None if path is None else Path(path),
        values.get("--now"),
        "--plain" in flags,
        "--demo" in flags,
        "--background" in flags,
        tuple(rest),
    )


def _window(options: Options) -> int | WindowWish:
    from relapp.adapters.clock import SystemClock
    from relapp.domain.errors import KnownError

    try:
        path = options.path or default_file()
        clock = SystemClock() if options.now is None else clock_from(options.now, path)
    except KnownError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return WindowWish(path, clock, options.demo, options.background)


def default_file() -> Path:
    """The user's own file; its folder is made when missing."""
    from relapp.adapters.folders import data_file
    from relapp.domain.errors import KnownError
    from relapp.domain.words import tr

    path = data_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise KnownError(
            tr("The folder {path} can't be made: {reason}.").format(path=path.parent, reason=reason)
        ) from error
    return path


def clock_from(now: str, path: Path) -> Clock:
    """A clock that starts at `now`; without an offset it is meant in my zone, as the file has it. Raises KnownError."""
    from relapp.adapters.clock import StartedAt, SystemClock
    from relapp.core import build
    from relapp.domain.errors import Refused
    from relapp.domain.when import read_instant
    from relapp.domain.words import tr

    zone = SystemClock().zone()
    if os.path.isfile(path):  # False also for a name that no disk takes
        core = build(path, SystemClock())
        zone = core.desk.zone()
        core.close()
    start = read_instant(now, zone)
    if not 1900 <= start.year < 9000:  # at the ends of the calendar there is no local date to count from
        raise Refused(tr("The clock can't start in the year {year}.").format(year=start.year))
    return StartedAt(start)
