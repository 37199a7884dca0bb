"""Finding people, organisations, facts and notes in a real file: what is found, in which order, and what never is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relapp.core import Core
from relapp.domain.changes import Area
from relapp.domain.directory import PeopleFilter
from relapp.domain.drafts import PersonDraft
from relapp.domain.facts import Fact, Section
from relapp.domain.finding import MARK_CLOSE, MARK_OPEN, Hit, HitKind
from relapp.domain.pages import TimelineOf
from relapp.domain.people import PersonName
from relapp.domain.timeline import NewEntry
from relapp.domain.words import phrase
from relapp.store import bulk, search_index
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock
from tests.formats.vcard_cards import naughty


def note(core: Core, person: int, text: str, days: int = 0) -> int:
    return core.entries.log(NewEntry("note", NOW - timedelta(days=days), (person,), text))


def found(hits: list[Hit], kind: HitKind) -> list[int]:
    return [hit.id for hit in hits if hit.kind is kind]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Core:
    """A file that the properties only read."""
    core = on_blank(tmp_path_factory.mktemp("search") / "mine.db", StandingClock())
    tom = core.people.add("Tom Kellér", organisation="Ørsted", emails=["tom@example.org"])
    note(core, tom, "Tromsø, the plant -- 100 % (NEAR) * \"AND\" 'x'")
    core.facts.add(Fact(0, tom, Section.FAMILY, "Daughter", "Ida OR Åse"))
    return core


@given(st.text())
@settings(max_examples=150)
def test_any_text_is_a_valid_query(shared: Core, text: str) -> None:
    shared.finding.typing(text)
    shared.finding.ranked(text)
    shared.entries.count(TimelineOf(person=1, text=text))


@given(
    st.lists(st.sampled_from(['"', "AND", "OR", "NOT", "NEAR(", ")", "*", "^", ":", "{", "+", "-", "tom", "_", "ø"]))
)
@settings(max_examples=150)
def test_the_engines_own_signs_are_mere_text(shared: Core, signs: list[str]) -> None:
    for text in ("".join(signs), " ".join(signs)):
        shared.finding.ranked(text)
        shared.people.candidates(text)


@pytest.mark.parametrize("text", ["a b " * 5000, "xyz" * 200_000, "ø" * 3000, "(" * 100_000, "-a" * 400])
def test_a_page_pasted_into_the_box_is_a_query_too(shared: Core, text: str) -> None:
    shared.finding.typing(text)
    shared.people.candidates(text)
    assert shared.directory.count(PeopleFilter(text=text)) == 0


def test_a_name_without_end_is_indexed_and_found(core: Core) -> None:
    person = core.people.add("x" * 300_000)
    assert found(core.finding.typing("xxxx"), HitKind.PERSON) == [person]


def test_naughty_strings_are_valid_queries(shared: Core, corpora: Path) -> None:
    for text in naughty(corpora):
        shared.finding.typing(text)
        shared.finding.ranked(text)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_somebody_is_found_by_the_name_as_it_was_written(core: Core, name: str) -> None:
    person = core.people.add(name)
    assert person in [one.id for one in core.people.candidates(name) if one.exact]
    core.people.delete_for_good([person])


@pytest.mark.parametrize("typed", ["keller", "KELLER", "Kellér", "kell", "tom kel", "kel tom", "orsted", "tom@exam"])
def test_accents_case_and_order_do_not_matter(shared: Core, typed: str) -> None:
    assert found(shared.finding.typing(typed), HitKind.PERSON) == [1]


@pytest.mark.parametrize("typed", ["kelelr", "keler", "kelller", "kexler", "eller", "tom kelelr", "kellerx"])
def test_one_slip_in_a_name_is_forgiven(shared: Core, typed: str) -> None:
    assert found(shared.finding.typing(typed), HitKind.PERSON) == [1]


@pytest.mark.parametrize("typed", ["kexlxr", "lekler", "tim", "t0m"])
def test_two_slips_or_a_slip_in_a_short_name_are_not(shared: Core, typed: str) -> None:
    assert found(shared.finding.typing(typed), HitKind.PERSON) == []


@pytest.mark.parametrize("typed", ["ana", "annna", "nana", "anan"])
def test_a_name_of_four_letters_forgives_a_slip(core: Core, typed: str) -> None:
    person = core.people.add("Anna Ek")
    assert found(core.finding.typing(typed), HitKind.PERSON) == [person]


def test_a_slip_is_forgiven_in_each_half_of_a_double_name(core: Core) -> None:
    person = core.people.add("Żaneta Łukasz-Møller")
    assert found(core.finding.typing("moler"), HitKind.PERSON) == [person]


@pytest.mark.parametrize("typed", ["tromsø", "tromso", "TROMSØ", "troms"])
def test_notes_are_found_however_their_letters_are_typed(shared: Core, typed: str) -> None:
    assert len(found(shared.finding.typing(typed), HitKind.ENTRY)) == 1


def test_facts_and_organisations_are_found_however_their_letters_are_typed(shared: Core) -> None:
    assert len(found(shared.finding.typing("ase"), HitKind.FACT)) == 1
    assert len(found(shared.finding.typing("orsted"), HitKind.ORGANISATION)) == 1


def test_all_words_are_wanted(shared: Core) -> None:
    assert len(found(shared.finding.typing("plant tromso"), HitKind.ENTRY)) == 1
    assert found(shared.finding.typing("plant oslo"), HitKind.ENTRY) == []


def test_the_matching_words_are_marked(shared: Core) -> None:
    person = shared.finding.typing("kel")[0]
    assert person.title == f"Tom {MARK_OPEN}Kel{MARK_CLOSE}lér"
    assert shared.finding.typing("kelelr")[0].title == f"Tom {MARK_OPEN}Kellér{MARK_CLOSE}"
    entry = next(hit for hit in shared.finding.typing("plant") if hit.kind is HitKind.ENTRY)
    assert f"{MARK_OPEN}plant{MARK_CLOSE}" in entry.snippet
    assert entry.title == "Note · Tom Kellér"


def test_notes_come_newest_written_first_while_typing_and_best_first_on_enter(core: Core, tom: int) -> None:
    best = note(core, tom, "Drammen Drammen Drammen")
    later = note(
        core, tom, "On the way from Oslo we passed Drammen and then Kongsberg, and much else was said", days=300
    )
    assert found(core.finding.typing("drammen"), HitKind.ENTRY) == [later, best]
    assert found(core.finding.ranked("drammen"), HitKind.ENTRY) == [best, later]


def test_the_lately_met_come_first_and_the_archived_last(core: Core) -> None:
    quiet, lately, archived = (core.people.add(f"Tom {name}") for name in ("Adams", "Berg", "Abel"))
    note_of_contact = NewEntry("meeting", NOW - timedelta(days=1), (lately,))
    core.entries.log(note_of_contact)
    core.people.archive([archived])
    assert found(core.finding.typing("tom"), HitKind.PERSON) == [lately, quiet, archived]


def test_who_is_in_the_trash_is_not_found(core: Core, tom: int, ana: int) -> None:
    core.facts.add(Fact(0, tom, Section.WORK, "Plant", "Drammen"))
    alone, both = note(core, tom, "Drammen alone"), core.entries.log(NewEntry("note", NOW, (tom, ana), "Drammen both"))
    core.people.trash([tom])
    hits = core.finding.ranked("drammen") + core.finding.ranked("keller")
    assert found(hits, HitKind.PERSON) == found(hits, HitKind.FACT) == []
    assert [(hit.id, hit.person) for hit in hits if hit.kind is HitKind.ENTRY] == [(both, ana)]
    core.people.restore([tom])
    assert set(found(core.finding.ranked("drammen"), HitKind.ENTRY)) == {alone, both}
    assert found(core.finding.ranked("keller"), HitKind.PERSON) == [tom]


def rename(core: Core, tom: int) -> None:
    core.people.save(tom, PersonDraft(name=PersonName("Thomas Maurer")))


@pytest.mark.parametrize("leave", [rename, lambda core, tom: core.people.delete_for_good([tom])])
def test_a_name_that_nobody_bears_any_more_leaves_no_hints(
    core: Core, tom: int, leave: Callable[[Core, int], None]
) -> None:
    core.people.add("Ida Werk")
    leave(core, tom)
    hints = {word for (word,) in core.desk.db.rows("SELECT DISTINCT word FROM name_key")}
    assert "keller" not in hints
    assert "werk" in hints
    core.history.undo()
    assert found(core.finding.typing("kelelr"), HitKind.PERSON) == [tom]


# --- bulk


def imported(core: Core, tom: int, count: int) -> int:
    """Entries written in bulk as one change, not indexed yet; returns the change."""
    names = ("uid", "kind", "at", "direction", "effect", "text")
    rows = [(str(uuid4()), "note", 0, "none", "none", f"Drammen {number}") for number in range(count)]
    with core.desk.write(phrase("Import"), (Area.ENTRIES,)):
        ids = bulk.insert(core.desk.db, "entry", names, rows)
        links = [(tom, id_, 0, "none", "none") for id_ in ids]
        bulk.insert(core.desk.db, "entry_person", ("person_id", "entry_id", "at", "effect", "direction"), links)
    change = core.history.next_undo()
    assert change is not None
    return change.id


def catch_up(core: Core) -> None:
    while core.files.index_some():
        pass


def test_entries_written_in_bulk_are_found_once_the_index_has_caught_up(core: Core, tom: int) -> None:
    imported(core, tom, search_index.BATCH + 5)
    assert core.files.unindexed() == search_index.BATCH + 5
    assert core.finding.ranked("drammen") == []
    assert core.files.check() == []
    assert core.files.index_some() == 5
    assert core.files.check() == []
    catch_up(core)
    assert core.entries.count(TimelineOf(person=tom, text="drammen")) == search_index.BATCH + 5
    assert core.files.check() == []


@pytest.mark.parametrize("batches", [0, 1, 9])
def test_a_bulk_import_may_be_undone_before_the_index_has_caught_up(core: Core, tom: int, batches: int) -> None:
    change = imported(core, tom, search_index.BATCH + 5)
    for _ in range(batches):
        core.files.index_some()
    core.history.undo(change)
    assert core.files.check() == []
    catch_up(core)
    assert core.files.check() == []
    assert core.finding.ranked("drammen") == []


@pytest.mark.parametrize("between", [True, False])
def test_a_bulk_import_undone_and_done_again_is_indexed_once(core: Core, tom: int, between: bool) -> None:
    change = imported(core, tom, 12)
    core.history.undo(change)
    if between:
        catch_up(core)
    core.history.redo(change)
    assert core.files.check() == []
    catch_up(core)
    assert core.files.check() == []
    assert core.entries.count(TimelineOf(person=tom, text="drammen")) == 12


def test_an_entry_may_be_edited_or_deleted_before_it_is_indexed(core: Core, tom: int) -> None:
    imported(core, tom, 3)
    first, second, _ = (row[0] for row in core.desk.db.rows("SELECT id FROM entry ORDER BY id"))
    core.entries.edit(first, NewEntry("note", NOW, (tom,), "Kongsberg"))
    core.entries.delete([second])
    assert core.files.check() == []
    catch_up(core)
    assert core.files.check() == []
    assert found(core.finding.ranked("kongsberg"), HitKind.ENTRY) == [first]
    assert len(found(core.finding.ranked("drammen"), HitKind.ENTRY)) == 1
