"""What is asked at the start, on Today and every minute is answered by indexes: no table is read from end to end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from relapp.core import Core
from relapp.domain.directory import PeopleFilter, Scope, Sort
from relapp.domain.pages import TimelineOf

ASKED: dict[str, Callable[[Core], object]] = {
    "the list by name": lambda core: core.directory.page(PeopleFilter(sort=Sort.NAME)),
    "the list by last contact": lambda core: core.directory.page(PeopleFilter(sort=Sort.LAST_CONTACT)),
    "the list, overdue first": lambda core: core.directory.page(PeopleFilter(sort=Sort.OVERDUE)),
    "the archive": lambda core: core.directory.page(PeopleFilter(scope=Scope.ARCHIVED)),
    "how many people": lambda core: core.directory.count(),
    "Today": lambda core: core.today.read(),
    "who waits": lambda core: core.today.waiting_count(),
    "the follow-ups": lambda core: core.follow_ups.lines(),
    "whom I owe an answer": lambda core: core.follow_ups.answers_due(),
    "what a person is followed up about": lambda core: core.follow_ups.due_soon(1),
    "who is going quiet": lambda core: (core.quiet.going_quiet(), core.quiet.count(), core.quiet.active()),
    "how it stands with a person": lambda core: core.health.of(1),
    "what waits to be worked out": lambda core: core.files.behind(),
    "the minute": lambda core: core.files.ripen(),
    "how I stand": lambda core: core.reminders.status(),
    "the trash": lambda core: core.people.empty_old_trash(),
    "a person": lambda core: core.people.file(1),
    "a timeline": lambda core: core.entries.page(TimelineOf(person=1)),
}


class Explaining:
    """A connection that also writes down how each question would be answered."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.plans: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, sql: str, params: Any = ()) -> Any:
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            plan = self._connection.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            self.plans += [detail for _, _, _, detail in plan]
        return self._connection.execute(sql, params)


def scanned(core: Core, ask: Callable[[Core], object]) -> list[str]:
    """The tables read from end to end; those of a few rows may be, and the page that was just picked out."""
    db = core.desk.db
    explaining = Explaining(db.connection)
    db.connection = explaining  # type: ignore[assignment]
    ask(core)
    db.connection = explaining._connection
    repeats = "SCAN f USING INDEX follow_up_repeats"  # an index of those alone that repeat
    small = (
        repeats,
        "SCAN closure USING INDEX closure_leave",
        "SCAN CONSTANT ROW",
        "SCAN opening USING INDEX opening_day",
        "SCAN (subquery-1)",
        "SCAN setting",
        "SCAN remembered",
        "SCAN change",
        "SCAN dirty_person",
        "SCAN journal_state",
        "SCAN k",
        "SCAN json_each",  # what was given
        "SCAN w",
        "SCAN opening USING INDEX opening_day",
        "SCAN next_delivery USING COVERING INDEX next_delivery_shown",
    )
    return [plan for plan in explaining.plans if plan.startswith("SCAN") and not plan.startswith(small)]


@pytest.mark.parametrize("asked", ASKED)
def test_no_table_is_read_from_end_to_end(core: Core, tom: int, asked: str) -> None:
    assert scanned(core, ASKED[asked]) == []


def test_reading_from_end_to_end_is_noticed(core: Core) -> None:
    assert scanned(core, lambda core: core.desk.db.rows("SELECT note FROM person")) == ["SCAN person"]
