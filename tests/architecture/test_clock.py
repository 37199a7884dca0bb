"""The time is read in relapp/adapters/clock.py alone; everything else is told what time it is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import PROGRAM, ROOT, calls, dotted, imported, nodes, offenders, tree_of

CLOCK = ROOT / "relapp" / "adapters" / "clock.py"
WALL = re.compile(
    r"(^|\.)(datetime\.(now|utcnow|today)|date\.today|(QDate|QTime|QDateTime)\.current\w+)$"
    r"|^(time\.)?(time_ns|localtime|gmtime|ctime|asctime)$|^time\.time$"
)
STOPWATCH = re.compile(r"^(time\.)?(monotonic|perf_counter|process_time)(_ns)?$")
FROM_TIME = re.compile(r"^time\.(time|time_ns|localtime|gmtime|ctime|asctime)$")
SQL = re.compile(r"'now'|\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\bunixepoch\(\s*\)", re.IGNORECASE)


def readings(tree: ast.Module, *, stopwatch_allowed: bool = False) -> list[str]:
    """What reads the time in this file, by Python, by Qt or inside SQL."""
    called = [dotted(call.func) for call in calls(tree)]
    found = [name for name in called if WALL.search(name) or (STOPWATCH.search(name) and not stopwatch_allowed)]
    found += [name for name in imported(tree) if FROM_TIME.search(name)]
    texts = (node.value for node in nodes(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return found + [match.group() for text in texts if (match := SQL.search(text))]


def readings_in(path: Path) -> list[str]:
    """Readings of a file; a stopwatch (no date, no hour) is fine in the window."""
    return [] if path == CLOCK else readings(tree_of(path), stopwatch_allowed=path.is_relative_to(ROOT / "ui"))


def test_nobody_else_reads_the_clock() -> None:
    assert offenders(readings_in, *PROGRAM) == {}


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "date.today()",
        "time.time()",
        "time.monotonic()",
        "from time import time",
        "time.localtime()",
        "QDateTime.currentDateTimeUtc()",
        "QDate.currentDate()",
        "db.execute(\"SELECT datetime('now')\")",
        "db.execute('INSERT INTO x VALUES (CURRENT_TIMESTAMP)')",
        "db.execute('SELECT unixepoch()')",
    ],
)
def test_a_reading_is_recognised(source: str) -> None:
    assert readings(ast.parse(source))


@pytest.mark.parametrize("source", ["clock.now()", "now.time()", "time(9, 30)", "datetime.fromtimestamp(x, UTC)"])
def test_asking_the_port_is_fine(source: str) -> None:
    assert readings(ast.parse(source)) == []
