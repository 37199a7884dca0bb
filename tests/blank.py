"""Empty files for tests: made once in each process, then copied, which takes a fifth of the time of making one.

What is written to them is not waited for, down to the disk; whether the app waits is asked where a machine may fail.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from relapp.core import Core, build
from relapp.domain.changes import Change
from relapp.ports import Clock
from tests.clocks import StandingClock


def blank(path: Path) -> Path:
    """Puts the file at `path`, which it returns; nothing may lie there yet."""
    with path.open("xb") as file:
        file.write(_content())
    return path


def on_blank(path: Path, clock: Clock, publish: Callable[[Change], None] = lambda change: None) -> Core:
    """The services on a new empty file at `path`."""
    return without_disk(build(blank(path), clock, publish))


def without_disk(core: Core) -> Core:
    """The same; its writes no longer wait for the disk."""
    core.desk.db.execute("PRAGMA synchronous=OFF")
    return core


@cache
def _content() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "blank.db")
        build(path, StandingClock()).close()
        assert [one.name for one in Path(folder).iterdir()] == ["blank.db"]
        return path.read_bytes()
