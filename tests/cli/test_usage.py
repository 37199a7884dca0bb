"""Wrong usage ends with 2 and help, a refusal with 1 and one sentence; neither makes a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from relapp import VERSION
from relapp.cli import Options, WindowWish, read_options, run
from tests.cli.conftest import Command


@pytest.mark.parametrize(
    "words",
    [
        ("history", "--file", "other.db"),
        ("import", "a.vcf", "--plain"),
        ("log", "note tom: x", "--now", "2026-03-12"),
        ("sing",),
        ("import",),
        ("export",),
        ("export", "cats"),
        ("export", "people", "--format", "xml"),
        ("undo", "latest"),
        ("history", "--jsno"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_understood_is_wrong_usage(typed: Command, path: Path, words: tuple[str, ...]) -> None:
    ended = typed(*words)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("usage: main.py")
    assert not path.exists()


@pytest.mark.parametrize("words", [["--files", "x.db"], ["--file"], ["--demo=yes"], ["--now"], ["-x"], ["--"]])
def test_options_that_there_are_not_are_wrong_usage(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(words) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [("export", "people", "--since", "2026-03-12"), ("export", "notes", "--format", "vcard")], ids=" ".join
)
def test_what_does_not_go_together_is_wrong_usage(typed: Command, words: tuple[str, ...]) -> None:
    ended = typed(*words)
    assert (ended.status, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for word in ("import", "export", "log", "search", "history", "undo", "check", "version", "--plain", "--background"):
        assert word in out


def test_the_version_touches_no_file(typed: Command, path: Path) -> None:
    assert typed("version") == (0, f"relapp {VERSION}\n", "")
    assert not path.exists()


def test_a_moment_that_is_none_is_refused_before_the_file_is_made(typed: Command, path: Path) -> None:
    assert "“tomorrowish” is no moment" in typed("history", now="tomorrowish").sentence()
    assert "year 9999" in typed("today", now="9999-12-31T23:00Z").sentence()
    assert not path.exists()


def test_an_empty_path_never_means_the_users_own_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--file", "", "history"]) == 1
    assert capsys.readouterr().err == ". is a folder. Name a file.\n"


def test_options_are_read_with_and_without_an_equals_sign() -> None:
    assert read_options(["--file=a=b.db", "--now", "2026-03-12", "--demo", "log", "--", "-x"]) == Options(
        Path("a=b.db"), "2026-03-12", demo=True, command=("log", "--", "-x")
    )


def test_without_a_command_the_window_is_wanted(tmp_path: Path) -> None:
    wish = run(["--file", str(tmp_path / "x.db"), "--now", "2026-03-12T09:12Z", "--background"])
    assert isinstance(wish, WindowWish)
    assert (wish.path.name, wish.demo, wish.background) == ("x.db", False, True)
    assert wish.clock.now().isoformat().startswith("2026-03-12T09:12:0")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "sentence"),
    [(".", "is a folder. Name a file."), ("nowhere/x.db", "does not exist. Make it first, or choose another.")],
)
def test_a_place_for_no_file_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, place: str, sentence: str
) -> None:
    assert run(["--file", str(tmp_path / place), "history"]) == 1
    assert capsys.readouterr().err.endswith(sentence + "\n")


def test_a_name_that_no_disk_takes_is_refused(typed: Command, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--file", "x" * 300, "history"], ["--now", "2026-03-12", "--file", "x" * 300, "history"]):
        assert run(words) == 1
        assert capsys.readouterr().err.endswith("File name too long.\n")
