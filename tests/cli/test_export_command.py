"""Exporting by command: formats, whose and from when to when, and where it goes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from relapp.core import build
from relapp.domain.timeline import NewEntry
from relapp.formats.notes_csv import KEYS
from relapp.formats.people_csv import COLUMNS
from tests.cli.conftest import Command
from tests.clocks import NOW, StandingClock


@pytest.fixture
def people(path: Path) -> dict[str, str]:
    """The uids of Tom, Ana, and Ida in the archive; Tom and Ana met thrice."""
    core = build(path, StandingClock())
    tom = core.people.add("Tom Keller", emails=["tom@example.org"], organisation="Keller Werk", title="COO")
    ana, ida = core.people.add("Ana Castéll"), core.people.add("Ida Berg")
    core.people.archive([ida])
    for day in (10, 11, 12):
        at = NOW.replace(day=day, hour=11, minute=0)
        core.entries.log(NewEntry("note", at, (tom,) if day < 12 else (ana, tom), f"={day}"))
    uids = {name: core.people.get(id_).uid for name, id_ in (("tom", tom), ("ana", ana), ("ida", ida))}
    core.close()
    return uids


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_people_as_json_have_every_key(typed: Command, people: dict[str, str]) -> None:
    found = typed("export", "people", "--format", "json").json()
    assert [list(one) for one in found] == [list(COLUMNS)] * 3
    assert [one["full_name"] for one in found] == ["Ana Castéll", "Tom Keller", "Ida Berg"]
    assert found[1] == {
        "uid": people["tom"], "full_name": "Tom Keller", "given_name": "Tom", "family_name": "Keller", "nickname": None,
        "emails": [{"label": "", "value": "tom@example.org"}], "phones": [], "addresses": [], "urls": [],
        "birthday": None, "organisation": "Keller Werk", "title": "COO", "categories": [], "note": None,
    }  # fmt: skip


def test_without_a_format_it_is_csv_with_a_header(typed: Command, people: dict[str, str]) -> None:
    out = typed("export", "people").out
    assert out.splitlines()[0] == ",".join(COLUMNS)
    assert [row["uid"] for row in rows_of(out)] == [people["ana"], people["tom"], people["ida"]]
    out = typed("export", "notes").out
    assert out.splitlines()[0] == ",".join(KEYS)
    assert [row["text"] for row in rows_of(out)] == ["'=10", "'=11", "'=12"]


def test_people_as_vcard(typed: Command, people: dict[str, str]) -> None:
    out = typed("export", "people", "--format", "vcard", "--person", "tom keller").out
    assert out.startswith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Tom Keller\r\n")
    assert out.count("BEGIN:VCARD") == 1


def test_notes_as_json(typed: Command, people: dict[str, str]) -> None:
    found = typed("export", "notes", "--format", "json").json()
    assert [list(one) for one in found] == [list(KEYS)] * 3
    assert found[2]["when"] == "2026-03-12T11:00:00Z"
    assert (found[2]["person_uid"], found[2]["other_person_uids"]) == (people["ana"], people["tom"])
    assert (found[2]["text"], found[2]["counts"], found[2]["minutes"]) == ("=12", None, None)


@pytest.mark.parametrize("wanted", ["1", "tom@EXAMPLE.org", "Tom Keller", "tom kel", "keler", "uid"])
def test_a_person_is_meant_by_id_uid_e_mail_or_name(typed: Command, people: dict[str, str], wanted: str) -> None:
    person = people["tom"] if wanted == "uid" else wanted
    found = typed("export", "people", "--format", "json", "--person", person).json()
    assert [one["full_name"] for one in found] == ["Tom Keller"]


def test_nobody_or_several_are_refused_in_one_line(typed: Command, path: Path, people: dict[str, str]) -> None:
    core = build(path, StandingClock())
    core.people.add("Tom Kent", emails=["kent@example.org"])
    core.close()
    assert typed("export", "notes", "--person", "zoe").sentence() == "There is no person “zoe”."
    said = typed("export", "people", "--person", "tom").sentence()
    assert said == "“tom” fits several people: Tom Keller (tom@example.org); Tom Kent (kent@example.org)."


def test_several_persons_may_be_named(typed: Command, people: dict[str, str]) -> None:
    found = typed("export", "people", "--format", "json", "--person", "ida", "--person", "1").json()
    assert [one["full_name"] for one in found] == ["Ida Berg", "Tom Keller"]
    assert len(rows_of(typed("export", "notes", "--person", "ana").out)) == 1
    assert len(rows_of(typed("export", "notes", "--person", "ida", "--person", "ana").out)) == 1


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (("--since", "2026-03-11"), ["'=11", "'=12"]),
        (("--until", "2026-03-11"), ["'=10", "'=11"]),
        (("--since", "2026-03-11", "--until", "2026-03-11"), ["'=11"]),
        (("--since", "2026-03-11T12:00:01"), ["'=12"]),
        (("--since", "2026-03-11T11:00:00Z"), ["'=11", "'=12"]),
        (("--until", "2026-03-11T11:00:00Z"), ["'=10"]),
        (("--since", "2026-04-01"), []),
    ],
    ids=str,
)
def test_notes_from_when_to_when(typed: Command, people: object, span: tuple[str, ...], days: list[str]) -> None:
    """A day is meant whole and in my zone."""
    assert [row["text"] for row in rows_of(typed("export", "notes", *span).out)] == days


def test_a_day_that_is_none_is_refused(typed: Command, people: object) -> None:
    assert "“soon” is no moment" in typed("export", "notes", "--since", "soon").sentence()


def test_nobody_at_all_is_an_empty_list_or_a_header_alone(typed: Command) -> None:
    assert typed("export", "people", "--format", "json").out == "[]\n"
    assert typed("export", "notes", "--format", "json").out == "[]\n"
    assert typed("export", "people").out == ",".join(COLUMNS) + "\r\n"
    assert typed("export", "people", "--format", "vcard").out == ""


def test_a_file_takes_the_place_of_the_terminal(typed: Command, people: object, tmp_path: Path) -> None:
    target = tmp_path / "Notizen für Tom.csv"
    target.write_text("what was there")
    assert typed("export", "notes", "--to", target) == (0, "", "")
    assert target.read_bytes().decode() == typed("export", "notes").out
    assert [row["text"] for row in rows_of(target.read_bytes().decode())] == ["'=10", "'=11", "'=12"]


def test_a_missing_folder_is_refused_and_not_made(typed: Command, people: object, tmp_path: Path) -> None:
    said = typed("export", "people", "--to", tmp_path / "nowhere" / "x.csv").sentence()
    assert said.endswith("x.csv can't be written: No such file or directory.")
    assert not (tmp_path / "nowhere").exists()


def test_people_come_back_from_their_vcards_equal(typed: Command, path: Path, people: object, tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    typed("export", "people", "--format", "vcard", "--to", target)
    before = typed("export", "people", "--format", "json").json()
    assert json.loads(typed("import", "--json", target).out)["unchanged"] == 3
    path.rename(tmp_path / "old.db")
    assert json.loads(typed("import", "--json", target).out)["added"] == 3
    after = typed("export", "people", "--format", "json").json()
    assert sorted(after, key=lambda one: one["uid"]) == sorted(before, key=lambda one: one["uid"])
