"""Goal 5, data: a person's file and the first page of the timeline, against the same statements on the bare driver."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from relapp.core import Core
from relapp.domain.pages import TimelineOf
from tests.bench.bench import Bench, database
from tests.bench.rows import Row, in_pairs
from tests.bench.timing import milliseconds

Statement = tuple[str, Any]


class Listening:
    """A connection that writes down what it is asked, and asks the real one."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.heard: list[Statement] = []

    def execute(self, sql: str, params: Any = ()) -> Any:
        self.heard.append((sql, tuple(params) if isinstance(params, list) else params))
        return self._connection.execute(sql, params)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def measure(bench: Bench) -> list[Row]:
    core = bench.core(bench.big())
    connection: Any = database(core).connection
    persons = random.Random(5).sample(range(2, bench.sizes.people + 1), bench.samples)
    ours, floor = [], []
    for number, person in enumerate(persons):
        statements = asked(core, person)  # which also brings the person's pages into the cache, for both

        def raw(statements: list[Statement] = statements) -> None:
            for sql, params in statements:
                connection.execute(sql, params).fetchall()

        def page(person: int = person) -> None:
            read(core, person)

        if number % 2:
            floor.append(milliseconds(raw))
            ours.append(milliseconds(page))
        else:
            ours.append(milliseconds(page))
            floor.append(milliseconds(raw))
    core.close()
    return [in_pairs(5, "data of a person's page", "ms", ours, floor, 2.0)]


def read(core: Core, person: int) -> None:
    """What the page shows first."""
    core.people.file(person)
    core.entries.page(TimelineOf(person=person))


def asked(core: Core, person: int) -> list[Statement]:
    """The statements behind it."""
    return heard(core, lambda: read(core, person))


def heard(core: Core, act: Callable[[], object]) -> list[Statement]:
    """The statements that an act asks of the file."""
    db = database(core)
    real = db.connection
    listening = Listening(real)
    db.connection = listening  # type: ignore[assignment]
    try:
        act()
    finally:
        db.connection = real
    return listening.heard
