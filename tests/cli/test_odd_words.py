"""Texts that look like options, names with line ends, and an output that takes nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Command, program_line


@pytest.mark.parametrize("text", ["-tom", "-1", "--", "-$1.00", "--version", "--jsno", "-h"])
@pytest.mark.parametrize("last", [False, True])
def test_any_text_can_be_searched_for(typed: Command, text: str, last: bool) -> None:
    ended = typed("search", *(("--json", text) if last else (text, "--json")))
    assert (ended.status, ended.err) == (0, "")
    assert ended.json() == []


def test_a_dash_in_front_is_no_part_of_a_word(typed: Command, tmp_path: Path) -> None:
    card = tmp_path / "tom.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Keller\r\nEND:VCARD\r\n")
    typed("import", card)
    assert [hit["title"] for hit in typed("search", "-tom", "--json").json()] == ["Tom Keller"]


@pytest.mark.parametrize("text", ["-x", "-1", "--now"])
def test_a_text_to_log_that_is_no_entry_is_refused_whatever_it_looks_like(typed: Command, text: str) -> None:
    assert "no kind of entry" in typed("log", text).sentence()


@pytest.mark.parametrize("command", ["search", "log"])
def test_help_alone_is_help(typed: Command, command: str) -> None:
    ended = typed(command, "--help")
    assert ended.status == 0
    assert ended.out.startswith("usage:")


def test_a_refusal_is_one_line_also_when_a_name_has_several(typed: Command, tmp_path: Path) -> None:
    assert "no such.vcf" in typed("import", tmp_path / "no\nsuch.vcf").sentence()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_an_output_that_is_full_is_said_in_a_sentence(path: Path) -> None:
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            program_line("--file", path, "--plain", "check"),
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1), ended.stderr
