"""Whom a user or a script means: by id, uid, e-mail, or a name said in full, in part, or with a slip."""

from __future__ import annotations

import pytest

from relapp.core import Core
from relapp.domain.errors import NoSuchPerson, SeveralPeople
from relapp.domain.people import PersonName


def names(core: Core, wanted: str) -> list[str]:
    return [one.shown for one in core.people.candidates(wanted)]


def test_an_id_goes_before_everything(core: Core, tom: int) -> None:
    core.people.add(str(tom))
    assert core.people.resolve(f" {tom} ") == tom


def test_a_number_that_is_no_id_may_be_a_name(core: Core, tom: int) -> None:
    agent = core.people.add("007")
    assert core.people.resolve("007") == agent
    with pytest.raises(NoSuchPerson):
        core.people.resolve("9" * 30)


def test_an_address_of_two_people_asks(core: Core, tom: int) -> None:
    core.people.add("Ida Berg", emails=["TOM@keller-werk.example"])
    with pytest.raises(SeveralPeople, match="Ida Berg") as caught:
        core.people.resolve("tom@Keller-Werk.example")
    assert len(caught.value.candidates) == 2


def test_a_whole_name_is_found_among_any_number_of_longer_ones(core: Core) -> None:
    for number in range(30):
        core.people.add(f"Tom Ester {number:02}")
    tom = core.people.add("Tom Ester")
    assert core.people.resolve("tom ester") == tom
    assert core.people.candidates("tom  ESTER ")[0].id == tom
    assert len(core.people.candidates("tom ester")) == 20


def test_a_nickname_is_a_name(core: Core) -> None:
    person = core.people.add(PersonName("Thomas Keller", nickname="Tommy"))
    core.people.add("Tommy Berg")
    assert core.people.resolve("tommy") == person


@pytest.mark.parametrize("wanted", ["Żaneta", "zaneta", "ZANETA LUKASZ", "lukasz zaneta", "zanetta"])
def test_a_name_is_meant_however_it_is_typed(core: Core, wanted: str) -> None:
    person = core.people.add("Żaneta Łukasz")
    assert core.people.resolve(wanted) == person


@pytest.mark.parametrize("name", ["李小龍", "👩‍👩‍👧", "@", "-", "عمر الشريف", "Ó", "O'Brien-Smith"])
def test_a_name_of_any_signs_is_meant_by_itself(core: Core, tom: int, name: str) -> None:
    person = core.people.add(name)
    assert core.people.resolve(name) == person


def test_namesakes_are_told_apart_by_what_is_known(core: Core, tom: int) -> None:
    core.people.add("Tom Keller", organisation="Nordlys")
    core.people.add("Tom Keller")
    with pytest.raises(SeveralPeople) as caught:
        core.people.resolve("tom keller")
    assert sorted(caught.value.candidates) == [
        "Tom Keller (3)",
        "Tom Keller (Nordlys)",
        "Tom Keller (tom@keller-werk.example)",
    ]


def test_a_name_in_several_lines_is_told_in_one(core: Core) -> None:
    for _ in range(2):
        core.people.add(PersonName("Tom\nKeller"))
    with pytest.raises(SeveralPeople) as caught:
        core.people.resolve("tom keller")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("wanted", ["", "   ", "nobody at all", "%", "tom OR"])
def test_nobody_is_meant_by_nothing(core: Core, tom: int, wanted: str) -> None:
    with pytest.raises(NoSuchPerson):
        core.people.resolve(wanted)


def test_the_archived_are_meant_too_the_trashed_are_not(core: Core, tom: int) -> None:
    core.people.archive([tom])
    assert names(core, "tom") == ["Tom Keller"]
    core.people.trash([tom])
    assert names(core, "tom") == []
