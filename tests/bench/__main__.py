"""Measures the goals of speed and memory and prints one table: `python -m tests.bench [--quick] [--json FILE] [NAME]`.

Figures of one run are only good against their floor, which is measured in the same run, in turns.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what the offscreen platform can not do
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"  # what is due there is no news to a desktop

from tests.bench import (
    bulk_writes,
    gone_quiet,
    hours,
    keystrokes,
    long_timeline,
    nurturing,
    person_clicks,
    person_page,
    reminders,
    second_start,
    starting,
)
from tests.bench.bench import FOLDER, Bench, quick, whole
from tests.bench.rows import Row, as_json, as_table

MEASURES: dict[str, Callable[[Bench], list[Row]]] = {
    "start": starting.measure_start,
    "second": second_start.measure,
    "memory": starting.measure_memory,
    "person": person_page.measure,
    "clicks": person_clicks.measure,
    "search": keystrokes.measure,
    "timeline": long_timeline.measure,
    "bulk": bulk_writes.measure,
    "quiet": gone_quiet.measure,
    "nurturing": nurturing.measure,
    "hours": hours.measure,
    "rest": reminders.measure_rest,
    "lateness": reminders.measure_lateness,
}


def main(argv: list[str]) -> int:
    """Always 0: a goal that is missed is a figure to read, not an error."""
    reader = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure what the app promises.")
    reader.add_argument("--quick", action="store_true", help="tiny sizes, one round: does everything still run?")
    reader.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    reader.add_argument("--folder", type=Path, default=FOLDER, help="where the big files are kept")
    reader.add_argument("--but", action="append", default=[], metavar="NAME", help="all except this one")
    reader.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(MEASURES)}")
    chosen = reader.parse_args(argv)
    unknown = [name for name in (*chosen.names, *chosen.but) if name not in MEASURES]
    if unknown:
        reader.error(f"there is no measurement called {unknown[0]}")
    bench = quick(chosen.folder) if chosen.quick else whole(chosen.folder)
    rows: list[Row] = []
    for name in chosen.names or [name for name in MEASURES if name not in chosen.but]:
        print(f"{name} …", file=sys.stderr, flush=True)
        rows += MEASURES[name](bench)
    print(as_table(sorted(rows, key=lambda row: row.goal)))
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(as_json(rows), indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
