"""The list of people, narrowed and sorted, against a plain model of the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relapp.core import Core
from relapp.domain.directory import PeopleFilter, Scope, Sort
from relapp.domain.drafts import PersonDraft
from relapp.domain.names import sort_key, split_full
from relapp.domain.people import Stage, Tier
from relapp.domain.timeline import NewEntry
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock

NAMES = ["Żaneta Adams", "Tom Keller", "ana castell", "李小龍", "Ólafur Berg", "Tom Berg", "Ida", "Øyvind Aas"]


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Core:
    """Two dozen people of every make."""
    made = on_blank(tmp_path_factory.mktemp("list") / "mine.db", StandingClock())
    for number in range(24):
        person = made.people.add(NAMES[number % 8], organisation=["", "Acme", "Beta"][number % 3])
        if number % 2:
            made.people.set_tier([person], list(Tier)[number % 3])
        if number % 4 == 0:
            made.people.tag([person], "golf")
        if number % 3:
            made.people.set_stage([person], list(Stage)[number % 6])
        if number % 5:
            made.entries.log(NewEntry("meeting", NOW - timedelta(days=number * 9), (person,)))
        if number % 7 == 6:
            made.people.archive([person])
        if number % 11 == 10:
            made.people.trash([person])
    return made


def fits(core: Core, person: int, wanted: PeopleFilter) -> bool:
    file = core.people.file(person)
    one = file.person
    scope = Scope.TRASHED if one.trashed else Scope.ARCHIVED if one.archived else Scope.ACTIVE
    organisations = {place.organisation_id for place in file.positions}
    last = file.rhythm.last_contact
    return (
        scope is wanted.scope
        and (not wanted.tiers or one.tier in wanted.tiers)
        and (not wanted.stages or one.stage in wanted.stages)
        and (not wanted.organisation or wanted.organisation in organisations)
        and (not wanted.tag or wanted.tag in file.tags)
        and (not wanted.silent_days or last is None or last < NOW - timedelta(days=wanted.silent_days))
        and (not wanted.text or wanted.text in one.name.full.lower().split())
    )


def order(core: Core, person: int, sort: Sort) -> tuple[object, ...]:
    file = core.people.file(person)
    name = sort_key(split_full(file.person.name.full))
    if sort is Sort.NAME:
        return name, person
    if sort is Sort.OVERDUE:
        return file.due_on is None, file.due_on or "", name, person
    last = file.rhythm.last_contact
    return last is None, -last.timestamp() if last else 0, person


@given(
    st.builds(
        PeopleFilter,
        text=st.sampled_from(["", "", "tom", "berg"]),
        tiers=st.sets(st.sampled_from(Tier)).map(frozenset),
        stages=st.sets(st.sampled_from(Stage)).map(frozenset),
        organisation=st.sampled_from([0, 0, 1, 2]),
        tag=st.sampled_from(["", "", "golf"]),
        silent_days=st.sampled_from([0, 0, 30, 90]),
        scope=st.sampled_from(Scope),
        sort=st.sampled_from(Sort),
    ),
    st.integers(1, 30),
)
@settings(max_examples=60)
def test_the_list_is_what_was_asked_for_in_its_order(core: Core, wanted: PeopleFilter, size: int) -> None:
    everybody = [row[0] for row in core.desk.db.rows("SELECT id FROM person")]
    fitting = [person for person in everybody if fits(core, person, wanted)]
    expected = sorted(fitting, key=lambda person: order(core, person, wanted.sort))
    assert core.directory.ids(wanted) == expected
    assert core.directory.count(wanted) == len(expected)
    pages = [core.directory.page(wanted, offset, size) for offset in range(0, len(expected) + size, size)]
    assert [line.id for page in pages for line in page] == expected


def test_a_line_tells_what_the_list_shows(core: Core) -> None:
    line = core.directory.page(PeopleFilter(text="keller"))[0]
    file = core.people.file(line.id)
    assert (line.shown, line.subtitle, line.cadence_days, line.due_on) == (
        "Tom Keller", "Acme", file.cadence_days, file.due_on,
    )  # fmt: skip


def test_the_deceased_stand_with_the_archived(tmp_path_factory: pytest.TempPathFactory) -> None:
    core = on_blank(tmp_path_factory.mktemp("one") / "mine.db", StandingClock())
    tom = core.people.add("Tom Keller")
    draft = PersonDraft.of(core.people.file(tom))
    core.people.save(tom, PersonDraft(draft.name, deceased=True))
    assert core.directory.ids(PeopleFilter()) == []
    assert core.directory.ids(PeopleFilter(scope=Scope.ARCHIVED)) == [tom]
    core.close()
