"""Programs started for a measurement and read line by line: when did it say it had painted, how much does it hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_CHILDREN = Path(__file__).resolve().parent / "children"


def until_painted(child: str, arguments: list[str], env: Mapping[str, str]) -> float:
    """Milliseconds from just before the process is made to its line "painted"."""
    start = time.perf_counter()
    with running(child, arguments, env) as process:
        wait_for(process, "painted")
        taken = (time.perf_counter() - start) * 1000
        process.wait(timeout=60)
    return taken


def at_rest(child: str, arguments: list[str], env: Mapping[str, str]) -> float:
    """Megabytes (PSS: what is shared with others counts by its share) once it is minimised and quiet."""
    with running(child, ["stay", *arguments], env) as process:
        wait_for(process, "rests")
        return _kilobytes(process.pid, "Pss") / 1024


def resident(process: int) -> float:
    """Megabytes of a process in memory, what it shares included."""
    return _kilobytes(process, "Rss") / 1024


def last_line(child: str, arguments: list[str]) -> str:
    """What a child prints at its end."""
    command = [sys.executable, str(_CHILDREN / f"{child}.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]


def _kilobytes(process: int, name: str) -> int:
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    found = re.search(rf"^{name}:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found is not None
    return int(found[1])


@contextmanager
def running(child: str, arguments: list[str], env: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A child that can be read from, for as long as the block lasts."""
    command = [sys.executable, str(_CHILDREN / f"{child}.py"), *arguments]
    process = subprocess.Popen(
        command, env={**os.environ, **env}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[str], word: str) -> None:
    """Reads on until it says this."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == word:
            return
    raise RuntimeError(f"{process.args!r} ended before it said {word!r}")
