"""Goal 2: a second start while the app waits hidden in the tray, until its window is painted, against a cold start.

The second start is what `make run` begins with; it takes the named pipe, so it is given the runtime folder that every
login has. The floor is the bare PySide6 window, since not every machine has a compiler and Qt's headers for one in C++.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from tests.bench.bench import ROOT, Bench
from tests.bench.portfolio import NOW, ZONE
from tests.bench.processes import running, until_painted, wait_for
from tests.bench.rows import Row, in_pairs
from tests.bench.timing import in_turns


def measure(bench: Bench) -> list[Row]:
    """On the offscreen platform."""
    arguments = ["--plain", "--file", str(bench.big())]
    with tempfile.TemporaryDirectory() as folder:
        env = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": folder, "TZ": ZONE.key}
        with _resident(arguments, env) as start_again:
            ours, floor = in_turns(start_again, lambda: until_painted("bare_window", [], env), bench.rounds)
    return [in_pairs(2, "second start to painted window", "ms", ours, floor, 0.1)]


@contextmanager
def _resident(arguments: list[str], env: Mapping[str, str]) -> Iterator[Callable[[], float]]:
    """The app in hiding; what is given starts it once more and says how many milliseconds that took."""
    command = ["sh", str(ROOT / "packaging" / "ring.sh"), sys.executable, *arguments]
    then = ["--now", NOW.isoformat()]  # as the file was left: by today's clock all its follow-ups would be overdue
    with running("resident_app", [*then, *arguments], env) as process:

        def start_again() -> float:
            wait_for(process, "ready")
            start = time.perf_counter()
            with subprocess.Popen(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL):
                wait_for(process, "painted")
                return (time.perf_counter() - start) * 1000

        yield start_again
