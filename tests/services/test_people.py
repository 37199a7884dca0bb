"""A personal file: everything the edit dialog hands back is kept, and every edit has its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relapp.core import Core
from relapp.domain.changes import Area, Change
from relapp.domain.dates import PartialDate
from relapp.domain.drafts import PersonDraft
from relapp.domain.errors import KnownError, NoSuchRecord
from relapp.domain.facts import Fact, Section
from relapp.domain.file import Related
from relapp.domain.people import (
    Address,
    Channel,
    ContactPoint,
    Permission,
    PersonName,
    Photo,
    PointKind,
    Position,
    Stage,
    Tier,
)
from relapp.domain.timeline import NewEntry
from relapp.store.triggers import JOURNALLED
from tests.clocks import NOW

WHOLE = PersonDraft(
    name=PersonName("Dr. Żaneta Łukasz", "Dr.", "Żaneta", "M.", "Łukasz", "PhD", "Żan", "zha-NEH-ta", "Lukasz"),
    points=(
        ContactPoint(PointKind.EMAIL, "z@example.org", "work", Permission.PREFERRED),
        ContactPoint(PointKind.EMAIL, "z@example.net", "home", Permission.NOT_ALLOWED),
        ContactPoint(PointKind.PHONE, "+48 22 123", "mobile", Permission.URGENT_ONLY),
        ContactPoint(PointKind.ADDRESS, "", "home", address=Address("", "", "Prosta 1", "Łódź", "", "90-001", "PL")),
        ContactPoint(PointKind.URL, "https://example.org"),
        ContactPoint(PointKind.MESSENGER, "zaneta", "signal"),
    ),
    positions=(
        Position("Nordlys", "CEO", "Board", PartialDate(2020, 3), key_player=True),
        Position("", "Chair"),
        Position("Keller Werk", "CFO", since=PartialDate(2011), until=PartialDate(2019), past=True),
    ),
    permissions={Channel.CALL: Permission.URGENT_ONLY, Channel.GIFT: Permission.NOT_ALLOWED},
    tags=("Norway", "vip"),
    birthday=PartialDate(None, 2, 29),
    anniversary=PartialDate(2001, 6),
    note="Two\nlines",
    time_zone="Europe/Warsaw",
    language="pl",
    tier=Tier.B,
    stage=Stage.GROWING,
    cadence_days=45,
    hold_until=date(2026, 5, 1),
    archived=True,
)


def without_ids(draft: PersonDraft) -> PersonDraft:
    return replace(
        draft,
        points=tuple(replace(one, id=0) for one in draft.points),
        positions=tuple(replace(one, id=0, organisation_id=0) for one in draft.positions),
        relations=tuple(replace(one, id=0) for one in draft.relations),
    )


def draft_of(core: Core, person: int) -> PersonDraft:
    return PersonDraft.of(core.people.file(person))


def test_everything_that_is_said_is_kept(core: Core, tom: int) -> None:
    core.people.save(tom, WHOLE)
    kept = without_ids(draft_of(core, tom))
    by_kind = sorted(WHOLE.points, key=lambda point: str(point.kind))
    assert kept == replace(WHOLE, points=tuple(by_kind))
    core.history.undo()
    assert core.people.name(tom) == "Tom Keller"
    core.history.redo()
    assert without_ids(draft_of(core, tom)) == kept


def test_a_draft_that_changes_nothing_leaves_no_trace(core: Core, tom: int, told: list[Change]) -> None:
    core.people.save(tom, WHOLE)
    before, changes = len(told), len(core.history.list())
    core.people.save(tom, draft_of(core, tom))
    assert (len(told), len(core.history.list())) == (before, changes)


def test_rows_that_stay_keep_their_ids(core: Core, tom: int) -> None:
    core.people.save(tom, WHOLE)
    draft = draft_of(core, tom)
    core.people.save(tom, replace(draft, points=draft.points[::-1], positions=draft.positions[1:]))
    after = draft_of(core, tom)
    assert {one.id for one in after.points} == {one.id for one in draft.points}
    assert {one.id for one in after.positions} == {one.id for one in draft.positions[1:]}


def test_organisations_are_found_by_name_or_made(core: Core, tom: int, ana: int) -> None:
    core.people.save(ana, replace(WHOLE, positions=(Position("KELLER werk"), Position("  "), Position("Øre"))))
    assert [line.name for line in core.organisations.lines()] == ["Castell Studio", "Keller Werk", "Øre"]
    assert [one.organisation for one in core.people.file(ana).positions] == ["Keller Werk", "", "Øre"]


# --- relations


def relate(core: Core, person: int, *relations: Related) -> None:
    core.people.save(person, replace(draft_of(core, person), relations=relations))


def told_of(core: Core, person: int) -> list[tuple[str, str, int]]:
    return [(one.kind, one.name, one.other) for one in core.people.file(person).relations]


def test_a_relation_is_seen_from_both_sides(core: Core, tom: int, ana: int) -> None:
    relate(core, tom, Related("child", "", ana), Related("assistant", "Kim", 0))
    assert told_of(core, tom) == [("child", "Ana Castéll", ana), ("assistant", "Kim", 0)]
    assert told_of(core, ana) == [("parent", "Tom Keller", tom)]


def test_a_relation_may_be_taken_away_from_either_side(core: Core, tom: int, ana: int) -> None:
    relate(core, tom, Related("partner", "", ana))
    core.people.save(ana, draft_of(core, ana))
    assert len(told_of(core, tom)) == 1
    relate(core, ana)
    assert told_of(core, tom) == []
    core.history.undo()
    assert told_of(core, tom) == [("partner", "Ana Castéll", ana)]


def test_who_is_gone_for_good_is_nobodys_relation(core: Core, tom: int, ana: int) -> None:
    relate(core, tom, Related("partner", "", ana))
    core.people.delete_for_good([ana])
    assert told_of(core, tom) == []
    core.history.undo()
    assert told_of(core, tom) == [("partner", "Ana Castéll", ana)]


# --- several at once


@pytest.mark.parametrize(
    "act",
    [
        lambda core, them: core.people.set_tier(them, Tier.A),
        lambda core, them: core.people.set_cadence(them, 14),
        lambda core, them: core.people.set_stage(them, Stage.ACTIVE),
        lambda core, them: core.people.tag(them, "golf"),
        lambda core, them: core.people.archive(them),
        lambda core, them: core.people.trash(them),
        lambda core, them: core.people.delete_for_good(them),
    ],
)
def test_what_is_done_to_several_is_one_change(
    core: Core, tom: int, ana: int, told: list[Change], act: Callable[[Core, list[int]], None]
) -> None:
    before = {table: core.desk.db.rows(f"SELECT * FROM {table} ORDER BY id") for table in JOURNALLED}
    changes = len(told)
    act(core, [tom, ana])
    assert len(told) == changes + 1
    assert told[-1].ids == {tom, ana}
    assert core.history.list()[0].title.startswith("2 people")
    core.history.undo()
    assert {table: core.desk.db.rows(f"SELECT * FROM {table} ORDER BY id") for table in JOURNALLED} == before
    assert core.files.check() == []


def test_a_tag_is_taken_off_again_and_unused_ones_are_not_offered(core: Core, tom: int, ana: int) -> None:
    core.people.tag([tom, ana], " golf ")
    core.people.tag([tom], "GOLF")
    assert core.people.tags() == ["golf"]
    core.people.untag([tom, ana], "Golf")
    assert core.people.tags() == []


def test_a_very_long_selection_is_no_trouble(core: Core, tom: int) -> None:
    core.people.tag([tom, *range(1000, 60_000)][:1], "golf")
    core.people.archive(list(range(1, 60_000)))
    assert core.people.get(tom).archived


# --- what is not there


@pytest.mark.parametrize(
    "ask",
    [
        lambda core: core.people.get(99),
        lambda core: core.people.name(99),
        lambda core: core.people.save(99, WHOLE),
        lambda core: core.people.hold(99, None),
        lambda core: core.people.set_photo(99, None),
        lambda core: core.people.trash([99]),
        lambda core: core.entries.get(99),
        lambda core: core.facts.get(99),
        lambda core: core.facts.delete(99),
        lambda core: core.organisations.get(99),
        lambda core: core.organisations.delete(99),
        lambda core: core.history.undo(99),
    ],
)
def test_what_was_deleted_meanwhile_is_said_so(core: Core, ask: Callable[[Core], object]) -> None:
    with pytest.raises(KnownError):
        ask(core)
    assert core.history.list() == []


def test_an_entry_or_a_fact_of_nobody_is_refused(core: Core, tom: int) -> None:
    """Another process deleted them while the dialog was open."""
    core.people.delete_for_good([tom])
    with pytest.raises(NoSuchRecord):
        core.facts.add(Fact(0, tom, Section.WORK, "Plant", "Drammen"))
    with pytest.raises(NoSuchRecord):
        core.entries.log(NewEntry("note", NOW, (tom,), "Drammen"))
    assert core.files.check() == []
    assert len(core.history.list()) == 2


# --- the journal keeps every kind of value


@given(st.text(max_size=30), st.binary(min_size=1, max_size=30))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_and_any_picture_come_back_as_they_were(core: Core, text: str, data: bytes) -> None:
    person = core.people.add(PersonName("Tom", nickname=text))
    core.people.set_photo(person, Photo("image/png", data))
    core.facts.add(Fact(0, person, Section.WORK, text, text))
    before: list[Any] = [core.people.file(person), core.people.photo(person)]
    core.people.delete_for_good([person])
    core.history.undo()
    assert [core.people.file(person), core.people.photo(person)] == before
    core.history.redo()
    assert core.files.check() == []


def test_a_change_is_told_with_its_areas_and_who_made_it(core: Core, tom: int, told: list[Change]) -> None:
    here = object()
    core.people.tag([tom], "golf", origin=here)
    assert told[-1] == Change(frozenset({Area.PEOPLE, Area.TAGS, Area.HISTORY}), frozenset({tom}), here)
    core.history.undo()
    assert told[-1].areas == {Area.PEOPLE, Area.TAGS, Area.HISTORY}
    assert told[-1].origin is None
