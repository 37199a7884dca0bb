"""Goal 5, page: from the click on a person in the list to the painted personal file and timeline."""

from __future__ import annotations

import random
from typing import Any

from tests.bench.bench import Bench
from tests.bench.rows import Row
from tests.bench.timing import percentile
from tests.bench.windows import click, opened, settle, until_painted


def measure(bench: Bench) -> list[Row]:
    taken = []
    with opened(bench.big()) as window:
        page: Any = window.stack.page("people")
        people = page.list
        pane: Any = page.side.currentWidget()
        for row in random.Random(5).sample(range(1, people.people.rowCount()), bench.samples):
            index = people.people.index(row, 0)
            people.scrollTo(index)
            settle()
            place = people.visualRect(index).center()
            taken.append(until_painted(lambda place=place: click(people.viewport(), place), pane.header, pane.file))  # type: ignore[misc]
            settle()
    return [Row(5, "click to painted page of a person, P95", "ms", percentile(taken, 0.95), 16)]
