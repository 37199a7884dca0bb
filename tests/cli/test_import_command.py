"""Importing by command: what is said of each file, what is refused and how, and that looking changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from relapp.core import build
from tests.cli.conftest import Command
from tests.clocks import StandingClock

KEYS = ["file", "format", "encoding", "read", "added", "merged", "unchanged", "skipped", "change"]


def card(*lines: str, name: str = "FN:Tom Keller") -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", name, *lines, "END:VCARD", ""])


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two people."""
    return written(tmp_path / "Kontakte für Tom.vcf", card("EMAIL:tom@example.org") + card(name="FN:Ana Castéll"))


def lines_of(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def everything(path: Path) -> str:
    core = build(path, StandingClock())
    try:
        return "".join(core.exports.people_json()) + str([(one.id, one.title) for one in core.history.list()])
    finally:
        core.close()


def test_each_file_is_one_object_on_a_line(typed: Command, book: Path) -> None:
    ended = typed("import", "--json", book)
    (said,) = lines_of(ended.out)
    assert list(said) == KEYS
    assert said == {
        "file": str(book), "format": "vcard", "encoding": "utf-8", "read": 2, "added": 2, "merged": 0, "unchanged": 0,
        "skipped": [], "change": 1,
    }  # fmt: skip
    assert (ended.status, ended.err) == (0, "")


def test_in_words_it_is_one_sentence(typed: Command, book: Path) -> None:
    assert typed("import", book) == (0, f"{book}: 2 read, 2 added, 0 merged, 0 unchanged, 0 skipped.\n", "")


def test_the_same_file_again_changes_nothing(typed: Command, path: Path, book: Path) -> None:
    typed("import", book)
    before = everything(path)
    (said,) = lines_of(typed("import", "--json", book).out)
    assert (said["added"], said["merged"], said["unchanged"], said["change"]) == (0, 0, 2, None)
    assert everything(path) == before


def test_a_dry_run_says_the_same_and_changes_nothing(typed: Command, path: Path, book: Path) -> None:
    typed("history")
    before = path.read_bytes()
    (foretold,) = lines_of(typed("import", "--dry-run", "--json", book).out)
    assert path.read_bytes() == before
    (said,) = lines_of(typed("import", "--json", book).out)
    assert foretold == {**said, "change": None}


def test_what_is_broken_is_skipped_with_its_line(typed: Command, tmp_path: Path) -> None:
    path = written(tmp_path / "some.vcf", card() + "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n" + card(name="FN:Ana"))
    (said,) = lines_of(typed("import", "--json", path).out)
    assert (said["read"], said["added"]) == (2, 2)
    assert [list(one) for one in said["skipped"]] == [["line", "reason"]]
    assert said["skipped"][0]["line"] == 5
    ended = typed("import", path)
    assert ended.status == 0
    assert ended.err.startswith(f"{path}, line 5: ")


def test_the_readable_are_read_and_a_refused_one_says_so(
    typed: Command, path: Path, tmp_path: Path, book: Path
) -> None:
    letter, other = written(tmp_path / "letter.vcf", "Dear Tom,\n"), written(tmp_path / "b.vcf", card(name="FN:Ida"))
    ended = typed("import", "--json", book, letter, tmp_path / "nowhere.vcf", other)
    said = lines_of(ended.out)
    assert ended.status == 1
    assert [list(one) for one in said] == [KEYS, [*KEYS, "error"], [*KEYS, "error"], KEYS]
    assert [one["added"] for one in said] == [2, 0, 0, 1]
    assert [one["change"] for one in said] == [1, None, None, 2]
    assert said[1]["error"] in ended.err.splitlines()
    assert len(ended.err.splitlines()) == 2
    core = build(path, StandingClock())
    assert core.directory.count() == 3
    core.close()


def test_without_json_a_refusal_is_a_sentence_on_stderr(typed: Command, tmp_path: Path) -> None:
    assert "No such file or directory" in typed("import", tmp_path / "nowhere.vcf").sentence()
    assert "is a folder" in typed("import", tmp_path).sentence()


# --- bad input

LONG = 10_000_000
PICTURE = card("PHOTO;ENCODING=b;TYPE=JPEG:bm8gcGljdHVyZQ==", "EMAIL:tom@example.org")
TAKEN: dict[str, tuple[bytes, str]] = {
    "a missing END": (card("EMAIL:a@x.org").replace("END:VCARD\r\n", "").encode(), "Tom Keller"),
    "a truncated second card": (card().encode() + card(name="FN:Ana Castell").encode()[:28], "Tom Keller"),
    "a NUL byte": (card("NOTE:a\0b").encode(), "Tom Keller"),
    "10 MB in one line": (card("NOTE:" + "x" * LONG).encode(), "Tom Keller"),
    "10 MB in one name": (card(name="FN:" + "x" * LONG).encode(), "x" * LONG),
    "Latin-1": (card(name="FN:Jürgen Größe").encode("latin-1"), "Jürgen Größe"),
    "UTF-16": (card(name="FN:Jürgen").encode("utf-16"), "Jürgen"),
    "a picture that is none": (PICTURE.encode(), "Tom Keller"),
    "a picture cut short": (card("PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ").encode(), "Tom Keller"),
}
REFUSED: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b" \r\n\r\n",
    "a letter": b"Dear Tom,\nhow are you?\n",
    "a picture": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
    "a workbook": b"PK\x03\x04" + bytes(400),
    "zeros": bytes(100_000),
    "10 MB in one line of nothing": b"x" * LONG,
    "a CSV of somebody else": b"colour,size\r\nred,4\r\n",
    "only a BEGIN": b"BEGIN:VCARD\r\n",
    "our header alone": b"when,kind,person,text\r\n",
}


@pytest.mark.parametrize("what", TAKEN)
def test_what_can_be_read_of_a_bad_file_is_read(typed: Command, path: Path, tmp_path: Path, what: str) -> None:
    content, name = TAKEN[what]
    ended = typed("import", "--json", written(tmp_path / "bad.vcf", content))
    assert (ended.status, ended.err) == (0, "")
    (said,) = lines_of(ended.out)
    assert (said["read"], said["added"]) == (1, 1)
    assert json.loads(everything(path).rpartition("[(")[0])[0]["full_name"] == name
    assert typed("check").status == 0


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_of_which_nothing_can_be_read_is_refused(typed: Command, path: Path, tmp_path: Path, what: str) -> None:
    typed("history")
    before = path.read_bytes()
    sentence = typed("import", written(tmp_path / "bad.vcf", REFUSED[what])).sentence()
    assert "bad.vcf" in sentence
    assert path.read_bytes() == before
