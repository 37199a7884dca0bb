"""`brief`: one page about a person, as text or as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def tom(typed: Command, path: Path) -> None:
    """Tom <Keller>, with a call, a follow-up and an idea."""
    card = path.with_name("tom.vcf")
    card.write_text(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Tom <Keller>\nORG:Keller & Werk\nTITLE:COO\nTEL:+4722123456\nEND:VCARD\n"
    )
    for words in (
        ("import", card),
        ("log", "call tom yesterday 16:00: Ida moved to Bergen."),
        ("follow-up", "add", "--person", "1", "--what", "Send the plan", "--due", "2026-03-16"),
        ("idea", "add", "--person", "1", "--text", "Shorter reports", "--date", "2026-03-01"),
    ):
        assert typed(*words).status == 0


def test_what_to_know_before_a_call(typed: Command) -> None:
    said = typed("brief", "tom").out
    assert said.startswith("Tom <Keller>\nCOO at Keller & Werk\n")
    for part in ("Ida moved to Bergen.", "Send the plan", "Idea to answer: Shorter reports", "last contact yesterday"):
        assert part in said


def test_it_is_written_as_text_or_as_a_page(typed: Command, path: Path) -> None:
    text, page = path.with_name("tom.txt"), path.with_name("tom.html")
    assert typed("brief", "tom", "--to", text).out == ""
    assert typed("brief", "tom", "--to", page).status == 0
    assert text.read_text("utf-8") == typed("brief", "tom").out
    assert "<h1>Tom &lt;Keller&gt;</h1>" in page.read_text("utf-8")
    assert "can't be written" in typed("brief", "tom", "--to", path.with_name("none") / "tom.txt").sentence()


def test_somebody_unknown_is_refused(typed: Command) -> None:
    assert "no person" in typed("brief", "hat").sentence()
