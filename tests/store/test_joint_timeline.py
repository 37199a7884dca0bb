"""The timeline of an organisation: its people's entries merged, each once, however they are paged."""

from __future__ import annotations

from datetime import timedelta

import pytest

from relapp.core import Core
from relapp.domain.pages import NEWEST, Anchor, TimelineOf
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW


@pytest.fixture
def joint(core: Core) -> TimelineOf:
    """Three people of Keller Werk with 30 entries, each third one of two of them, and somebody elsewhere."""
    people = [core.people.add(name, organisation="Keller Werk") for name in ("Tom Keller", "Ida Keller", "Jo Keller")]
    elsewhere = core.people.add("Ana Castéll", organisation="Castell Studio")
    for number in range(30):
        who = (people[number % 3], *((people[0], elsewhere) if number % 3 == 1 else ()))
        at = NOW - timedelta(hours=number // 2)  # two at each moment
        core.entries.log(NewEntry("call", at, who, f"entry {number}"))
    core.entries.log(NewEntry("call", NOW, (elsewhere,), "not of theirs"))
    return TimelineOf(organisation=core.organisations.lines("Keller")[0].id)


def paged(core: Core, of: TimelineOf, limit: int) -> list[int]:
    """The ids of the whole timeline, read by pages."""
    found: list[int] = []
    after = NEWEST
    while page := core.entries.page(of, after, limit):
        found += [line.id for line in page]
        after = Anchor(page[-1].at, page[-1].id)
    return found


@pytest.mark.parametrize("limit", [1, 2, 7, 100])
def test_each_entry_stands_on_it_once_the_newest_first(core: Core, joint: TimelineOf, limit: int) -> None:
    found = paged(core, joint, limit)
    assert len(found) == len(set(found)) == core.entries.count(joint) == 30
    moments = [(core.entries.get(entry).at, entry) for entry in found]
    assert moments == sorted(moments, reverse=True)


@pytest.mark.parametrize("count", [1, 5, 29, 30])
def test_a_step_leads_to_the_entry_so_many_further_on(core: Core, joint: TimelineOf, count: int) -> None:
    anchor = core.entries.step(joint, NEWEST, count)
    assert anchor is not None and anchor.entry == paged(core, joint, 100)[count - 1]


def test_no_step_leads_beyond_its_end(core: Core, joint: TimelineOf) -> None:
    assert core.entries.step(joint, NEWEST, 31) is None
