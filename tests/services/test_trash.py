"""Deleted people: out of sight, back whole, and after thirty days gone for good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from relapp.core import Core, build
from relapp.domain.boundaries.hours import Closure
from relapp.domain.dates import PartialDate
from relapp.domain.directory import PeopleFilter, Scope
from relapp.domain.drafts import PersonDraft
from relapp.domain.errors import NoSuchPerson
from relapp.domain.exports import NotesWanted
from relapp.domain.facts import Fact, Section
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.occasions import Occasion, OccasionKind
from relapp.domain.pages import TimelineOf
from relapp.domain.people import Photo
from relapp.domain.timeline import NewEntry
from relapp.services.people import TRASH_DAYS
from relapp.store import journal
from tests.clocks import NOW, StandingClock


@pytest.fixture
def trashed(core: Core, tom: int, ana: int) -> int:
    """Tom, in the trash, with an entry of his own and one with Ana."""
    core.entries.log(NewEntry("note", NOW, (tom,), "Drammen alone"))
    core.entries.log(NewEntry("note", NOW, (tom, ana), "Drammen together"))
    core.people.tag([tom], "golf")
    core.people.trash([tom])
    return tom


def shown(core: Core, scope: Scope) -> list[str]:
    return [line.shown for line in core.directory.page(PeopleFilter(scope=scope))]


def test_the_list_shows_them_in_the_trash_alone(core: Core, trashed: int) -> None:
    assert shown(core, Scope.ACTIVE) == ["Ana Castéll"]
    assert shown(core, Scope.ARCHIVED) == []
    assert shown(core, Scope.TRASHED) == ["Tom Keller"]


def test_nobody_means_somebody_in_the_trash(core: Core, trashed: int) -> None:
    for wanted in ("Tom Keller", "tom@keller-werk.example", str(trashed), core.people.get(trashed).uid):
        with pytest.raises(NoSuchPerson):
            core.people.resolve(wanted)


def test_exports_leave_them_out(core: Core, trashed: int, ana: int) -> None:
    """Also when they are asked for, and out of what they did together with others."""
    for persons in ((), (trashed, ana)):
        for pieces in (core.exports.people_csv, core.exports.people_json, core.exports.people_vcard):
            text = "".join(pieces(persons))
            assert "Castéll" in text
            assert "Keller" not in text
        assert core.exports.count_people(persons) == 1
        notes = "".join(core.exports.notes_json(NotesWanted(persons)))
        assert "Drammen together" in notes
        assert "Drammen alone" not in notes
        assert "Tom Keller" not in notes
        assert core.people.get(trashed).uid not in notes
        assert core.exports.count_notes(NotesWanted(persons)) == 1


def test_the_timeline_of_their_organisation_leaves_out_what_was_theirs_alone(core: Core, tom: int) -> None:
    ida = core.people.add("Ida Berg", organisation="Keller Werk")
    core.entries.log(NewEntry("note", NOW, (tom,), "alone"))
    both = core.entries.log(NewEntry("note", NOW, (tom, ida), "together"))
    core.people.trash([tom])
    of = TimelineOf(organisation=core.organisations.lines()[0].id)
    assert [line.id for line in core.entries.page(of)] == [both]
    assert core.entries.count(of) == 1
    core.people.restore([tom])
    assert core.entries.count(of) == 2


def test_they_come_back_whole(core: Core, trashed: int) -> None:
    core.people.restore([trashed])
    assert shown(core, Scope.ACTIVE) == ["Ana Castéll", "Tom Keller"]
    assert core.people.file(trashed).tags == ("golf",)
    assert core.entries.count(TimelineOf(person=trashed)) == 2
    assert core.people.resolve("Tom Keller") == trashed


def test_they_rest_for_thirty_days(core: Core, clock: StandingClock, trashed: int) -> None:
    clock.at = NOW + timedelta(days=TRASH_DAYS)
    assert core.people.empty_old_trash() == 0
    clock.advance(seconds=1)
    assert core.people.empty_old_trash() == 1
    assert shown(core, Scope.TRASHED) == []
    assert core.people.empty_old_trash() == 0
    assert core.files.check() == []


def test_what_was_done_together_with_others_stays_with_them(core: Core, trashed: int, ana: int) -> None:
    core.people.delete_for_good([trashed])
    assert [line.text for line in core.entries.page(TimelineOf(person=ana))] == ["Drammen together"]
    assert core.desk.db.value("SELECT count(*) FROM entry") == 1


def test_gone_for_good_can_be_undone_as_far_as_the_history_reaches(core: Core, trashed: int) -> None:
    core.people.delete_for_good([trashed])
    core.history.undo()
    core.people.restore([trashed])
    assert core.entries.count(TimelineOf(person=trashed)) == 2
    assert core.files.check() == []


# --- traces

SECRET = "Xylophonius"


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A closed file that held somebody with a rare name everywhere, who is deleted for good."""
    path = tmp_path / "mine.db"
    core = build(path, StandingClock())
    ida = core.people.add("Ida Berg")
    person = core.people.add(f"Tom {SECRET}", emails=[f"tom@{SECRET}.example"], title=SECRET)
    core.people.set_photo(person, Photo("image/png", f"\x89PNG {SECRET}".encode("latin-1") * 3000))
    core.people.tag([person], "golf")
    for number in range(30):
        core.entries.log(NewEntry("note", NOW, (person,), f"{SECRET} {number} " * 200))
        core.facts.add(Fact(0, person, Section.WORK, SECRET, f"{SECRET} {number}"))
    core.follow_ups.add(NewFollowUp(person, SECRET, NOW.date(), note=SECRET, repeat="after 3 days"))
    core.follow_ups.done(1)
    core.occasions.set(Occasion(person, OccasionKind.RENEWAL, PartialDate(None, 3, 12), SECRET))
    away = (Closure(NOW.date(), NOW.date(), SECRET),)
    core.people.save(person, replace(PersonDraft.of(core.people.file(person)), closures=away))
    core.people.delete_for_good([person])
    for days in range(1, journal.KEPT + 1):
        core.people.set_cadence([ida], days)
    core.close()
    yield path


def test_of_somebody_gone_for_good_nothing_is_left_once_the_history_has_forgotten(path: Path) -> None:
    """Until then the journal keeps them, so that the deletion can be undone."""
    everything = path.read_bytes()
    assert b"Ida Berg" in everything
    assert SECRET.encode() not in everything
    assert SECRET.lower().encode() not in everything
    assert [one.name for one in path.parent.iterdir()] == [path.name]
