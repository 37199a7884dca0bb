"""What an import says before it writes: people and notes with what would become of them, one file after another."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from relapp.core import Core
from relapp.domain.entries.kind import Direction
from relapp.domain.exports import NotesWanted
from relapp.domain.timeline import NewEntry
from relapp.services.imports import Choices
from tests.clocks import NOW

TWO = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{mail}\r\nEND:VCARD\r\n"


def vcard(folder: Path, file_name: str, *people: tuple[str, str]) -> Path:
    """A file with these people: name and e-mail."""
    path = folder / file_name
    path.write_text("".join(TWO.format(name=name, mail=mail) for name, mail in people), encoding="utf-8")
    return path


def test_somebody_in_two_files_is_new_only_in_the_first(core: Core, tmp_path: Path) -> None:
    first = core.imports.read(vcard(tmp_path, "a.vcf", ("Ida Berg", "ida@berg.example")))
    second = core.imports.read(
        vcard(tmp_path, "b.vcf", ("Lea Roth", "lea@roth.example"), ("Ida Berg", "ida@berg.example"))
    )
    found = core.imports.preview_together([first, second])
    assert [[item.state for item in items] for items in found] == [["added"], ["added", "unchanged"]]
    assert [[item.index for item in items] for items in found] == [[0], [0, 1]]


def test_the_report_names_whom_it_touched(core: Core, tmp_path: Path, tom: int) -> None:
    path = vcard(tmp_path, "a.vcf", ("Ida Berg", "ida@berg.example"))
    report = core.imports.run(path, core.imports.read(path))
    assert [core.people.name(person) for person in report.persons] == ["Ida Berg"]


@pytest.fixture
def exported(core: Core, tmp_path: Path, tom: int) -> Path:
    """Two notes as they were exported, then deleted here."""
    core.entries.log(NewEntry("call", NOW - timedelta(days=2), (tom,), "plant in drammen", Direction.OUT))
    core.entries.log(NewEntry("note", NOW - timedelta(days=1), (tom,), "likes maps", Direction.NONE))
    path = tmp_path / "notes.csv"
    core.exports.save(core.exports.notes_csv(NotesWanted()), path)
    core.history.undo()
    core.history.undo()
    return path


def test_notes_are_shown_with_people_and_text(core: Core, exported: Path) -> None:
    items = core.imports.preview_notes(core.imports.read(exported))
    assert [(item.kind, item.names, item.text, item.state) for item in items] == [
        ("call", ("Tom Keller",), "plant in drammen", "added"),
        ("note", ("Tom Keller",), "likes maps", "added"),
    ]


def test_a_note_can_be_left_out(core: Core, exported: Path) -> None:
    report = core.imports.run(exported, core.imports.read(exported), Choices(leave=frozenset({0})))
    assert (report.read, report.added) == (2, 1)
    again = core.imports.preview_notes(core.imports.read(exported))
    assert [item.state for item in again] == ["added", "unchanged"]
