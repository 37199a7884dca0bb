"""Goal 9: a timeline of 1,000,000 entries, all of one person: its first paint, paging, far jumps, and memory.

The floor of the first paint is the same view on somebody with 100 entries; that of memory is all rows in a list.
"""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import Qt

from relapp.domain.pages import TimelineOf
from tests.bench.bench import Bench
from tests.bench.processes import last_line
from tests.bench.rows import Row, against, in_pairs
from tests.bench.timing import in_turns, percentile
from tests.bench.windows import opened, press, settle, until_painted

LONG, SHORT, NOBODY = 1, 2, 3
"""Persons of the file: with nearly all entries, with 100, with none."""
JUMPS = 300
"""So often a timeline is jumped about in before its memory is taken."""


def measure(bench: Bench) -> list[Row]:
    path = bench.one_timeline()
    with opened(path) as window:
        window.open_person(LONG)
        settle()
        page: Any = window.stack.page("people")
        view = page.side.currentWidget().timeline
        table = view.table
        ours, floor = in_turns(lambda: _first_paint(view, LONG), lambda: _first_paint(view, SHORT), 2 * bench.rounds)
        _first_paint(view, LONG)
        settle()
        paging = [
            until_painted(lambda: press(table, Qt.Key.Key_PageDown), table.viewport()) for _ in range(bench.samples)
        ]
        bar = table.verticalScrollBar()
        places = random.Random(9).sample(range(bar.maximum()), bench.samples)
        jumps = [
            until_painted(lambda place=place: bar.setValue(place), table.viewport())  # type: ignore[misc]
            for place in places
        ]
    often = str(JUMPS if bench.rounds > 1 else bench.samples)
    held = {what: float(last_line("timeline_memory", [str(path), what, often])) for what in ("view", "rows")}
    return [
        in_pairs(9, "first paint of a timeline of 1,000,000", "ms", ours, floor, 1.1),
        Row(9, "page down, P95", "ms", percentile(paging, 0.95), 16),
        Row(9, "jump anywhere, P95", "ms", percentile(jumps, 0.95), 16),
        against(9, "memory after jumping about", "MB", held["view"], held["rows"], 1 / 20),
    ]


def _first_paint(view: Any, person: int) -> float:
    view.show_timeline(TimelineOf(person=NOBODY))
    settle()
    return until_painted(lambda: view.show_timeline(TimelineOf(person=person)), view.table.viewport())
