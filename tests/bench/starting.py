"""Goals 1 and 3: the whole app on the big file, cold, and how much it holds at rest, against a bare window with a list.

Cold: a new process each time, the files already in the system's memory, modules already compiled, as after any first
start. Both sides start the same interpreter alike.
"""

from __future__ import annotations

import compileall
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.bench import ROOT, Bench
from tests.bench.portfolio import NOW, ZONE
from tests.bench.processes import at_rest, until_painted
from tests.bench.rows import Row, in_pairs
from tests.bench.timing import in_turns
from tests.desktop.screens import desktop

_DESKTOP = ("Xvfb", "dbus-daemon", "openbox", "xdotool")
Screen = dict[str, str]


def measure_start(bench: Bench) -> list[Row]:
    """On the offscreen platform, and on an X server where there is one."""
    arguments = ["--plain", "--file", str(bench.big())]
    for room in ("relapp", "ui"):
        compileall.compile_dir(ROOT / room, quiet=1)
    compileall.compile_file(ROOT / "main.py", quiet=1)
    rows = []
    with _screens(offscreen_only=bench.rounds == 1) as screens:
        for name, env in screens.items():
            ours, floor = in_turns(
                lambda env=env: until_painted("whole_app", arguments, env),  # type: ignore[misc]
                lambda env=env: until_painted("bare_window", [], env),  # type: ignore[misc]
                bench.rounds,
            )
            rows.append(in_pairs(1, f"start to first paint, {name}", "ms", ours, floor, 1.0))
    return rows


def measure_memory(bench: Bench) -> list[Row]:
    """Minimised, at the moment and in the zone the file was made for: else months of reminders come first.

    Nothing is asked of Linux's books elsewhere than on Linux.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return []
    env = {"QT_QPA_PLATFORM": "offscreen", "TZ": str(ZONE)}
    arguments = ["--plain", "--now", NOW.isoformat(), "--file", str(bench.big())]
    ours, floor = in_turns(
        lambda: at_rest("whole_app", arguments, env),
        lambda: at_rest("bare_window", [], env),
        max(1, bench.rounds // 2),
        warm_up=0,
    )
    return [in_pairs(3, "memory at rest (PSS), minimised", "MB", ours, floor, 1.3)]


@contextmanager
def _screens(*, offscreen_only: bool) -> Iterator[dict[str, Screen]]:
    offscreen = {"offscreen": {"QT_QPA_PLATFORM": "offscreen"}}
    if offscreen_only or not all(map(shutil.which, _DESKTOP)):
        yield offscreen
        return
    with tempfile.TemporaryDirectory() as folder, desktop(Path(folder)) as found:
        yield offscreen | {"xcb": found.env}
