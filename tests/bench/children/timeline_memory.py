"""How many megabytes a long timeline takes: `view` shown and jumped about in, or all its `rows` in a list."""

from __future__ import annotations

import gc
import os
import random
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from relapp.domain.pages import TimelineOf
from tests.bench.bench import quick
from tests.bench.long_timeline import LONG, SHORT
from tests.bench.processes import resident
from tests.bench.windows import opened, settle


def view(path: Path, jumps: int) -> float:
    """Shown after another timeline, so that what every timeline needs is there already."""
    with opened(path) as window:
        window.open_person(SHORT)
        settle()
        page: Any = window.stack.page("people")
        table = page.side.currentWidget().timeline.table
        before = resident(os.getpid())
        window.open_person(LONG)
        settle()
        bar = table.verticalScrollBar()
        for place in random.Random(9).choices(range(bar.maximum() + 1), k=jumps):
            bar.setValue(place)
            settle()
        return resident(os.getpid()) - before


def rows(path: Path, _jumps: int) -> float:
    """Every line of it."""
    core = quick().core(path)
    core.entries.page(TimelineOf(person=SHORT))
    before = resident(os.getpid())
    held = core.entries.page(TimelineOf(person=LONG), limit=1 << 40)
    gc.collect()
    taken = resident(os.getpid()) - before
    assert held
    return taken


print({"view": view, "rows": rows}[sys.argv[2]](Path(sys.argv[1]), int(sys.argv[3])), flush=True)
