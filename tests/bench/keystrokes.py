"""Goal 6: what search shows after every keystroke, against a scan of names, facts and notes with LIKE."""

from __future__ import annotations

import random
from collections.abc import Iterator

from relapp.core import Core
from tests.bench.bench import Bench, database
from tests.bench.rows import Row, against
from tests.bench.timing import milliseconds, percentile

_NOTES = (
    "harbour", "customs", "delivery plan", "summer holiday", "warehouse", "budget review", "Norway trip", "price",
    "estimate signed", "family", "training quality", "invoice", "lunch", "coffee next week", "promise", "worried",
    "output forecast", "pallet order", "school term", "audit",
)  # fmt: skip
_EACH_SCANNED = 4
"""The scan takes as long for one keystroke as for another, so only every fourth is scanned for."""


def measure(bench: Bench) -> list[Row]:
    core = bench.core(bench.big())
    ours, floor = [], []
    for number, typed in enumerate(keystrokes(core, bench)):
        ours.append(milliseconds(lambda typed=typed: core.finding.typing(typed)))  # type: ignore[misc]
        if number % _EACH_SCANNED == 0:
            floor.append(milliseconds(lambda typed=typed: scan(core, typed)))  # type: ignore[misc]
    core.close()
    return [
        against(6, "search, a keystroke, P50", "ms", percentile(ours, 0.5), percentile(floor, 0.5), 1 / 100),
        against(6, "search, a keystroke, P95", "ms", percentile(ours, 0.95), percentile(floor, 0.95), 1 / 15),
    ]


def keystrokes(core: Core, bench: Bench) -> Iterator[str]:
    """Twenty names and twenty queries of note words, each from its first letter to its last."""
    dice = random.Random(6)
    persons = dice.sample(range(1, bench.sizes.people + 1), 20)
    notes = _NOTES if bench.samples > 20 else _NOTES[:2]
    names = [core.people.name(person) for person in persons[: len(notes)]]
    for query in (*names, *notes):
        for length in range(1, len(query) + 1):
            if query[length - 1] != " ":
                yield query[:length]


def scan(core: Core, typed: str) -> None:
    """Everything that has these letters, read through from the first row to the last."""
    db, wanted = database(core), (f"%{typed}%",)
    db.rows("SELECT person_id FROM roster WHERE shown LIKE ?", wanted)
    db.rows("SELECT id FROM fact WHERE text LIKE ?", wanted)
    db.rows("SELECT id FROM entry WHERE text LIKE ?", wanted)
