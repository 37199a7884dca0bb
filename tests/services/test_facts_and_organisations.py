"""Facts in their sections, organisations with their people: edited, ordered, deleted, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.directory import PeopleFilter
from relapp.domain.errors import Refused
from relapp.domain.facts import Fact, Section
from relapp.domain.organisations import Organisation
from relapp.domain.people import Stage
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW, StandingClock


def fact(person: int, label: str, section: Section = Section.FAMILY) -> Fact:
    return Fact(0, person, section, label, f"about {label}")


def labels(core: Core, person: int, section: Section = Section.FAMILY) -> list[str]:
    return [one.label for one in core.people.file(person).facts if one.section is section]


def test_a_fact_is_kept_whole_with_the_moment_it_was_noted(core: Core, clock: StandingClock, tom: int) -> None:
    given = Fact(0, tom, Section.TRAVEL, "Norway", "with Ida", PartialDate(2026, 3, 2), PartialDate(2026, 3, 9), True)
    given = replace(given, review=date(2026, 9, 1))
    id_ = core.facts.add(given)
    assert core.facts.get(id_) == replace(given, id=id_, noted=NOW)
    clock.advance(days=1)
    assert core.people.file(tom).facts == (core.facts.get(id_),)
    core.facts.edit(replace(core.facts.get(id_), text="alone", private=False, review=None))
    assert core.facts.get(id_).review is None
    assert (core.facts.get(id_).text, core.facts.get(id_).noted) == ("alone", clock.at)
    core.history.undo()
    assert core.facts.get(id_) == replace(given, id=id_, noted=NOW)


def test_new_facts_stand_at_the_end_and_are_put_in_any_order(core: Core, tom: int) -> None:
    ids = [core.facts.add(fact(tom, label)) for label in "abc"]
    work = core.facts.add(fact(tom, "w", Section.WORK))
    assert labels(core, tom) == ["a", "b", "c"]
    core.facts.reorder(tom, Section.FAMILY, [ids[2], work, ids[0], ids[1]])
    assert labels(core, tom) == ["c", "w", "a", "b"]
    assert labels(core, tom, Section.WORK) == []
    core.history.undo()
    assert (labels(core, tom), labels(core, tom, Section.WORK)) == (["a", "b", "c"], ["w"])


def test_a_deleted_fact_comes_back_to_its_place(core: Core, tom: int) -> None:
    ids = [core.facts.add(fact(tom, label)) for label in "abc"]
    core.facts.delete(ids[1])
    assert labels(core, tom) == ["a", "c"]
    core.history.undo()
    assert labels(core, tom) == ["a", "b", "c"]


# --- organisations


def test_an_organisation_needs_a_name(core: Core) -> None:
    with pytest.raises(Refused, match="needs a name"):
        core.organisations.add("  ")
    nordlys = core.organisations.get(core.organisations.add(" Nordlys "))
    assert nordlys.name == "Nordlys"
    with pytest.raises(Refused, match="needs a name"):
        core.organisations.save(replace(nordlys, name=""))


def test_an_organisation_is_edited_and_its_people_show_it(core: Core, tom: int) -> None:
    (line,) = core.organisations.lines()
    before = core.organisations.get(line.id)
    core.organisations.save(Organisation(line.id, before.uid, "Keller AG", "https://k.example", Stage.ACTIVE, "note"))
    assert core.organisations.get(line.id).stage is Stage.ACTIVE
    assert core.directory.page(PeopleFilter())[0].subtitle == "Keller AG · COO"
    assert core.finding.typing("keller ag")[0].id == tom
    core.history.undo()
    assert core.organisations.get(line.id) == before
    assert core.directory.page(PeopleFilter())[0].subtitle == "Keller Werk · COO"


def test_a_deleted_organisation_leaves_its_people_their_titles(core: Core, tom: int) -> None:
    ida = core.people.add("Ida Berg", organisation="Keller Werk")
    core.organisations.delete(core.organisations.lines()[0].id)
    assert [(one.organisation, one.title) for one in core.people.file(tom).positions] == [("", "COO")]
    assert core.people.file(ida).positions == ()
    core.history.undo()
    assert core.people.file(ida).positions[0].organisation == "Keller Werk"
    assert core.files.check() == []


def test_a_line_counts_who_is_there_now_and_when_one_of_them_was_met(core: Core, tom: int) -> None:
    ida, lea = (core.people.add(name, organisation="Keller Werk") for name in ("Ida Berg", "Lea Roth"))
    core.people.archive([ida])
    core.people.trash([lea])
    core.entries.log(NewEntry("meeting", NOW, (tom,)))
    (line,) = core.organisations.lines("WERK")
    assert (line.name, line.people, line.last_contact) == ("Keller Werk", 1, int(NOW.timestamp()))
    assert [one.name for one in core.organisations.people(line.id)] == ["Ida Berg", "Tom Keller"]


@pytest.mark.parametrize("text", ["%", "_", "\\", "x' OR 1"])
def test_signs_of_the_engine_are_mere_text(core: Core, tom: int, text: str) -> None:
    assert core.organisations.lines(text) == []
    core.organisations.add(f"A{text}B")
    assert [line.name for line in core.organisations.lines(text)] == [f"A{text}B"]
