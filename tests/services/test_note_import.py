"""Notes out as CSV and in again: the same notes, the same people, in every dialect; twice is once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from relapp.core import Core
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.exports import NotesWanted
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import NewEntry
from relapp.formats.csv_cells import SEPARATORS, Dialect
from relapp.services.imports import Report
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock

EVERYTHING = NotesWanted()
DIALECTS = [Dialect(separator, bom) for separator in SEPARATORS for bom in (False, True)]
TRICKY = [
    "=1+1",
    "+49 30 1234",
    "-x",
    "@SUM(A1)",
    "'quoted",
    "\ttab first",
    "\rreturn first",
    'a\tb; c, "d"\r\n\nlast line ',
    " =1",
    "ü 日本 👩‍👩‍👧",
    "",
]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Core]:
    """Another file, empty."""
    (tmp_path / "other").mkdir()
    made = on_blank(tmp_path / "other" / "mine.db", StandingClock())
    yield made
    made.close()


@pytest.fixture
def timeline(core: Core, tom: int, ana: int) -> int:
    """Entries of every make, some with both; returns how many."""
    semicolon = core.people.add("Berg; Ida \\ Co")
    for number, text in enumerate(TRICKY):
        at = NOW - timedelta(days=number, seconds=number)
        who = [(tom,), (tom, ana), (ana, semicolon, tom)][number % 3]
        core.entries.log(NewEntry("note", at, who, text, Direction.NONE, place=text.strip()))
    core.entries.log(NewEntry("call", NOW, (tom,), "no answer", outcome=Outcome.NO_ANSWER, minutes=0, counts=True))
    core.entries.log(NewEntry("email", NOW, (ana,), "theirs", Direction.IN, minutes=25, counts=False))
    return len(TRICKY) + 2


def export(core: Core, path: Path, columns: tuple[str, ...] = (), dialect: Dialect = DIALECTS[0]) -> Path:
    chosen = columns or tuple(core.exports.columns())
    core.exports.save(core.exports.notes_csv(EVERYTHING, chosen, dialect), path)
    return path


def bring(core: Core, path: Path) -> Report:
    return core.imports.run(path, core.imports.read(path))


def states(report: Report) -> tuple[int, int, int, int]:
    return report.read, report.added, report.merged, report.unchanged


def without_ids(core: Core) -> list[str]:
    """The notes as they come out, but for the number that each file gives by itself."""
    columns = [key for key in core.exports.columns() if key not in ("entry_id", "organisation")]
    return list(core.exports.notes_csv(EVERYTHING, columns))


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: f"{one.separator!r}{' with a mark' if one.bom else ''}")
def test_notes_come_back_the_same_in_every_dialect(
    core: Core, other: Core, tmp_path: Path, timeline: int, dialect: Dialect
) -> None:
    path = export(core, tmp_path / "notes.csv", dialect=dialect)
    assert states(bring(other, path)) == (timeline, timeline, 0, 0)
    assert without_ids(other) == without_ids(core)
    assert other.directory.count() == core.directory.count()
    assert other.files.check() == []
    assert states(bring(other, path)) == (timeline, 0, 0, timeline)
    assert states(bring(core, path)) == (timeline, 0, 0, timeline)


def test_what_the_notes_do_to_the_rhythm_comes_back_too(core: Core, other: Core, tmp_path: Path, timeline: int) -> None:
    bring(other, export(core, tmp_path / "notes.csv"))
    for name in ("Tom Keller", "Ana Castéll"):
        here, there = (one.people.file(one.people.resolve(name)).rhythm for one in (core, other))
        assert here == there


@pytest.mark.parametrize("columns", [("when", "kind", "person", "text"), ("when", "kind", "person_uid", "text")])
def test_notes_without_their_uid_are_known_by_what_they_say(
    core: Core, other: Core, tmp_path: Path, timeline: int, columns: tuple[str, ...]
) -> None:
    path = export(core, tmp_path / "notes.csv", columns)
    assert states(bring(other, path)) == (timeline, timeline, 0, 0)
    assert states(bring(other, path)) == (timeline, 0, 0, timeline)
    assert states(bring(core, path)) == (timeline, 0, 0, timeline)


def test_the_whole_import_is_one_change(core: Core, other: Core, tmp_path: Path, timeline: int) -> None:
    report = bring(other, export(core, tmp_path / "notes.csv"))
    other.history.undo(report.change)
    assert other.directory.count() == 0
    assert without_ids(other) == without_ids(other)[:1]
    other.history.redo(report.change)
    assert without_ids(other) == without_ids(core)


def test_what_an_entry_lacked_is_filled_and_what_it_says_stays(core: Core, tmp_path: Path, tom: int) -> None:
    entry = core.entries.log(NewEntry("call", NOW, (tom,), "mine"))
    path = written(tmp_path, f"{core.entries.get(entry).uid},,Tom Keller,,2020-01-01T00:00:00Z,call,20,theirs")
    assert core.imports.preview_notes(core.imports.read(path))[0].state == "merged"
    assert states(bring(core, path)) == (1, 0, 1, 0)
    found = core.entries.get(entry)
    assert (found.at, found.text, found.minutes) == (NOW, "mine", 20)
    assert states(bring(core, path)) == (1, 0, 0, 1)


# --- whom they are about

HEAD = "entry_uid,person_uid,person,other_people,when,kind,minutes,text\r\n"


def written(folder: Path, *rows: str) -> Path:
    path = folder / "notes.csv"
    path.write_text(HEAD + "".join(f"{row}\r\n" for row in rows), newline="")
    return path


def test_a_whole_name_that_one_person_has_is_that_person(core: Core, tmp_path: Path, tom: int) -> None:
    bring(core, written(tmp_path, ",,Tom Keller,,2026-03-12T12:30:00Z,call,20,x"))
    assert core.entries.count(TimelineOf(person=tom)) == 1


def test_somebody_unknown_is_added_once(core: Core, tmp_path: Path, tom: int) -> None:
    path = written(
        tmp_path,
        ",,Ida Berg,Tom Keller; Lea Roth,2026-03-12T12:30:00Z,call,20,x",
        ",,Lea Roth,,2026-03-12T12:31:00Z,call,20,y",
        "e-1,p-9,Kim,,2026-03-12T12:31:00Z,call,20,z",
    )
    assert states(bring(core, path)) == (3, 3, 0, 0)
    assert core.directory.count() == 4
    assert core.people.get(core.people.resolve("Kim")).uid == "p-9"
    assert core.entries.count(TimelineOf(person=core.people.resolve("Lea Roth"))) == 2
    assert states(bring(core, path)) == (3, 0, 0, 3)


def test_a_name_of_several_is_skipped_and_said(core: Core, tmp_path: Path, tom: int) -> None:
    core.people.add("Tom Keller")
    path = written(
        tmp_path,
        ",,Tom Keller,,2026-03-12T12:30:00Z,call,20,x",
        f",{core.people.get(tom).uid},Tom Keller,,2026-03-12T12:30:00Z,call,20,y",
    )
    report = bring(core, path)
    assert states(report) == (2, 1, 0, 0)
    assert [(one.line, one.reason) for one in report.skipped] == [
        (2, "“Tom Keller” fits several people; the column person_uid would say who.")
    ]
    assert core.directory.count() == 2


def test_somebody_in_the_trash_is_neither_filled_nor_doubled(core: Core, tmp_path: Path, tom: int) -> None:
    uid = core.people.get(tom).uid
    core.people.trash([tom])
    bring(core, written(tmp_path, f"e-1,{uid},Tom Keller,,2026-03-12T12:30:00Z,call,20,x"))
    bring(core, written(tmp_path, f"e-2,{uid},Tom Keller,,2026-03-12T12:31:00Z,call,20,y"))
    assert core.directory.count() == 1
    assert core.entries.count(TimelineOf(person=core.people.resolve("Tom Keller"))) == 2


# --- what is broken


def test_what_no_entry_can_be_made_of_is_skipped_with_its_line(core: Core, tmp_path: Path, tom: int) -> None:
    path = written(
        tmp_path,
        ",,Tom Keller,,2026-03-12T12:30:00Z,seance,20,x",
        ",,Tom Keller,,0001-01-01T00:00:00Z,call,20,x",
        f",,Tom Keller,,2026-03-12T12:30:00Z,call,{'9' * 30},x",
        ",,Tom Keller,,yesterday,call,20,x",
        ",,Tom Keller,,2026-03-12T12:30:00Z,call,20,fine",
    )
    reading = core.imports.read(path)
    foretold, report = core.imports.count(path, reading), core.imports.run(path, reading)
    assert foretold.skipped == report.skipped
    assert [(one.line, one.reason) for one in report.skipped] == [
        (2, "“seance” is no kind of entry."),
        (3, "An entry can't be of the year 1."),
        (4, "“99999999999999999999” are more minutes than a life has."),
        (5, "“yesterday” is no instant such as 2026-03-12T12:30:00Z."),
    ]
    assert states(foretold) == states(report) == (4, 1, 0, 0)


def test_a_row_that_comes_twice_is_one_entry(core: Core, tmp_path: Path, tom: int) -> None:
    row = ",,Tom Keller,,2026-03-12T12:30:00Z,call,20,x"
    path = written(tmp_path, row, row, "e-1" + row, "e-1" + row)
    reading = core.imports.read(path)
    foretold = core.imports.count(path, reading)
    assert states(foretold) == states(bring(core, path)) == (4, 2, 0, 2)
