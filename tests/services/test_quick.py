"""Quick entry against the people there are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from relapp.core import Core
from relapp.domain.errors import NoSuchRecord
from relapp.domain.pages import TimelineOf
from relapp.domain.quick_entry import Misread


def test_one_person_is_clear(core: Core, tom: int, ana: int) -> None:
    proposal = core.quick.understand("call tom yesterday 16:00 20 min: plant in drammen")
    assert [one.id for one in proposal.people] == [tom]
    core.quick.save(proposal, tom)
    line = core.entries.page(TimelineOf(person=tom))[0]
    assert (line.kind, line.minutes, line.text, line.outcome) == ("call", 20, "plant in drammen", "spoke")


def test_a_whole_name_wins_over_its_beginning(core: Core, tom: int) -> None:
    core.people.add("Tom Kellerman")
    assert [one.id for one in core.quick.understand("call tom keller: x").people] == [tom]


def test_two_that_fit_are_both_offered(core: Core, tom: int) -> None:
    core.people.add("Tom Baker")
    assert len(core.quick.understand("call tom: x").people) == 2


def test_somebody_called_like_a_day_is_found(core: Core) -> None:
    friday = core.people.add("Will Friday")
    assert [one.id for one in core.quick.understand("call will friday: x").people] == [friday]


def test_a_person_may_be_said_by_id_uid_or_email(core: Core, tom: int) -> None:
    other = core.people.add("Tom Keller", emails=["tom@other.example"])
    uid = core.people.file(other).person.uid
    for said in (str(other), uid, "TOM@Other.example"):
        proposal = core.quick.understand(f"call {said} yesterday 16:00 in: x")
        assert [one.id for one in proposal.people] == [other], said


def test_somebody_new_comes_with_the_entry_and_goes_with_one_undo(core: Core) -> None:
    proposal = core.quick.understand("call noor aziz: first words")
    assert proposal.people == ()
    noor = core.quick.save_with_new(proposal, "Noor Aziz")
    assert core.people.name(noor) == "Noor Aziz"
    assert core.entries.count(TimelineOf(person=noor)) == 1
    core.history.undo()
    assert core.directory.count() == 0
    assert core.files.check() == []


def test_what_is_missing_is_said(core: Core) -> None:
    with pytest.raises(Misread):
        core.quick.understand("call")


def test_the_last_words_plan_a_follow_up_with_the_entry(core: Core, tom: int) -> None:
    proposal = core.quick.understand("call tom keller: wants a plan, follow up next fri 10:00")
    assert proposal.text == "wants a plan"
    entry = core.quick.save(proposal, tom)
    (found,) = core.follow_ups.of_person(tom)
    assert (found.what, found.due) == ("Wants a plan", datetime(2026, 3, 20, 9, tzinfo=UTC))
    core.history.undo()
    assert core.follow_ups.of_person(tom) == []
    with pytest.raises(NoSuchRecord):
        core.entries.get(entry)


def test_following_up_with_somebody_is_a_note(core: Core, tom: int) -> None:
    proposal = core.quick.understand("note tom keller: will follow up with Ida")
    assert (proposal.text, proposal.follow_up) == ("will follow up with Ida", None)
