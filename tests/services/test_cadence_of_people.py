"""When somebody is due: by tier, by an own cadence, by the settings; and many who were never met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from relapp.core import Core
from relapp.domain.drafts import PersonDraft
from relapp.domain.people import Tier
from relapp.domain.settings import CADENCES
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW, StandingClock


def due(core: Core, person: int) -> str | None:
    return core.people.file(person).due_on


def many(core: Core, count: int) -> list[int]:
    return [core.people.add(f"Person {number}") for number in range(count)]


def test_without_a_tier_nobody_is_due(core: Core, tom: int) -> None:
    core.entries.log(NewEntry("meeting", NOW, (tom,)))
    assert due(core, tom) is None


def test_the_tier_says_when_and_an_own_cadence_goes_before_it(core: Core, tom: int) -> None:
    core.entries.log(NewEntry("meeting", NOW, (tom,)))
    core.people.set_tier([tom], Tier.A)
    assert due(core, tom) == "2026-04-11"
    core.people.set_cadence([tom], 7)
    assert due(core, tom) == "2026-03-19"
    core.people.set_cadence([tom], None)
    assert due(core, tom) == "2026-04-11"
    core.people.set_tier([tom], None)
    assert due(core, tom) is None


def test_the_settings_change_what_a_tier_says(core: Core, tom: int, ana: int) -> None:
    core.people.set_tier([tom, ana], Tier.B)
    core.people.set_cadence([ana], 5)
    core.settings.set(CADENCES[Tier.B], 10)
    assert (due(core, tom), due(core, ana)) == ("2026-03-22", "2026-03-17")
    core.history.undo()
    assert (due(core, tom), due(core, ana)) == ("2026-06-10", "2026-03-17")


def test_somebody_never_met_is_due_from_the_day_of_getting_the_cadence(
    core: Core, clock: StandingClock, tom: int
) -> None:
    clock.at = NOW - timedelta(days=40)
    core.people.set_tier([tom], Tier.A)
    clock.at = NOW
    assert due(core, tom) == "2026-03-02"
    assert core.today.read().never_count == 1


def by_tier(core: Core, persons: Sequence[int]) -> None:
    core.people.set_tier(persons, Tier.A)


def by_own(core: Core, persons: Sequence[int]) -> None:
    core.people.set_cadence(persons, 30)


@pytest.mark.parametrize("give", [by_tier, by_own])
def test_up_to_twelve_come_due_together(core: Core, give: Callable[[Core, Sequence[int]], None]) -> None:
    persons = many(core, 12)
    give(core, persons)
    assert {due(core, person) for person in persons} == {"2026-04-11"}


@pytest.mark.parametrize("give", [by_tier, by_own])
def test_more_are_spread_over_one_cadence(core: Core, give: Callable[[Core, Sequence[int]], None]) -> None:
    """The k-th of n by id is due on day ceil(k * cadence / n)."""
    persons = many(core, 15)
    give(core, persons[::-1])
    days = [(NOW.date() + timedelta(days=2 * k)).isoformat() for k in range(1, 16)]
    assert [due(core, person) for person in persons] == days


def test_who_was_met_is_not_spread(core: Core) -> None:
    persons = many(core, 14)
    core.entries.log(NewEntry("meeting", NOW, tuple(persons[:2])))
    core.people.set_tier(persons, Tier.A)
    assert Counter(due(core, person) for person in persons) == {"2026-04-11": 14}


def test_people_of_several_tiers_who_get_one_cadence_are_spread_together(core: Core) -> None:
    persons = many(core, 20)
    core.people.set_tier(persons[:10], Tier.B)
    core.people.set_tier(persons[10:], Tier.C)
    core.people.set_cadence(persons, 20)
    assert len({due(core, person) for person in persons}) == 20


def test_to_get_the_same_cadence_again_puts_nothing_off(core: Core, clock: StandingClock, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    before = due(core, tom)
    clock.advance(days=9)
    core.people.set_tier([tom], Tier.A)
    core.people.set_cadence([tom], 30)
    core.people.save(tom, PersonDraft.of(core.people.file(tom)))
    assert due(core, tom) == before
    assert [one.title for one in core.history.list()] == [
        "Tom Keller: contact every 30 days",
        "Tom Keller: tier A",
        "Tom Keller added",
    ]


def test_archived_and_deceased_people_wait_for_nobody(core: Core, clock: StandingClock, tom: int, ana: int) -> None:
    core.people.set_tier([tom, ana], Tier.A)
    clock.advance(days=60)
    assert core.today.waiting_count() == 2
    core.people.archive([tom])
    draft = PersonDraft.of(core.people.file(ana))
    core.people.save(ana, PersonDraft(name=draft.name, tier=draft.tier, deceased=True))
    assert core.today.waiting_count() == 0
    core.people.archive([tom], archived=False)
    assert core.today.waiting_count() == 1


def test_nobody_waits_before_the_day_one_does_not_contact_them(core: Core, clock: StandingClock, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    clock.advance(days=60)
    core.people.hold(tom, clock.at.date() + timedelta(days=1))
    assert core.today.waiting_count() == 0
    clock.advance(days=1)
    assert core.today.waiting_count() == 1
